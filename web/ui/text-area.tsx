import { useLayoutEffect, useRef, type FocusEventHandler } from 'react';
import { formWords } from '../text/form.ts';
import styles from './control.module.css';
import { Field, type FieldLook } from './field.tsx';
import { boxClass } from './text-input.tsx';

type TextAreaProps = FieldLook & {
  value: string;
  onChange: (value: string) => void;
  /** Characters; what is over stays typed and is said. The counter shows from three quarters on. */
  limit?: number;
  /** Lines shown at first; the box grows with the text. */
  lines?: number;
  onBlur?: FocusEventHandler;
};

/** Several lines of text. Nothing typed is cut off: what is too long is counted. */
export function TextArea({ value, onChange, limit, lines = 3, onBlur, ...look }: TextAreaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [value]);
  const left = limit === undefined ? null : limit - [...value].length;
  return (
    <Field {...look}>
      {(control) => (
        <>
          <div className={boxClass(look, styles.area)}>
            <textarea
              {...control}
              ref={ref}
              className={styles.input}
              rows={lines}
              value={value}
              onBlur={onBlur}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          {left !== null && limit !== undefined && left < limit / 4 && <Counter left={left} />}
        </>
      )}
    </Field>
  );
}

/** How many characters are left, or too many. */
export function Counter({ left }: { left: number }) {
  const words = formWords();
  return (
    <p className={`${styles.count} ${left < 0 ? styles.over : ''}`}>
      {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
    </p>
  );
}
