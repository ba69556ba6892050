import { IconCheck } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import styles from './choice.module.css';
import { FieldGroup, type FieldLook } from './field.tsx';
import type { Option } from './select.tsx';

type RadioGroupProps<T extends string> = FieldLook & {
  value: T | '';
  onChange: (value: T) => void;
  options: readonly (Option & { value: T; more?: ReactNode })[];
  /** `rows` stand under each other and have room for a sentence (`more`). */
  look?: 'chips' | 'rows';
};

/** One of a few things. Arrow keys move as in every radio group. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { value, onChange, options, look = 'chips', ...field } = props;
  const group = useId();
  const inputOf = (option: Option & { value: T }) => (
    <input
      type="radio"
      name={group}
      checked={value === option.value}
      onChange={() => onChange(option.value)}
    />
  );
  return (
    <FieldGroup {...field}>
      {look === 'chips' ? (
        <div className={styles.chips}>
          {options.map((option) => (
            <label key={option.value} className={styles.chip}>
              {inputOf(option)}
              <IconCheck size="1.125rem" stroke={2} aria-hidden="true" />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      ) : (
        <div className={styles.rows}>
          {options.map((option) => (
            <label key={option.value} className={styles.row}>
              {inputOf(option)}
              <span>
                <b>{option.label}</b>
                {option.more && <small>{option.more}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
