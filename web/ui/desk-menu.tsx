import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './desk-frame.module.css';
import { Popover } from './popover.tsx';

export type MenuItem = {
  label: string;
  /** Either an address or something to do. */
  href?: string;
  onPress?: () => void;
  /** Red: takes something away. */
  careful?: boolean;
  current?: boolean;
};

type DeskMenuProps = { label: string; items: readonly MenuItem[]; children: ReactNode };

/** A button that opens a short list of places and deeds. */
export function DeskMenu({ label, items, children }: DeskMenuProps) {
  return (
    <Popover
      label={label}
      side="right"
      button={(button) => (
        <button type="button" className={styles.account} {...button}>
          {children}
        </button>
      )}
    >
      {(close) => (
        <ul className={styles.menu}>
          {items.map(({ label: word, href, onPress, careful, current }) => (
            <li key={word}>
              {href ? (
                <Link href={href} onClick={close} aria-current={current ? 'true' : undefined}>
                  {word}
                </Link>
              ) : (
                <button
                  type="button"
                  className={careful ? styles.careful : undefined}
                  aria-current={current ? 'true' : undefined}
                  onClick={() => {
                    close();
                    onPress?.();
                  }}
                >
                  {word}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
