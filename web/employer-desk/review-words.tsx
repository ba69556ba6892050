import { IconAlertCircle } from '@tabler/icons-react';
import type { DeskOpening } from '../../api/opening-desk/contract.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './opening-page.module.css';
import { useOpeningActs } from './use-opening-acts.ts';

/** What the reviewer said when something came back, and the employer's answer. */
export function ReviewWords({ opening }: { opening: DeskOpening }) {
  const words = deskOpeningWords();
  const acts = useOpeningActs();
  const { review } = opening;
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() ? undefined : words.answerHint }),
  });
  if (!review || (review.state !== 'returned' && review.state !== 'refused')) return null;
  const send = form.submit(async ({ text }) => {
    await acts.answer(opening, text.trim());
    form.reset({ text: '' });
    toast(words.answerSent);
  });
  return (
    <section className={styles.review} aria-label={words.sentBack}>
      <p className={styles.reviewHead}>
        <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" />
        <b>{review.state === 'returned' ? words.sentBack : words.refusedBy}</b>
      </p>
      {review.reasons.length > 0 && (
        <ul>
          {review.reasons.map((reason) => (
            <li key={reason}>{words.reasons[reason] ?? reason}</li>
          ))}
        </ul>
      )}
      {review.text && <p className={styles.said}>{review.text}</p>}
      {review.answer ? (
        <p className={styles.answered}>{words.answered(review.answer)}</p>
      ) : (
        <details>
          <summary>{words.answer}</summary>
          {/* It may stand inside the form of the opening, so it is not a form of its own. */}
          <div className={styles.answer}>
            <TextArea label={words.answer} hint={words.answerHint} limit={1000} {...form.field('text')} />
            <FormFoot failure={form.failure}>
              <Button working={form.working} onClick={() => send()}>
                {words.answerSend}
              </Button>
            </FormFoot>
          </div>
        </details>
      )}
    </section>
  );
}
