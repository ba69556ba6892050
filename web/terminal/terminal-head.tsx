import type { TerminalPage } from '../../api/terminals/contract.ts';
import { shortCounty } from '../openings/card.tsx';
import { formatTime, localTime } from '../text/clock.ts';
import { formatOpening } from '../text/open-state.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import { Logo } from '../ui/icons.tsx';
import styles from './terminal.module.css';

type HeadProps = { point: TerminalPage['point']; now: Date };

/** Whose terminal it is, and what time: by the server's clock. */
export function TerminalHead({ point, now }: HeadProps) {
  const text = terminalWords();
  const { month, day, weekday } = localTime(now);
  const where = `${shortCounty(point.district.name)}${point.town?.name ?? ''}`;
  // What was fetched hours ago knows of doors that have closed since.
  const isOver = point.open.until !== null && Date.parse(point.open.until) <= now.getTime();
  const state = isOver ? null : formatOpening(point.open, now);
  return (
    <header className={styles.head}>
      <Logo size="3.25rem" />
      <div className={styles.headName}>
        <p className={styles.pointName}>{point.name}</p>
        <p>{[where, state].filter(Boolean).join('，')}</p>
      </div>
      <div className={styles.clock}>
        <p>{formatTime(now)}</p>
        <p>{text.date(month, day, words.weekdays[weekday - 1] ?? '')}</p>
      </div>
    </header>
  );
}
