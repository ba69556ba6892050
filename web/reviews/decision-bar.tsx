import { useState } from 'react';
import { returnReasons, type ReviewKind } from '../../api/reviews/contract.ts';
import { SessionEnded } from '../accounts/session-ended.tsx';
import { sessionEnded } from '../accounts/sign-in-dialog.tsx';
import { CallFailure } from '../call.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { reviewsWords } from '../text/reviews.ts';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { useReviewActs, type DecisionBody, type Review } from './data.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './review.module.css';

/** Reasons that can be about an opening, an employer, a claim. */
const reasonsOf: Record<ReviewKind, readonly (typeof returnReasons)[number][]> = {
  opening: [
    'untrue',
    'discrimination',
    'fees',
    'pay',
    'unclear-duties',
    'wrong-place',
    'contact',
    'duplicate',
    'source-missing',
    'other',
  ],
  employer: ['licence-unreadable', 'licence-mismatch', 'wrong-place', 'not-authorised', 'untrue', 'other'],
  claim: ['not-authorised', 'licence-mismatch', 'untrue', 'other'],
};

type DecisionBarProps = {
  review: Review;
  /** Whose draft of the reasons it is. */
  account: string;
  onDecided: () => void;
};

type Values = { reasons: string[]; text: string; codeOverride: string };

/** Approve, send back, refuse, or end the employer's posting. One press for the first, a reason for the others. */
export function DecisionBar({ review, account, onDecided }: DecisionBarProps) {
  const words = reviewsWords();
  const acts = useReviewActs();
  const [open, setOpen] = useState<'return' | 'refuse' | 'ban' | null>(null);
  const codeOpen = review.kind === 'employer' && review.profile.codeReason !== null;
  const [asking, setAsking] = useState<DecisionBody['decision']>('approve');
  const form = useForm<Values>({
    initial: { reasons: [], text: '', codeOverride: '' },
    draft: { form: `review:${review.id}`, account },
    check: ({ reasons, text, codeOverride }): Record<string, string> => {
      if (asking === 'approve')
        return codeOpen && codeOverride.trim().length < 2 ? { codeOverride: words.codeOverrideHint } : {};
      return reasons.length === 0 && text.trim().length < 2 ? { reasons: words.reasonMissing } : {};
    },
  });
  const decide = (decision: DecisionBody['decision']) =>
    form.submit(async ({ reasons, text, codeOverride }) => {
      const body: DecisionBody =
        decision === 'approve'
          ? { decision, reasons: [], text: '', codeOverride: codeOverride.trim() }
          : { decision, reasons: reasons as DecisionBody['reasons'], text: text.trim(), codeOverride: '' };
      try {
        await acts.decide(review.id, body);
      } catch (error) {
        if (error instanceof CallFailure && error.code === 'review.decided') acts.refresh(review.id);
        throw error;
      }
      setOpen(null);
      const said = {
        approve: review.kind === 'opening' ? words.approved : words.approvedEmployer,
        return: words.returned,
        refuse: words.refused,
      };
      toast(said[decision]);
      onDecided();
    });
  const ask = (decision: 'return' | 'refuse') => {
    setAsking(decision);
    setOpen(decision);
  };
  const failure = sessionEnded(form.failed) ? null : form.failure;
  return (
    <form
      ref={form.ref}
      className={styles.bar}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        decide('approve')();
      }}
    >
      {codeOpen && open === null && (
        <div className={styles.override}>
          <TextInput
            label={words.codeOverride}
            hint={words.codeOverrideHint}
            maxLength={300}
            {...form.field('codeOverride')}
          />
        </div>
      )}
      <FormFoot stays failure={open === null ? failure : null}>
        {review.kind !== 'claim' && review.profile.standing !== 'banned' && (
          <Button kind="quiet" className={styles.careful} onClick={() => setOpen('ban')}>
            {words.ban}
          </Button>
        )}
        <Button onClick={() => ask('refuse')}>{words.refuse}</Button>
        <Button onClick={() => ask('return')}>{words.sendBack}</Button>
        <Button
          kind="primary"
          type="submit"
          working={form.working && open === null}
          onClick={() => setAsking('approve')}
        >
          {words.approve}
        </Button>
      </FormFoot>
      {(open === 'return' || open === 'refuse') && (
        <Dialog title={open === 'return' ? words.whyReturn : words.whyRefuse} onClose={() => setOpen(null)}>
          <div className={styles.dialog}>
            <CheckGroup
              label={open === 'return' ? words.whyReturn : words.whyRefuse}
              labelHidden
              options={reasonsOf[review.kind].map((value) => ({
                value,
                label: deskOpeningWords().reasons[value] ?? value,
              }))}
              {...form.field('reasons')}
            />
            <TextArea
              label={words.whatToMend}
              hint={words.whatToMendHint}
              limit={1000}
              {...form.field('text')}
            />
            <FormFoot failure={failure} note={form.draftNote}>
              <Button onClick={() => setOpen(null)}>{words.cancel}</Button>
              <Button kind="primary" working={form.working} onClick={() => decide(open)()}>
                {words.send}
              </Button>
            </FormFoot>
          </div>
        </Dialog>
      )}
      {open === 'ban' && <BanDialog review={review} onClose={() => setOpen(null)} onDone={onDecided} />}
      <SessionEnded failed={form.failed} kind="staff" onDone={() => decide(asking)()} />
    </form>
  );
}

function BanDialog({ review, onClose, onDone }: { review: Review; onClose: () => void; onDone: () => void }) {
  const words = reviewsWords();
  const acts = useReviewActs();
  const ban = async (reason: string) => {
    const { taken } = await acts.ban(review.id, review.employer.id, reason);
    toast(words.banned(taken));
    onClose();
    onDone();
  };
  return (
    <ReasonDialog
      title={words.banTitle}
      lead={`${review.employer.name}。${words.banLead}`}
      label={words.banReason}
      hint={words.banReasonHint}
      missing={words.banReasonMissing}
      deed={words.ban}
      onClose={onClose}
      onSend={ban}
    />
  );
}
