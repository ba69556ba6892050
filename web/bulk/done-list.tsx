import { Link } from 'wouter';
import type { BulkUpload } from '../../api/bulk/contract.ts';
import { bulkWords } from '../text/bulk.ts';
import { formatCount } from '../text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import type { OneListProps } from './bulk-page.tsx';
import styles from './bulk.module.css';
import { RowsPanel } from './rows-panel.tsx';

const told = ['sent', 'changed', 'same', 'drafted', 'skipped', 'refused'] as const;

/** How far it is, and what became of the rows. */
export function DoneList({ upload, listHref, onAnother }: OneListProps & { upload: BulkUpload }) {
  const words = bulkWords();
  const { counts, progress, state } = upload;
  return (
    <>
      <p className={styles.file}>{upload.fileName}</p>
      {state === 'publishing' ? (
        <Progress label={words.publishing} done={progress.done} total={progress.of} />
      ) : (
        <div role="status">
          <h2 className={styles.result}>{words.doneTitle}</h2>
        </div>
      )}
      {upload.isAgain && <p className={styles.note}>{words.again}</p>}
      {state === 'done' && (
        <>
          <ul className={styles.counts}>
            {told
              .filter((name) => (counts[name] ?? 0) > 0)
              .map((name) => (
                <li key={name} className={name === 'refused' ? styles.bad : undefined}>
                  {words.counts[name](formatCount(counts[name]!))}
                </li>
              ))}
          </ul>
          <p className={styles.buttons}>
            {listHref && (
              <Link href={listHref} className={styles.primary}>
                {words.toList}
              </Link>
            )}
            <Button kind={listHref ? 'secondary' : 'primary'} onClick={onAnother}>
              {words.another}
            </Button>
          </p>
          <RowsPanel upload={upload} first={counts.refused ? 'faults' : 'all'} />
        </>
      )}
    </>
  );
}
