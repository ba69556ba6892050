import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import { splitAdvice, type Numbered } from '../moderation/findings.ts';
import { reviewsWords } from '../text/reviews.ts';
import styles from './review.module.css';

type FoundProps = { findings: readonly Numbered[]; reasons: OpeningForm['reasons'] };

/** What the lint found, and why the employer lets it stand. */
export function Found({ findings, reasons }: FoundProps) {
  const words = reviewsWords();
  if (findings.length === 0) return <p className={styles.quiet}>{words.noFindings}</p>;
  return (
    <ul className={styles.found}>
      {findings.map((finding) => {
        const given = reasons.find(({ rule, field }) => rule === finding.rule && field === finding.field);
        const isError = finding.severity === 'error';
        return (
          <li key={finding.number} className={isError ? styles.must : styles.warned}>
            <span className={styles.number}>{finding.number}</span>
            <div>
              <b>{splitAdvice(finding.advice).wrong}</b>
              <p className={styles.quiet}>
                {finding.words && `“${finding.words}”，`}
                {isError ? words.mustMend : words.wantsReason}，{finding.article}
              </p>
              {!isError && <p>{given?.reason ? words.reasonGiven(given.reason) : words.noReason}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
