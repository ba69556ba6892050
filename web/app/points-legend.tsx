import { words } from '../text/words.ts';
import { House } from '../ui/icons.tsx';
import styles from './frame.module.css';

/** What the houses on the map mean. */
export function PointsLegend() {
  const states = [
    ['open', words.legendOpen],
    ['later', words.legendLater],
    ['closed', words.legendClosed],
  ] as const;
  const terminals = [
    ['working', words.legendWorking],
    ['broken', words.legendBroken],
  ] as const;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {states.map(([state, word]) => (
        <li key={state}>
          <House state={state} />
          {word}
        </li>
      ))}
      {terminals.map(([terminal, word]) => (
        <li key={terminal}>
          <House state="open" terminal={terminal} size="1.375rem" />
          {word}
        </li>
      ))}
      <li className={styles.legendNone}>{words.legendNone}</li>
    </ul>
  );
}
