import { IconChevronDown } from '@tabler/icons-react';
import { formWords } from '../text/form.ts';
import styles from './control.module.css';
import { Field, type FieldLook } from './field.tsx';
import { boxClass } from './text-input.tsx';

export type Option = { value: string; label: string };

type SelectProps = FieldLook & {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** The words of the empty choice; null leaves it out. */
  empty?: string | null;
};

/** The device's own list: nothing opens faster on a phone. */
export function Select({ value, onChange, options, empty, ...look }: SelectProps) {
  return (
    <Field {...look}>
      {(control) => (
        <div className={boxClass(look, styles.select)}>
          <select
            {...control}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {empty !== null && <option value="">{empty ?? formWords().choose}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown size="1.25rem" stroke={1.75} aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
