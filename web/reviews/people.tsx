import { useState } from 'react';
import { formatWhen } from '../text/accounts.ts';
import { deskWords } from '../text/desk.ts';
import { formatPhone } from '../text/phone.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { type Review, useReviewActs } from './data.ts';
import { ReasonDialog } from './reason-dialog.tsx';
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
  const expel = async (reason: string) => {
    await acts.expel(reviewId, employer.id, member.accountId, reason);
    toast(words.expelled);
    onClose();
  };
  return (
    <ReasonDialog
      title={words.expelTitle}
      lead={spaced(words.expelLead(formatPhone(member.phone), employer.name))}
      label={words.expelReason}
      hint={words.expelReasonHint}
      missing={words.expelReasonMissing}
      deed={words.expel}
      onClose={onClose}
      onSend={expel}
    />
  );
}
