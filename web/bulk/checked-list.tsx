import { useState } from 'react';
import type { BulkChoice, BulkUpload } from '../../api/bulk/contract.ts';
import { bulkWords } from '../text/bulk.ts';
import { formatCount } from '../text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { failureSentence } from '../ui/use-form.ts';
import type { OneListProps } from './bulk-page.tsx';
import styles from './bulk.module.css';
import { useBulkActs } from './data.ts';
import { RowsPanel } from './rows-panel.tsx';

type CheckedListProps = OneListProps & { upload: BulkUpload };

/** What is wrong in which row, and which of them to hand in. */
export function CheckedList({ upload, employerId, forEmployer, onAnother }: CheckedListProps) {
  const words = bulkWords();
  const acts = useBulkActs(employerId);
  const good = upload.counts.good ?? 0;
  const bad = upload.counts.bad ?? 0;
  const [choice, setChoice] = useState<BulkChoice>(good > 0 ? 'good' : 'all');
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async () => {
    setIsSending(true);
    setFailure(null);
    try {
      await acts.publish(upload.id, bad === 0 ? 'good' : choice);
    } catch (error) {
      setFailure(failureSentence(error));
      setIsSending(false);
    }
  };
  return (
    <>
      <p className={styles.file}>{upload.fileName}</p>
      <div role="status">
        <h2 className={styles.result}>
          {words.checkedTitle(formatCount(upload.rows))}
          <span className={styles.good}>{words.checkedGood(formatCount(good))}</span>
          {bad > 0 && <span className={styles.bad}>{words.checkedBad(formatCount(bad))}</span>}
        </h2>
      </div>
      {upload.isAgain && <p className={styles.note}>{words.again}</p>}
      <p className={styles.note}>{bad === 0 ? words.allGood : words.editInFile}</p>
      <RowsPanel upload={upload} first={bad > 0 ? 'faults' : 'all'} />
      {bad > 0 && good > 0 && (
        <RadioGroup
          label={words.choice}
          look="rows"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'good', label: words.good(formatCount(good)), more: words.goodMore(formatCount(bad)) },
            {
              value: 'all',
              label: words.all(formatCount(upload.rows)),
              more: (forEmployer ? words.allMoreFor : words.allMore)(formatCount(good), formatCount(bad)),
            },
          ]}
        />
      )}
      {good === 0 && <p className={styles.note}>{words.noneGood}</p>}
      <FormFoot failure={failure} stays>
        <Button kind={good > 0 ? 'primary' : 'secondary'} working={isSending} onClick={() => void send()}>
          {isSending
            ? words.sending
            : good > 0
              ? words.send(formatCount(good))
              : words.saveDrafts(formatCount(bad))}
        </Button>
        <Button kind={good > 0 ? 'secondary' : 'primary'} onClick={onAnother}>
          {words.another}
        </Button>
      </FormFoot>
    </>
  );
}
