import { IconAlertCircle } from '@tabler/icons-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { readCode, type CodeFault } from '../openings/code.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import styles from './page.module.css';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

const sentenceFor = (fault: CodeFault): string => {
  if (fault === 'bad') return words.codeBad;
  return fault === 'long' ? words.codeLong : words.codeShort(fault.missing);
};

/** Six characters from a slip, a poster or a terminal open the opening they stand for. */
export function CodePage() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<CodeFault | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const open = (event: FormEvent) => {
    event.preventDefault();
    const read = readCode(text);
    if ('code' in read) return navigate(urls.opening(read.code));
    setFault(read.fault);
    input.current?.focus();
  };
  return (
    <PlainPage title={words.codePageTitle} section="code">
      <form className={styles.narrow} onSubmit={open} noValidate>
        <h1 tabIndex={-1}>{words.codePageTitle}</h1>
        <p className={styles.lead}>{words.codePageLead}</p>
        <div className={styles.field}>
          <label htmlFor={id}>
            {words.codeField}
            <span>{words.codeHint}</span>
          </label>
          <input
            ref={input}
            id={id}
            value={text}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            aria-invalid={fault !== null}
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              setText(event.target.value);
              setFault(null);
            }}
          />
          <p
            id={`${id}-note`}
            className={fault ? styles.error : styles.quiet}
            role={fault ? 'alert' : undefined}
          >
            {fault && <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />}
            {fault ? sentenceFor(fault) : words.codeExample}
          </p>
        </div>
        <p className={styles.actions}>
          <Button kind="primary" type="submit">
            {words.codeOpen}
          </Button>
        </p>
      </form>
    </PlainPage>
  );
}
