import { IconCheck, IconX } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { formatCount } from '../text/numbers.ts';
import styles from './chip.module.css';

type ChipProps = {
  on?: boolean;
  /** What you would get; shown after the word. */
  count?: number;
  icon?: ReactNode;
  floating?: boolean;
  children: ReactNode;
} & ButtonHTMLAttributes<HTMLButtonElement>;

/** A choice that is on or off. A choice with nothing behind it is grey and can still be pressed. */
export function Chip({ on, count, icon, floating, className, children, ...rest }: ChipProps) {
  const looks = [
    styles.chip,
    on && styles.on,
    count === 0 && !on && styles.zero,
    floating && styles.floating,
  ];
  return (
    <button
      type="button"
      aria-pressed={on ?? undefined}
      {...rest}
      className={[...looks, className].filter(Boolean).join(' ')}
    >
      {icon ?? (on ? <IconCheck size="1.125rem" stroke={2} aria-hidden="true" /> : null)}
      <span>{children}</span>
      {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
    </button>
  );
}

type RemovableChipProps = { label: string; removeLabel: string; small?: boolean; onRemove: () => void };

/** Something that holds now and can be taken off. */
export function RemovableChip({ label, removeLabel, small, onRemove }: RemovableChipProps) {
  return (
    <button
      type="button"
      onClick={onRemove}
      className={[styles.chip, styles.on, small && styles.small].filter(Boolean).join(' ')}
    >
      <span>{label}</span>
      <IconX size="1rem" stroke={1.75} aria-hidden="true" />
      <span className="visually-hidden">{removeLabel}</span>
    </button>
  );
}
