import { IconBackspace } from '@tabler/icons-react';
import { useEffect } from 'react';
import { terminalWords } from '../text/terminal.ts';
import { findByLetters } from './find.ts';
import { rowProps } from './home-view.tsx';
import { OpeningRows } from './opening-list.tsx';
import styles from './terminal.module.css';
import type { Show } from './view.ts';
import { ViewTitle } from './view-title.tsx';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LONGEST = 24;
const AT_A_TIME = 6;

/** Typing with the fingers on glass: pinyin or initials, found while one types. */
export function KeyboardView({ show, letters }: { show: Show; letters: string }) {
  const text = terminalWords();
  const found = findByLetters(show.openings, letters);
  const { go } = show;
  const type = (next: string) => go({ kind: 'keyboard', letters: next.slice(0, LONGEST) });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[a-z]$/i.test(event.key))
        go({ kind: 'keyboard', letters: (letters + event.key.toLowerCase()).slice(0, LONGEST) });
      else if (event.key === 'Backspace') go({ kind: 'keyboard', letters: letters.slice(0, -1) });
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [letters, go]);
  return (
    <>
      <ViewTitle
        title={text.keyboardTitle}
        aside={letters ? text.found(found.length) : undefined}
        onBack={() => go({ kind: 'home' })}
      />
      <div className={styles.typing}>
        <div>
          <output className={styles.letters}>{letters || <span>{text.keyboardHint}</span>}</output>
          <div className={styles.keyboard}>
            {ROWS.map((row, index) => (
              <div key={row} className={styles.keyRow}>
                {[...row].map((letter) => (
                  <button
                    type="button"
                    key={letter}
                    className={styles.key}
                    onClick={() => type(letters + letter)}
                  >
                    {letter}
                  </button>
                ))}
                {index === ROWS.length - 1 && (
                  <button
                    type="button"
                    className={styles.wideKey}
                    aria-label={text.keyboardDelete}
                    onClick={() => type(letters.slice(0, -1))}
                  >
                    <IconBackspace size="1.5rem" stroke={1.75} aria-hidden="true" />
                  </button>
                )}
                {index === ROWS.length - 1 && (
                  <button type="button" className={styles.wideKey} onClick={() => type('')}>
                    {text.keyboardClear}
                  </button>
                )}
              </div>
            ))}
          </div>
        </div>
        <div>
          {letters && <OpeningRows key={letters} openings={found} atATime={AT_A_TIME} {...rowProps(show)} />}
        </div>
      </div>
    </>
  );
}
