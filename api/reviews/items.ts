import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { maskPhone } from '../employers/mask-phone.ts';
import type { ReviewItem, ReviewStep, SimilarOpening } from './contract.ts';
import type { SimilarRow } from './similar-store.ts';
import type { ReviewRow, StepRow } from './store.ts';

/** Rows -> what a reviewer sees. Pure. */

export function toReviewItem(row: ReviewRow): ReviewItem {
  return {
    id: row.id,
    kind: row.kind,
    cause: row.cause,
    state: row.state,
    employer: { id: row.employerId, name: row.employerName, standing: row.standing },
    openingId: row.openingId,
    title: titleOf(row),
    town: row.town,
    findings: row.findings.length,
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    hasAnswer: row.answer !== null,
  };
}

function titleOf({ kind, openingTitle, phone, employerName }: ReviewRow): string {
  if (kind === 'opening') return openingTitle ?? '';
  return kind === 'claim' && phone !== null ? maskPhone(phone) : employerName;
}

/** One line for asking, one for deciding, one for answering. */
export function toSteps(rows: readonly StepRow[]): ReviewStep[] {
  return rows.flatMap((row) => {
    const steps: ReviewStep[] = [
      { at: row.askedAt.toISOString(), who: '单位', action: `ask.${row.cause}`, text: row.note, reasons: [] },
    ];
    if (row.decidedAt)
      steps.push({
        at: row.decidedAt.toISOString(),
        who: row.decidedBy ?? (row.state === 'recalled' ? '单位' : '系统'),
        action: row.state,
        text: row.text,
        reasons: row.reasons,
      });
    if (row.answeredAt)
      steps.push({
        at: row.answeredAt.toISOString(),
        who: '单位',
        action: 'answer',
        text: row.answer ?? '',
        reasons: [],
      });
    return steps;
  });
}

export function toSimilar(row: SimilarRow, employerId: string, place: LngLat): SimilarOpening {
  const { employerName, publishedAt, lng, lat, ...rest } = row;
  return {
    ...rest,
    employer: { id: row.employerId, name: employerName },
    sameEmployer: row.employerId === employerId,
    metres: Math.round(distanceMetres(place, { lng, lat })),
    likeness: Math.round(row.likeness * 100) / 100,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
