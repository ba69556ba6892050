import { useState } from 'react';
import { type DeskPoint, handOverPoint } from '../../api/point-desk/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useDeed, useDeskPoints } from './data.ts';
import { DialogFoot } from './dialog-foot.tsx';
import styles from './point-desk.module.css';

const mayManage = ({ roles }: StaffMember) =>
  roles.includes('county-manager') || roles.includes('city-administrator');

/** A point is given up for good: its work goes to another of the same county. */
export function HandOver({ point, viewer }: { point: DeskPoint; viewer: StaffMember }) {
  const words = pointsDeskWords();
  const [open, setOpen] = useState(false);
  if (!mayManage(viewer)) return null;
  return (
    <p className={styles.handOver}>
      <Button kind="quiet" className={styles.careful} onClick={() => setOpen(true)}>
        {words.handOver}
      </Button>
      {open && <HandOverDialog point={point} onClose={() => setOpen(false)} />}
    </p>
  );
}

function HandOverDialog({ point, onClose }: { point: DeskPoint; onClose: () => void }) {
  const words = pointsDeskWords();
  const near = useDeskPoints({ division: point.facts.division.slice(0, 6), limit: 2000 }).data?.items ?? [];
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const deed = useDeed(handOverPoint);
  const options = near
    .filter(({ id }) => id !== point.id)
    .map(({ id, name, town }) => ({ value: id, label: town ? `${name}，${town.name}` : name }));
  const done = () => {
    setTried(true);
    if (!to || !reason.trim()) return;
    deed.mutate(
      { params: { id: point.id }, body: { toPointId: to, reason: reason.trim() } },
      {
        onSuccess: ({ listings, tasks }) => {
          toast(words.handedOver(formatCount(listings), formatCount(tasks)));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={words.handOver}
      onClose={onClose}
      foot={
        <DialogFoot doneLabel={words.handOverDo} working={deed.isPending} onDone={done} onClose={onClose} />
      }
    >
      <div className={styles.dialog}>
        <p>{words.handOverLead}</p>
        <Select
          label={words.handOverTo}
          value={to}
          options={options}
          onChange={setTo}
          fault={tried && !to ? words.handOverTo : undefined}
        />
        <TextInput
          label={words.handOverReason}
          maxLength={200}
          value={reason}
          onChange={setReason}
          fault={tried && !reason.trim() ? words.handOverReason : undefined}
        />
        {deed.isError && <p className={styles.fault}>{deed.error.message}</p>}
      </div>
    </Dialog>
  );
}
