import { Refusal } from '../refusals.ts';
import { daysAfter } from '../shanghai-day.ts';
import type { CallOutcome, FreshnessAnswer } from './contract.ts';

/** Label: filled to 7 days, half to 20, dashed from 21 on (web/openings/freshness.ts). What follows is decided here. */
export const askAfterDays = 7;
export const askAgainAfterDays = 7;
/** Nobody has vouched for it for five weeks, and a question a week went unanswered: it hides. */
export const hideAfterDays = 35;
/** A week later somebody of the town goes and asks. */
export const taskAfterDays = 42;
export const taskDueInDays = 7;

export const reminderDays = [7, 1] as const;
/** "Still hiring" near the end moves the end, or there would be nothing to say it about. */
export const extendWithinDays = 7;
export const extendByDays = 30;

/** A link opens its one question so long; then a newer one is on its way. */
export const linkDays = 14;

/** Callers of so many last days are listened to. */
export const callersDays = 14;
/** Who called may say so about so many openings; per address. */
export const reportLimits = [{ name: 'call-report', limit: 20, perSeconds: 86_400 }] as const;
export const answerLimit = { limit: 60, perSeconds: 600 } as const;
/** So many questions to one employer in a run of a day, however many openings it has. */
export const questionsPerEmployer = 3;
/** The hash that tells two callers apart is wiped, and the report itself forgotten. */
export const reporterKeptDays = 30;
export const reportKeptDays = 180;

/** What a tap does to the opening. */
export type Consequence =
  | { deed: 'confirm'; headcount: number | null; extendTo: Date | null }
  | { deed: 'close' }
  | { deed: 'pause' }
  | { deed: 'nothing' };

/** Which deed an answer is, for an opening that may have moved on since the question was asked (see `refuseHiring`). */
export function consequenceOf(
  answer: FreshnessAnswer,
  opening: { status: string; expiresAt: Date | null },
  headcount: number | null,
  now: Date,
): Consequence {
  const { status, expiresAt } = opening;
  if (!['published', 'hidden', 'paused'].includes(status)) return { deed: 'nothing' };
  if (answer === 'full') return { deed: 'close' };
  if (answer === 'pause') return status === 'published' ? { deed: 'pause' } : { deed: 'nothing' };
  const endsSoon = expiresAt !== null && expiresAt < daysAfter(now, extendWithinDays);
  return { deed: 'confirm', headcount, extendTo: endsSoon ? daysAfter(now, extendByDays) : null };
}

/** "Still hiring" cannot be said of everything: where it cannot, what to do instead. */
export function refuseHiring(status: string): Refusal | null {
  if (status === 'published' || status === 'hidden') return null;
  const [code, detail] =
    status === 'paused'
      ? ['freshness.paused', '这个岗位暂停着。要接着招，登录以后在“我的岗位”里点“恢复”。']
      : ['freshness.ended', '这个岗位已经结束，不显示了。要接着招，登录以后在“我的岗位”里重新上架。'];
  return new Refusal('conflict', code!, detail!);
}

/** What callers' words lead to. `fullFrom` counts callers apart who said so since the opening was last confirmed. */
export function afterReport(
  outcome: CallOutcome,
  fullFrom: number,
): { asksEmployer: boolean; callsReviewer: boolean } {
  return { asksEmployer: outcome === 'full' && fullFrom >= 2, callsReviewer: outcome === 'asked-for-money' };
}
