import { terminalWords } from '../text/terminal.ts';
import styles from './terminal.module.css';

/** The last ten seconds before the screen is wiped; any touch, not only of the button, goes on. */
export function IdleNotice({ seconds }: { seconds: number }) {
  const text = terminalWords();
  return (
    <div className={styles.idle} role="alertdialog" aria-label={text.idleTitle}>
      <div>
        <p className={styles.idleTitle}>{text.idleTitle}</p>
        <p aria-hidden="true">{text.idleCount(seconds)}</p>
        <button type="button" className={styles.primary}>
          {text.idleStay}
        </button>
      </div>
    </div>
  );
}
