import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { terminalWords } from '../text/terminal.ts';
import styles from './terminal.module.css';

type TitleProps = { title: string; aside?: string; onBack: () => void };

/** The name of a view, with the way back to the one before it. */
export function ViewTitle({ title, aside, onBack }: TitleProps) {
  const text = terminalWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.viewTitle}>
      <button type="button" className={styles.button} onClick={onBack}>
        <IconArrowLeft size="1.625rem" stroke={1.75} aria-hidden="true" />
        {text.back}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {aside && <span>{aside}</span>}
    </div>
  );
}
