import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { Counter } from '../ui/text-area.tsx';
import { boxClass } from '../ui/text-input.tsx';
import controls from '../ui/control.module.css';
import { Field } from '../ui/field.tsx';
import { cutAtMarks, type Numbered } from '../moderation/findings.ts';
import styles from './marked-text.module.css';

type MarkedTextProps = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  findings: readonly Numbered[];
  limit: number;
  /** 1 is a single line. */
  lines?: number;
  /** Selects the words of a finding; a new object each time. */
  selected?: { start: number; end: number } | null;
};

/** Text that is read by the lint while it is typed: its words are marked where they stand. */
export function MarkedText(props: MarkedTextProps) {
  const { name, label, hint, value, onChange, fault, findings, limit, lines = 1, selected } = props;
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const marksId = useId();
  const isError = findings.some(({ severity }) => severity === 'error');
  const isWarned = findings.length > 0;
  useLayoutEffect(() => {
    const area = control.current;
    if (lines === 1 || !area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [value, lines]);
  useEffect(() => {
    if (!selected || !control.current) return;
    control.current.focus({ preventScroll: true });
    control.current.setSelectionRange(selected.start, selected.end);
    control.current.scrollIntoView({ block: 'center' });
  }, [selected]);
  const alignMirror = () => {
    if (mirror.current && control.current) mirror.current.scrollLeft = control.current.scrollLeft;
  };
  useLayoutEffect(alignMirror, [value]);
  const left = limit - [...value].length;
  const Control = lines === 1 ? 'input' : 'textarea';
  return (
    <Field label={label} hint={hint} fault={fault} name={name}>
      {(given) => (
        <>
          <div
            className={boxClass(
              { fault: fault || isError, warning: isWarned },
              [lines > 1 ? controls.area : '', styles.box].join(' '),
            )}
          >
            <div
              ref={mirror}
              aria-hidden="true"
              className={[styles.mirror, lines === 1 && styles.line].filter(Boolean).join(' ')}
            >
              {cutAtMarks(value, findings).map(({ text, finding }, index) =>
                finding ? (
                  <mark key={index} className={finding.severity === 'error' ? styles.must : styles.reason}>
                    {text}
                    <i>{finding.number}</i>
                  </mark>
                ) : (
                  <span key={index}>{text}</span>
                ),
              )}
              {/* A last empty line would fall together. */}
              {'​'}
            </div>
            <Control
              {...given}
              aria-describedby={[given['aria-describedby'], marksId].filter(Boolean).join(' ')}
              aria-invalid={fault || isError ? true : undefined}
              ref={control}
              className={`${controls.input} ${styles.control}`}
              value={value}
              {...(lines > 1 ? { rows: lines } : { autoComplete: 'off' })}
              onScroll={alignMirror}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          {left < limit / 4 && <Counter left={left} />}
          <p id={marksId} className="visually-hidden">
            {findings.map(({ number, words, advice }) => `${number}. ${words}：${advice}`).join('。')}
          </p>
        </>
      )}
    </Field>
  );
}
