import { useState } from 'react';
import {
  type InboxApplication,
  unsuitableReasons,
  type UnsuitableReason,
} from '../../api/applications/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useMove } from './data.ts';
import styles from './inbox.module.css';

/** The two steps that cannot be taken back, or that somebody has to bear. */
export type Asked = { item: InboxApplication; to: 'hired' | 'unsuitable'; headcount: number };

/** Says what the step does before it is done. */
export function MoveDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const words = applicationsWords();
  const { item, to, headcount } = asked;
  const [reason, setReason] = useState<UnsuitableReason | ''>('');
  const [fault, setFault] = useState<string | undefined>();
  const move = useMove();
  const name = item.name ?? '';
  const isHire = to === 'hired';
  const send = () => {
    if (!isHire && reason === '') return setFault(words.unsuitableNeeded);
    move.mutate(
      { id: item.id, version: item.version, state: to, ...(reason === '' ? {} : { reason }) },
      {
        onSuccess: ({ opening }) => {
          toast(isHire && opening.status === 'closed' ? words.closedNow : words.moved[to]);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={isHire ? words.hireTitle(name) : words.unsuitableTitle(name)} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{isHire ? words.hireLead(headcount) : words.unsuitableLead}</p>
        {!isHire && (
          <RadioGroup
            label={words.unsuitableReason}
            labelHidden
            look="rows"
            value={reason}
            fault={fault}
            options={unsuitableReasons.map((value) => ({ value, label: words.reasons[value] }))}
            onChange={(value) => {
              setReason(value);
              setFault(undefined);
            }}
          />
        )}
        {move.isError && (
          <p className={styles.failed} role="alert">
            {failureSentence(move.error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" working={move.isPending} onClick={send}>
            {isHire ? words.hireConfirm : words.unsuitableConfirm}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
