import { useEffect, useRef } from 'react';
import { TextInput } from '../ui/text-input.tsx';
import styles from './accounts.module.css';

type CodeFieldProps = {
  label: string;
  hint?: string;
  value: string;
  fault?: string | undefined;
  onChange: (digits: string) => void;
  /** All six digits stand there, typed, pasted, or filled in by the telephone. */
  onWhole: (digits: string) => void;
};

const LENGTH = 6;

/** Six digits. Taken from the message by the telephone itself where it can; a whole message may be pasted. */
export function CodeField({ label, hint, value, fault, onChange, onWhole }: CodeFieldProps) {
  const sent = useRef('');
  const input = useRef<HTMLInputElement>(null);
  // It appears after a button that is gone now.
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      className={styles.code}
      inputRef={input}
      name="code"
      label={label}
      hint={hint}
      fault={fault}
      value={value}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      onPaste={(event) => {
        const found = /(?<!\d)\d{6}(?!\d)/.exec(event.clipboardData.getData('text'));
        if (!found) return;
        event.preventDefault();
        onChange(found[0]);
        sent.current = found[0];
        onWhole(found[0]);
      }}
      onChange={(text) => {
        const digits = readDigits(text).slice(0, LENGTH);
        onChange(digits);
        // The same wrong code is not sent again by itself.
        if (digits.length === LENGTH && digits !== sent.current) {
          sent.current = digits;
          onWhole(digits);
        }
      }}
    />
  );
}

const readDigits = (text: string) =>
  text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\D/g, '');
