import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { terminalOpeningByCode } from '../../api/terminals/contract.ts';
import { call, CallFailure } from '../call.ts';
import { terminalWords } from '../text/terminal.ts';
import styles from './terminal.module.css';
import type { Show } from './view.ts';
import { ViewTitle } from './view-title.tsx';

/** The characters a code is made of: none that is taken for another. */
const KEYS = '234679ACDEFGHJKMNPQRT';
const LENGTH = 6;

/** Six characters from a slip or a poster. What the machine keeps is looked through first. */
export function CodeView({ show }: { show: Show }) {
  const text = terminalWords();
  const [code, setCode] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const { openings, onOpen } = show;
  const asked = useRef(0);
  const type = (key: string) => {
    setTold(null);
    setCode((before) => (before.length < LENGTH ? before + key : before));
  };
  const remove = () => {
    setTold(null);
    setCode((before) => before.slice(0, -1));
  };
  useEffect(() => {
    if (code.length < LENGTH) return;
    const kept = openings.find((opening) => opening.code === code);
    if (kept) return onOpen(kept);
    const number = ++asked.current;
    setTold(text.codeSearching);
    call(terminalOpeningByCode, { params: { code } })
      .then((opening) => number === asked.current && onOpen(opening))
      .catch((error: unknown) => {
        if (number !== asked.current) return;
        const isOut = error instanceof CallFailure && ['offline', 'slow'].includes(error.kind);
        setTold(isOut ? text.codeOffline : text.codeMissing);
      });
    // Once for each whole code.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toUpperCase();
      if (key.length === 1 && KEYS.includes(key)) type(key);
      else if (key === 'BACKSPACE') remove();
    };
    addEventListener('keydown', pressed);
    return () => {
      asked.current = -1;
      removeEventListener('keydown', pressed);
    };
  }, []);
  return (
    <>
      <ViewTitle title={text.codeTitle} onBack={() => show.go({ kind: 'home' })} />
      <output className={styles.typed} aria-label={code}>
        {Array.from({ length: LENGTH }, (_, at) => (
          <span key={at} className={at === 3 ? styles.second : undefined}>
            {code[at] ?? ''}
          </span>
        ))}
      </output>
      <p className={told ? styles.fault : styles.quiet} role="status">
        {told ?? text.codeHint}
      </p>
      <div className={styles.codePad}>
        {[...KEYS].map((key) => (
          <button type="button" key={key} className={styles.key} onClick={() => type(key)}>
            {key}
          </button>
        ))}
        <button type="button" className={styles.key} aria-label={text.keyboardDelete} onClick={remove}>
          <IconBackspace size="1.5rem" stroke={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.key}
          onClick={() => {
            setTold(null);
            setCode('');
          }}
        >
          {text.keyboardClear}
        </button>
      </div>
    </>
  );
}
