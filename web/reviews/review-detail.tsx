import { Link } from 'wouter';
import { numberFindings } from '../moderation/findings.ts';
import type { Finding } from '../../api/moderation/advert.ts';
import { formatWhen } from '../text/accounts.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import { useNow } from '../ui/use-now.ts';
import type { Review } from './data.ts';
import { DecisionBar } from './decision-bar.tsx';
import { EmployerProfile } from './employer-profile.tsx';
import { Found } from './found.tsx';
import { OpeningText } from './opening-text.tsx';
import styles from './review.module.css';
import { Similar } from './similar.tsx';

type ReviewDetailProps = {
  review: Review;
  account: string;
  publicHrefOf: (code: string) => string;
  onDecided: () => void;
};

/** Everything a reviewer needs for one decision, on one page. */
export function ReviewDetail({ review, account, publicHrefOf, onDecided }: ReviewDetailProps) {
  const words = reviewsWords();
  const now = useNow();
  const findings = numberFindings(review.lint as Finding[]);
  return (
    <article className={styles.review}>
      <div className={styles.body}>
        <header className={styles.head}>
          <p className={styles.quiet}>
            {words.causes[review.cause]}，{words.askedAt(formatWhen(review.askedAt, now))}
            {review.state !== 'waiting' && <b>，{words.states[review.state]}</b>}
          </p>
          <h1 tabIndex={-1}>{spaced(review.title)}</h1>
          {review.kind !== 'employer' && <p>{review.employer.name}</p>}
          {review.openingCode && review.openingStatus === 'published' && (
            <Link href={publicHrefOf(review.openingCode)}>{words.publicPage}</Link>
          )}
        </header>
        {review.note && (
          <section>
            <h2>{words.note}</h2>
            <p className={styles.said}>{review.note}</p>
          </section>
        )}
        {review.form && (
          <>
            <section>
              <h2>{words.findings}</h2>
              <Found findings={findings} reasons={review.form.reasons} />
            </section>
            <section>
              <h2>{words.wholeText}</h2>
              <OpeningText form={review.form} standing={review.standing} findings={findings} />
            </section>
            <section>
              <h2>{words.similar}</h2>
              <Similar
                form={review.form}
                employer={review.employer.name}
                similar={review.similar}
                hrefOf={publicHrefOf}
              />
            </section>
          </>
        )}
        <section>
          <h2>{words.employer}</h2>
          <EmployerProfile review={review} whole={review.kind !== 'opening'} />
        </section>
        <section>
          <h2>{words.history}</h2>
          <ol className={styles.history}>
            {review.history.toReversed().map((step, index) => (
              <li key={index}>
                <time dateTime={step.at}>{formatWhen(step.at, now)}</time>
                <p>
                  {stepName(step.action)}
                  <small>{step.who}</small>
                  {said(step) && <span>{said(step)}</span>}
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {review.state === 'waiting' && (
        <DecisionBar key={review.id} review={review} account={account} onDecided={onDecided} />
      )}
    </article>
  );
}

function stepName(action: string): string {
  const words = reviewsWords();
  if (action.startsWith('ask.')) return words.causes[action.slice(4) as keyof typeof words.causes] ?? action;
  return words.steps[action] ?? action;
}

const said = ({ reasons, text }: Review['history'][number]): string =>
  [...(reasons ?? []).map((reason) => deskOpeningWords().reasons[reason] ?? reason), text]
    .filter(Boolean)
    .join('。');
