import { useState, type ReactNode } from 'react';
import type { TerminalOpening } from '../../api/terminals/contract.ts';
import { terminalWords } from '../text/terminal.ts';
import { OpeningRow } from './opening-row.tsx';
import styles from './terminal.module.css';

type ListProps = {
  openings: readonly TerminalOpening[];
  /** How many stand there at first, and come with each press. */
  atATime: number;
  origin: string;
  now: Date;
  onPrint: ((opening: TerminalOpening) => void) | null;
  onOpen: (opening: TerminalOpening) => void;
  empty?: ReactNode;
};

/** A QR code costs 2 ms to draw: rows come in handfuls. */
export function OpeningRows({ openings, atATime, empty, ...row }: ListProps) {
  const text = terminalWords();
  const [shown, setShown] = useState(atATime);
  if (openings.length === 0)
    return (
      <div className={styles.empty}>
        <p>{text.listEmpty}</p>
        <p className={styles.quiet}>{text.listEmptyNext}</p>
        {empty}
      </div>
    );
  const rest = openings.length - shown;
  return (
    <>
      <ul aria-label={text.rowsLabel}>
        {openings.slice(0, shown).map((opening) => (
          <OpeningRow key={opening.id} opening={opening} {...row} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.wide} onClick={() => setShown(shown + atATime)}>
          {text.more(Math.min(atATime, rest))}
        </button>
      )}
    </>
  );
}
