import { readLicence } from '../../api/employers/contract.ts';
import { fillPath } from '../call.ts';
import { useDivisions } from '../near/divisions.ts';
import { formatWhen } from '../text/accounts.ts';
import { deskWords, formatDay } from '../text/desk.ts';
import { industryOptions } from '../text/industries.ts';
import { reviewsWords } from '../text/reviews.ts';
import { spaced } from '../text/spacing.ts';
import { useNow } from '../ui/use-now.ts';
import type { Review } from './data.ts';
import { People } from './people.tsx';
import styles from './review.module.css';

type Profile = Review['profile'];

/** Who posts: what it says of itself, its record, and its papers to compare. */
export function EmployerProfile({ review, whole }: { review: Review; whole: boolean }) {
  const words = reviewsWords();
  const desk = deskWords();
  const divisions = useDivisions() ?? [];
  const { profile } = review;
  const rows: [label: string, value: string | null][] = [
    [desk.employerName, profile.name],
    [words.code, profile.creditCode],
    [desk.industry, industryOptions().find(({ value }) => value === profile.industry)?.label ?? null],
    [desk.size, profile.size && spaced(profile.size)],
    [
      desk.address,
      [divisions.find(({ code }) => code === profile.town)?.name, profile.address].filter(Boolean).join('，'),
    ],
    [desk.introduction, profile.introduction],
  ];
  return (
    <>
      <p>
        {desk.employerStandings[profile.standing]}
        {profile.standing === 'verified' &&
          profile.verifiedUntil &&
          `，${desk.columns.until} ${formatDay(profile.verifiedUntil)}`}
        ，{words.record(profile.approved, profile.refused)}
        {profile.trusted && `，${words.trusted}`}
      </p>
      {profile.banReason && <p className={styles.alarm}>{desk.standing.banned + profile.banReason}</p>}
      {profile.codeReason !== null && <p className={styles.alarm}>{words.codeReason(profile.codeReason)}</p>}
      <div className={whole ? styles.compare : undefined}>
        <dl className={styles.text}>
          {rows.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
          {profile.members.length > 0 && (
            <div>
              <dt>{words.members}</dt>
              <dd>
                <People reviewId={review.id} profile={profile} />
              </dd>
            </div>
          )}
        </dl>
        {whole && <Licences profile={profile} />}
      </div>
    </>
  );
}

function Licences({ profile }: { profile: Profile }) {
  const words = reviewsWords();
  const now = useNow();
  if (profile.licences.length === 0) return <p className={styles.quiet}>{words.noLicence}</p>;
  return (
    <div className={styles.licences}>
      <p className={styles.quiet}>{words.licenceCompare}</p>
      {profile.licences.map(({ id, type, uploadedAt }) => {
        const href = fillPath(readLicence.path, { employerId: profile.id, licenceId: id });
        const label = words.licenceOf(formatWhen(uploadedAt, now));
        return (
          <figure key={id}>
            {type === 'application/pdf' ? (
              <a href={href}>{words.licencePdf}</a>
            ) : (
              <a href={href} aria-label={label}>
                <img src={href} alt={label} />
              </a>
            )}
            <figcaption>{label}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}
