import { useState } from 'react';
import type { Closure } from '../../api/service-points/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { CheckBox } from '../ui/check-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { todayInYangzhou } from './dates.ts';
import { DialogFoot } from './dialog-foot.tsx';
import styles from './point-desk.module.css';

type ClosureDialogProps = {
  closure: Closure | null;
  onDone: (closure: Closure | null) => void;
  onClose: () => void;
};

/** Shut for a while, or elsewhere: from when, until when, why, and where people go meanwhile. */
export function ClosureDialog({ closure, onDone, onClose }: ClosureDialogProps) {
  const words = pointsDeskWords();
  const [from, setFrom] = useState(closure?.from ?? todayInYangzhou());
  const [to, setTo] = useState(closure ? closure.to : todayInYangzhou(3));
  const [reason, setReason] = useState(closure?.reason ?? '');
  const [movedTo, setMovedTo] = useState(closure?.movedTo ?? '');
  const [tried, setTried] = useState(false);
  const order = to !== null && to < from ? words.orderSentence(words.closure, `${from}–${to}`) : undefined;
  const noReason = reason.trim() === '' ? words.closureReasonHint : undefined;
  const done = () => {
    setTried(true);
    if (order || noReason || !from) return;
    onDone({ from, to, reason: reason.trim(), movedTo: movedTo.trim() || null });
  };
  return (
    <Dialog
      title={words.closure}
      onClose={onClose}
      foot={
        <DialogFoot onDone={done} onClose={onClose} onRemove={closure ? () => onDone(null) : undefined} />
      }
    >
      <div className={styles.dialog}>
        <div className={styles.pair}>
          <TextInput type="date" label={words.exceptionFrom} value={from} onChange={setFrom} />
          {to !== null && (
            <TextInput type="date" label={words.exceptionTo} value={to} onChange={setTo} fault={order} />
          )}
        </div>
        <CheckBox checked={to === null} onChange={(open) => setTo(open ? null : from)}>
          {words.closureNoEnd}
        </CheckBox>
        <TextInput
          label={words.closureReason}
          hint={words.closureReasonHint}
          maxLength={60}
          value={reason}
          onChange={setReason}
          fault={tried ? noReason : undefined}
        />
        <TextInput
          label={words.closureMovedTo}
          hint={words.closureMovedToHint}
          maxLength={100}
          value={movedTo}
          onChange={setMovedTo}
        />
      </div>
    </Dialog>
  );
}
