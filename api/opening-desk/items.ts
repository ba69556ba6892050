import { maskPhone } from '../employers/mask-phone.ts';
import type { EmployerRow } from '../employers/store.ts';
import type { LintSettings } from '../moderation/lint/lint.ts';
import type { ToldReview } from '../reviews/asking-store.ts';
import type { DeskOpening, DeskOpeningItem } from './contract.ts';
import { findingsOf, formOf, standingForm } from './form.ts';
import { stateOf } from './lifecycle.ts';
import { allowedActions, faultsOfForm } from './rules.ts';
import type { DeskRow, EventRow } from './store.ts';

/** Rows -> what the employer's desk sees. Pure. */

export function toDeskItem(row: DeskRow): DeskOpeningItem {
  const form = formOf(row);
  return {
    id: row.id,
    code: row.code,
    employer: { id: row.employerId, name: row.employerName },
    status: row.status,
    title: form.title,
    town: form.town,
    headcount: row.form === null || row.title !== null ? row.headcount : form.headcount,
    filled: row.filled,
    salaryMin: form.salaryMin,
    salaryMax: form.salaryMax,
    salaryUnit: form.salaryUnit,
    outcome: row.outcome,
    hasChanges: row.form !== null && row.title !== null,
    changeWaits: row.changeWaits,
    publishAt: instant(row.publishAt),
    publishedAt: instant(row.publishedAt),
    confirmedAt: instant(row.confirmedAt),
    expiresAt: instant(row.expiresAt),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export function toDeskOpening(
  row: DeskRow,
  employer: EmployerRow,
  parts: { events: EventRow[]; review: ToldReview | null; accountId: string; settings: LintSettings },
  now: Date,
): DeskOpening {
  const { events, review, accountId, settings } = parts;
  const form = formOf(row);
  const findings = findingsOf(form, row.employerName, settings);
  const item = toDeskItem(row);
  return {
    ...item,
    form,
    standing: item.hasChanges ? standingForm(row) : null,
    findings,
    faults: faultsOfForm(form, findings, now),
    may: allowedActions(stateOf(row), employer, 'employer', now),
    review: review && {
      ...review,
      askedAt: review.askedAt.toISOString(),
      decidedAt: instant(review.decidedAt),
    },
    // That somebody complained is for the reviewers until one has decided.
    events: events
      .filter(({ action }) => action !== 'report')
      .map((event) => ({
        at: event.at.toISOString(),
        who: nameOfActor(event.actor, event.phone, accountId),
        action: event.action,
        from: event.from,
        to: event.to,
        why: event.why,
      })),
  };
}

/** Colleagues by their masked number, staff without a name. */
function nameOfActor(actor: string, phone: string | null, accountId: string): string {
  if (actor === `person:${accountId}`) return '你';
  if (actor.startsWith('person:')) return phone === null ? '同事' : maskPhone(phone);
  return actor.startsWith('staff:') ? '工作人员' : '系统';
}

function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
