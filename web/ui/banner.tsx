import type { ReactNode } from 'react';
import styles from './banner.module.css';

type BannerProps = { tone: 'amber' | 'tile'; icon: ReactNode; children: ReactNode };

/** Something is missing and something still works: one line in the flow, never over it. */
export function Banner({ tone, icon, children }: BannerProps) {
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role="status">
      {icon}
      <p>{children}</p>
    </div>
  );
}
