import { useState, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { formWords } from '../text/form.ts';
import styles from './control.module.css';
import { Field, type FieldLook } from './field.tsx';

type Passed = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'onBlur'
  | 'onFocus'
  | 'onPaste'
  | 'onKeyDown'
  | 'readOnly'
  | 'required'
  | 'spellCheck'
  | 'autoCapitalize'
  | 'list'
>;

type TextInputProps = FieldLook &
  Passed & {
    value: string;
    onChange: (value: string) => void;
    type?: 'text' | 'tel' | 'email' | 'password' | 'date' | 'time' | 'datetime-local' | 'search' | 'url';
    /** Inside the box, before and after what is typed. */
    icon?: ReactNode;
    unit?: ReactNode;
    inputRef?: Ref<HTMLInputElement>;
  };

/** One line of text. `type="password"` gets a word to look at it. */
export function TextInput(props: TextInputProps) {
  const { value, onChange, type = 'text', icon, unit, inputRef } = props;
  const { label, hint, fault, warning, note, good, name, className, labelHidden, ...passed } = props;
  const [seen, setSeen] = useState(false);
  const words = formWords();
  const attributes = pick(passed);
  return (
    <Field {...{ label, hint, fault, warning, note, good, name, className, labelHidden }}>
      {(control) => (
        <div className={boxClass(props)}>
          {icon}
          <input
            {...attributes}
            {...control}
            ref={inputRef}
            type={type === 'password' && seen ? 'text' : type}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
          {type === 'password' && (
            <button
              type="button"
              className={styles.reveal}
              aria-pressed={seen}
              onClick={() => setSeen(!seen)}
            >
              {seen ? words.hidePassword : words.showPassword}
            </button>
          )}
        </div>
      )}
    </Field>
  );
}

/** The frame around a control: red, amber or plain. */
export const boxClass = ({ fault, warning }: Pick<FieldLook, 'fault' | 'warning'>, more?: string) =>
  [styles.box, fault ? styles.invalid : warning ? styles.warned : null, more].filter(Boolean).join(' ');

function pick(props: object): Passed {
  const { value, onChange, type, icon, unit, inputRef, ...rest } = props as Record<string, unknown>;
  void [value, onChange, type, icon, unit, inputRef];
  return rest;
}
