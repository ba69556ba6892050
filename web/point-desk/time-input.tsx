import { useState } from 'react';
import { formatMinute } from '../text/clock.ts';
import styles from './point-desk.module.css';
import { readTime } from './week-edit.ts';

type TimeInputProps = {
  label: string;
  /** Minutes after midnight. */
  value: number;
  onChange: (minute: number) => void;
  onEnter?: () => void;
};

/**
 * A time as it is written here: `14:00`, also typed as 1400, 14点半 or 14：00. A text field, for the browser's own
 * follows the language of the browser, not of the page, and knows no 24:00.
 */
export function TimeInput({ label, value, onChange, onEnter }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed !== '' && readTime(typed) === null;
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      className={styles.time}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={typed ?? formatMinute(value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value);
        const minute = readTime(target.value);
        if (minute !== null) onChange(minute);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter?.();
      }}
    />
  );
}
