import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from './button.tsx';
import link from './link.module.css';
import styles from './done.module.css';

type DoneProps = {
  /** What happened, and what happens now; takes the focus. */
  said: ReactNode;
  children?: ReactNode;
  ok: string;
  onClose: () => void;
  next: { href: string; label: string };
};

/** The end of a form in a dialog: what was done, and where it is seen. */
export function Done({ said, children, ok, onClose, next }: DoneProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className={styles.done}>
      <p ref={ref} tabIndex={-1}>
        {said}
      </p>
      {children}
      <div className={styles.buttons}>
        <Button kind="primary" onClick={onClose}>
          {ok}
        </Button>
        <Link href={next.href} className={link.link} onClick={onClose}>
          {next.label}
        </Link>
      </div>
    </div>
  );
}
