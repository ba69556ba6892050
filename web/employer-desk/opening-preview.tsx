import { IconAlertCircle, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import type { ListedOpening } from '../../api/openings/contract.ts';
import { useDivisions } from '../near/divisions.ts';
import { OpeningCard } from '../openings/card.tsx';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { useNow } from '../ui/use-now.ts';
import type { Numbered } from '../moderation/findings.ts';
import { monthlyYuan } from './opening-values.ts';
import styles from './opening-preview.module.css';

type PreviewProps = { form: OpeningForm; employer: Pick<DeskEmployer, 'id' | 'name'> };

/** The card as a job seeker will see it in the list. Not a link: there is nothing behind it yet. */
export function CardPreview({ form, employer }: PreviewProps) {
  const now = useNow();
  const divisions = useDivisions() ?? [];
  const nameOf = (code: string | undefined) => ({
    code: code ?? '',
    name: divisions.find((division) => division.code === code)?.name ?? '',
  });
  const opening: ListedOpening = {
    id: 'preview',
    code: '',
    externalId: null,
    title: form.title.trim() || deskWords().untitled,
    occupation: form.occupation,
    employer,
    industry: null,
    headcount: form.headcount ?? 1,
    salary: {
      min: form.salaryMin,
      max: form.salaryMax,
      unit: form.salaryUnit ?? '面议',
      monthlyMin: monthlyYuan(form.salaryMin, form.salaryUnit),
      monthlyMax: monthlyYuan(form.salaryMax, form.salaryUnit),
    },
    education: form.education,
    experience: form.experience,
    employmentType: form.employmentType,
    benefits: form.benefits,
    place: { lng: 0, lat: 0, quality: 'surveyed' },
    address: form.address,
    district: nameOf(form.town?.slice(0, 6)),
    town: nameOf(form.town ?? undefined),
    publishedAt: now.toISOString(),
    confirmedAt: now.toISOString(),
    expiresAt: now.toISOString(),
    nearestPoint: null,
  };
  return (
    <div className={styles.card} inert>
      <OpeningCard opening={opening} href="#" now={now} heading="h3" />
    </div>
  );
}

type LawProps = { form: OpeningForm; employer: DeskEmployer; findings: readonly Numbered[] };

/** The seven things an advert must say, each written, not yet, or to be mended. */
export function LawList({ form, employer, findings }: LawProps) {
  const words = deskOpeningWords();
  const mendIn = (...fields: string[]) =>
    findings.filter(({ severity, field }) => severity === 'error' && fields.includes(field)).length;
  const rows: [label: string, isThere: boolean, toMend: number][] = [
    [words.law.employer, !employer.wanted.includes('profile'), 0],
    [words.law.headcount, form.headcount !== null, 0],
    [words.law.requirements, form.requirements.trim() !== '', mendIn('requirements')],
    [words.law.duties, form.duties.trim() !== '', mendIn('duties', 'title', 'benefits')],
    [words.law.place, form.town !== null && form.address.trim() !== '', 0],
    [words.law.pay, form.salaryUnit === '面议' || form.salaryMin !== null, mendIn('salary')],
    [words.law.until, form.closesOn !== null, 0],
  ];
  return (
    <ul className={styles.law}>
      {rows.map(([label, isThere, toMend]) => (
        <li key={label}>
          {toMend > 0 ? (
            <IconAlertCircle size="1.25rem" stroke={1.75} aria-hidden="true" className={styles.mend} />
          ) : isThere ? (
            <IconCircleCheckFilled size="1.25rem" aria-hidden="true" className={styles.there} />
          ) : (
            <IconCircleDashed size="1.25rem" stroke={1.75} aria-hidden="true" className={styles.open} />
          )}
          <span>{label}</span>
          {toMend > 0 && <small className={styles.mend}>{words.lawMend(toMend)}</small>}
          {toMend === 0 && !isThere && <small>{words.lawMissing}</small>}
        </li>
      ))}
    </ul>
  );
}
