import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import { useDivisions } from '../near/divisions.ts';
import { formatPay } from '../openings/pay.ts';
import { MarkedRead } from '../moderation/marked-read.tsx';
import type { Numbered } from '../moderation/findings.ts';
import { formatWhen } from '../text/accounts.ts';
import { formatDay } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { formatPhone } from '../text/phone.ts';
import { reviewsWords } from '../text/reviews.ts';
import { useNow } from '../ui/use-now.ts';
import { spaced } from '../text/spacing.ts';
import styles from './review.module.css';

type OpeningTextProps = { form: OpeningForm; standing: OpeningForm | null; findings: readonly Numbered[] };

/** The opening as it was handed in; where it changes what stands, the old value below the new one. */
export function OpeningText({ form, standing, findings }: OpeningTextProps) {
  const words = reviewsWords();
  const desk = deskOpeningWords();
  const divisions = useDivisions() ?? [];
  const now = useNow();
  const payOf = ({ salaryMin: min, salaryMax: max, salaryUnit }: OpeningForm) => {
    const pay = formatPay({ min, max, unit: salaryUnit ?? '面议', monthlyMin: null, monthlyMax: null });
    return `${pay.amount} ${pay.unit}`;
  };
  const whereOf = ({ town, address, place, placeReason }: OpeningForm) =>
    [divisions.find(({ code }) => code === town)?.name, address, !place && words.unpinned, placeReason]
      .filter(Boolean)
      .join('，');
  const rows: [name: keyof typeof words.fields, of: (of: OpeningForm) => string, field?: string][] = [
    ['title', ({ title }) => title, 'title'],
    ['pay', payOf, 'salary'],
    ['headcount', ({ headcount }) => (headcount === null ? '' : `${headcount} ${desk.headcountUnit}`)],
    ['employmentType', ({ employmentType }) => (employmentType ? desk.employmentTypes[employmentType] : '')],
    ['duties', ({ duties }) => duties, 'duties'],
    ['requirements', ({ requirements }) => requirements, 'requirements'],
    ['education', ({ education }) => education ?? ''],
    ['experience', ({ experience }) => spaced(experience ?? '')],
    ['benefits', ({ benefits }) => benefits.join('、'), 'benefits'],
    ['address', whereOf],
    [
      'contact',
      ({ contactName, contactPhone }) => [contactName, formatPhone(contactPhone)].filter(Boolean).join('，'),
    ],
    ['closesOn', ({ closesOn }) => (closesOn ? formatDay(`${closesOn}T00:00:00+08:00`) : '')],
    ['publishAt', ({ publishAt }) => (publishAt ? formatWhen(publishAt, now) : desk.publishNow)],
    ['source', ({ isReposted, sourceName }) => (isReposted ? sourceName || words.none : '')],
  ];
  return (
    <dl className={styles.text}>
      {rows.map(([name, of, field]) => {
        const value = of(form);
        const before = standing ? of(standing) : value;
        if (!value && !before && !['duties', 'requirements', 'title', 'pay'].includes(name)) return null;
        return (
          <div key={name} className={before === value ? undefined : styles.changed}>
            <dt>{words.fields[name]}</dt>
            <dd>
              {field && field !== 'salary' ? (
                <MarkedRead
                  text={value || words.none}
                  findings={findings.filter((finding) => finding.field === field)}
                />
              ) : (
                value || words.none
              )}
              {before !== value && (
                <small>
                  {words.before}：<del>{before || words.none}</del>
                </small>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
