import { Link } from 'wouter';
import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import { deskWords, formatDay } from '../text/desk.ts';
import { formatDistance } from '../text/distance.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import type { Review } from './data.ts';
import styles from './review.module.css';

type SimilarProps = {
  form: OpeningForm;
  employer: string;
  similar: Review['similar'];
  hrefOf: (code: string) => string;
};

/** The opening beside those that are much alike, so that a double posting is seen at a glance. */
export function Similar({ form, employer, similar, hrefOf }: SimilarProps) {
  const words = reviewsWords();
  if (similar.length === 0) return <p className={styles.quiet}>{words.noSimilar}</p>;
  return (
    <>
      <p className={styles.quiet}>{words.similarLead(similar.length)}</p>
      <div className={styles.beside}>
        <article>
          <p className={styles.quiet}>{words.thisOne}</p>
          <h3>{spaced(form.title)}</h3>
          <p>{employer}</p>
          <p>{form.duties}</p>
          <p>{form.requirements}</p>
          <p className={styles.quiet}>{form.address}</p>
        </article>
        {similar.map((other) => (
          <article key={other.id}>
            <p className={styles.quiet}>
              <b>{words.likeness(Math.round(other.likeness * 100))}</b>，
              {other.sameEmployer ? words.sameEmployer : words.away(formatDistance(other.metres))}，
              {deskWords().statuses[other.status]}
              {other.publishedAt && `，${formatDay(other.publishedAt)}`}
            </p>
            <h3>
              {other.status === 'published' ? (
                <Link href={hrefOf(other.code)}>{spaced(other.title)}</Link>
              ) : (
                spaced(other.title)
              )}
            </h3>
            <p>{other.employer.name}</p>
            <p>{other.duties}</p>
            <p>{other.requirements}</p>
            <p className={styles.quiet}>{other.address}</p>
          </article>
        ))}
      </div>
    </>
  );
}
