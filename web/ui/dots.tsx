import { Fragment, type ReactNode } from 'react';
import styles from './dots.module.css';

/** Short facts in one line, parted by a drawn dot: the typed one has another width in every font. */
export function Dots({ items, className }: { items: readonly ReactNode[]; className?: string }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== '' && item !== false);
  return (
    <p className={[styles.dots, className].filter(Boolean).join(' ')}>
      {shown.map((item, index) => (
        <span key={index}>
          {item}
          {/* A screen reader pauses at a comma, not at a dot that is drawn. */}
          {index < shown.length - 1 ? <span className="visually-hidden">，</span> : <Fragment />}
        </span>
      ))}
    </p>
  );
}
