import { IconCheck } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import styles from './choice.module.css';
import { FieldGroup, FieldNote, type FieldLook } from './field.tsx';
import type { Option } from './select.tsx';

type CheckGroupProps = FieldLook & {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly Option[];
};

/** Any number of a few things, as chips. Keeps the order of the options. */
export function CheckGroup({ value, onChange, options, ...look }: CheckGroupProps) {
  return (
    <FieldGroup {...look}>
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              type="checkbox"
              name={look.name}
              checked={value.includes(option.value)}
              onChange={({ target: { checked } }) =>
                onChange(
                  options
                    .map((each) => each.value)
                    .filter((each) => (each === option.value ? checked : value.includes(each))),
                )
              }
            />
            <IconCheck size="1.125rem" stroke={2} aria-hidden="true" />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckBoxProps = Pick<FieldLook, 'fault' | 'name'> & {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** A smaller sentence under the words. */
  more?: ReactNode;
  children: ReactNode;
};

/** One thing that holds or does not: a consent, a switch. */
export function CheckBox({ checked, onChange, more, fault, name, children }: CheckBoxProps) {
  const id = useId();
  return (
    <div data-fault={fault ? '' : undefined}>
      <label className={[styles.row, styles.alone, fault && styles.invalid].filter(Boolean).join(' ')}>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          <b>{children}</b>
          {more && <small>{more}</small>}
        </span>
      </label>
      <FieldNote id={id} fault={fault} />
    </div>
  );
}
