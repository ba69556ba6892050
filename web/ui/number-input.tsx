import { useState, type ReactNode } from 'react';
import type { FieldLook } from './field.tsx';
import { TextInput } from './text-input.tsx';

type NumberInputProps = FieldLook & {
  value: number | null;
  onChange: (value: number | null) => void;
  /** Inside the box, after the number. */
  unit?: ReactNode;
  /** Digits after the point; 0 keeps the keypad whole. */
  decimals?: 0 | 1 | 2;
  maxLength?: number;
  onBlur?: () => void;
};

/** Full-width digits are read, commas and spaces left out; letters do not get in. */
export function readTyped(text: string, decimals: number): string {
  const half = text.replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const [whole = '', ...rest] = half.replaceAll('。', '.').split('.');
  const digits = whole.replace(/\D/g, '');
  if (decimals === 0 || rest.length === 0) return digits;
  return `${digits}.${rest.join('').replace(/\D/g, '').slice(0, decimals)}`;
}

const textOf = (value: number | null) => (value === null ? '' : String(value));

/** A number, or null while there is none. */
export function NumberInput({ value, onChange, decimals = 0, maxLength = 9, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState(textOf(value));
  const shown = (typed === '' ? null : Number(typed)) === value ? typed : textOf(value);
  return (
    <TextInput
      {...rest}
      value={shown}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={maxLength}
      onChange={(text) => {
        const next = readTyped(text, decimals);
        setTyped(next);
        onChange(next === '' || next === '.' ? null : Number(next));
      }}
    />
  );
}
