import { formatCount } from '../text/numbers.ts';
import { formWords } from '../text/form.ts';
import styles from './progress.module.css';

type ProgressProps = {
  label: string;
  done: number;
  total: number;
  /** Says that leaving is safe; null says nothing. */
  note?: string | null;
};

/** Long work: how far, of how much, and that leaving is safe. */
export function Progress({ label, done, total, note }: ProgressProps) {
  const words = formWords();
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className={styles.progress}>
      <p>
        <span>{label}</span>
        <span className={styles.count}>{words.progressOf(formatCount(done), formatCount(total))}</span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
        className={styles.track}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {note !== null && <p className={styles.note}>{note ?? words.leavingIsSafe}</p>}
    </div>
  );
}
