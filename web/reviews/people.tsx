import { useState } from 'react';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { formatWhen } from '../text/accounts.ts';
import { deskWords } from '../text/desk.ts';
import { formatPhone } from '../text/phone.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import { type Review, useReviewActs } from './data.ts';
import styles from './review.module.css';

type Member = Review['profile']['members'][number];

/** Who speaks for the employer; one who has no right to is taken out here. */
export function People({ reviewId, profile }: { reviewId: string; profile: Review['profile'] }) {
  const words = reviewsWords();
  const desk = deskWords();
  const now = useNow();
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <>
      <ul className={styles.people}>
        {profile.members.map((member) => (
          <li key={member.accountId}>
            <p>
              {formatPhone(member.phone)}
              <small>
                {member.role === 'owner' ? desk.owner : desk.member}，
                {desk.memberSince(formatWhen(member.since, now))}
              </small>
            </p>
            <Button dense kind="quiet" className={styles.careful} onClick={() => setLeaving(member)}>
              {words.expel}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <ExpelDialog
          reviewId={reviewId}
          employer={profile}
          member={leaving}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

type ExpelDialogProps = {
  reviewId: string;
  employer: { id: string; name: string };
  member: Member;
  onClose: () => void;
};

function ExpelDialog({ reviewId, employer, member, onClose }: ExpelDialogProps) {
  const words = reviewsWords();
  const acts = useReviewActs();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length >= 2 ? undefined : words.expelReasonMissing }),
  });
  const send = form.submit(async ({ reason }) => {
    await acts.expel(reviewId, employer.id, member.accountId, reason.trim());
    toast(words.expelled);
    onClose();
  });
  return (
    <Dialog title={words.expelTitle} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{spaced(words.expelLead(formatPhone(member.phone), employer.name))}</p>
        <TextArea
          label={words.expelReason}
          hint={words.expelReasonHint}
          limit={500}
          {...form.field('reason')}
        />
        <FormFoot failure={sessionEnded(form.failed) ? null : form.failure}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" className={styles.ban} working={form.working} onClick={() => send()}>
            {words.expel}
          </Button>
        </FormFoot>
      </div>
      <SessionEnded failed={form.failed} kind="staff" onDone={() => send()} />
    </Dialog>
  );
}
