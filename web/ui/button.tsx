import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

type Look = {
  kind?: 'primary' | 'secondary' | 'quiet';
  dense?: boolean;
  wide?: boolean;
  icon?: ReactNode;
};

const classOf = ({ kind = 'secondary', dense, wide }: Look, className?: string) =>
  [styles.button, styles[kind], dense && styles.dense, wide && styles.wide, className]
    .filter(Boolean)
    .join(' ');

type ButtonProps = Look & { working?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ kind, dense, wide, icon, working, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={working || undefined}
      className={classOf({ kind, dense, wide }, className)}
    >
      {working ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

type LinkButtonProps = Look & AnchorHTMLAttributes<HTMLAnchorElement>;

/** A link that looks like a button: `tel:` and addresses elsewhere. */
export function LinkButton({ kind, dense, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={classOf({ kind, dense, wide }, className)}>
      {icon}
      {children}
    </a>
  );
}

type IconButtonProps = { label: string; children: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>;

/** An icon alone, for the few signs that need no word; the word is its name for a screen reader. */
export function IconButton({ label, children, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={[styles.round, className].filter(Boolean).join(' ')}
    >
      {children}
    </button>
  );
}
