import type { OpenState } from '../../api/service-points/contract.ts';
import { formatOpening } from '../text/open-state.ts';
import { words } from '../text/words.ts';
import styles from './row.module.css';

/** `开门中，到 17:30`, the state itself in willow when it is open. */
export function StateLine({ open, now }: { open: OpenState; now: Date }) {
  const text = formatOpening(open, now);
  if (open.state !== 'open') return <>{text}</>;
  return (
    <>
      <strong className={styles.open}>{words.open}</strong>
      {text.slice(words.open.length)}
    </>
  );
}
