import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { reviewsWords } from '../text/reviews.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './review.module.css';

type ReasonDialogProps = {
  title: string;
  lead: string;
  label: string;
  hint: string;
  missing: string;
  deed: string;
  onClose: () => void;
  /** Does it, and closes when it is done. */
  onSend: (reason: string) => Promise<void>;
};

/** A deed that cannot be undone lightly, with the reason for it. */
export function ReasonDialog({
  title,
  lead,
  label,
  hint,
  missing,
  deed,
  onClose,
  onSend,
}: ReasonDialogProps) {
  const words = reviewsWords();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length >= 2 ? undefined : missing }),
  });
  const send = form.submit(({ reason }) => onSend(reason.trim()));
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{lead}</p>
        <TextArea label={label} hint={hint} limit={500} {...form.field('reason')} />
        <FormFoot failure={sessionEnded(form.failed) ? null : form.failure}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" className={styles.ban} working={form.working} onClick={() => send()}>
            {deed}
          </Button>
        </FormFoot>
      </div>
      <SessionEnded failed={form.failed} kind="staff" onDone={() => send()} />
    </Dialog>
  );
}
