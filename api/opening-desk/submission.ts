import type pg from 'pg';
import { findLintSettings } from '../moderation/minimum-wages-store.ts';
import { Refusal } from '../refusals.ts';
import type { ReviewCause } from '../reviews/contract.ts';
import { askAboutOpening, callReviewer, recallReviews } from '../reviews/asking-store.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import type { OpeningAction, OpeningForm } from './contract.ts';
import { findingsOf, formOf, standingForm, takenUp } from './form.ts';
import { handOf, type Held, hold, move, mustAllow, type Told } from './lifecycle.ts';
import { causeOfReview, endOfDay, faultsOfForm, isSampled, refuseEnd } from './rules.ts';
import { type DeskRow, lockDeskOpening, takeUpForm } from './store.ts';

/** From what is written to what shows: handing in, a reviewer's decision, and openings whose hour has come. */

/**
 * Hands in what is written. A draft becomes an opening, a standing one changes: at once for a trusted employer, else when a
 * reviewer has approved (until then the old text shows). Refuses `opening.incomplete` with a fault for every field.
 * @param told.version as last read, when somebody is looking at it; another one is a conflict
 */
export async function submitOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { version?: number },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row, employer } = held;
  if (isHandedIn(row, told.version)) return;
  mustBeVersion(row, told.version);
  const isNew = row.status === 'draft' || row.status === 'returned';
  mustAllow(held, isNew ? 'submit' : 'change', told.by, now);
  const form = formOf(row);
  const findings = await mustBeComplete(tx, form, row, now);
  const cause = causeOfReview(employer, findings, isVouched(row, told), now);
  if (isNew) await handIn(tx, held, 'submit', form, { cause, findings }, told, now);
  else await handInChange(tx, held, form, { cause, findings }, told, now);
}

const isVouched = (row: DeskRow, { by }: Told) => row.isLocal && handOf(by) === 'staff';

/** A second click: the first one was heard. The form that was handed in counts one version on. */
function isHandedIn(row: DeskRow, version: number | undefined): boolean {
  if (version === undefined) return false;
  const wasTakenUp = row.form === null && row.version === version + 1;
  const handedIn = ['submitted', 'scheduled', 'published', 'paused', 'hidden'];
  return (wasTakenUp && handedIn.includes(row.status)) || row.changeWaits;
}

/** Refuses to act on a text that somebody else has changed meanwhile. */
export function mustBeVersion(row: DeskRow, version: number | undefined): void {
  if (version !== undefined && row.version !== version)
    throw new Refusal('conflict', 'opening.changed', '别人刚改过这个岗位，先看看改了什么', [], undefined, {
      version: row.version,
    });
}

type Looked = { cause: 'new-employer' | 'flagged' | null; findings: ReturnType<typeof findingsOf> };

async function lint(tx: pg.PoolClient, form: OpeningForm, { employerName }: DeskRow, now: Date) {
  return findingsOf(form, employerName, await findLintSettings(tx, isoDate(dayNumberAt(now))));
}

async function mustBeComplete(
  tx: pg.PoolClient,
  form: OpeningForm,
  row: DeskRow,
  now: Date,
): Promise<Looked['findings']> {
  const findings = await lint(tx, form, row, now);
  const faults = faultsOfForm(form, findings, now);
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'opening.incomplete',
      `还有 ${faults.length} 处要改`,
      faults.map((fault) => ({ in: 'body', ...fault })),
    );
  return findings;
}

async function handIn(
  tx: pg.PoolClient,
  { row }: Held,
  action: OpeningAction,
  form: OpeningForm,
  { cause, findings }: Looked,
  told: Told,
  now: Date,
): Promise<void> {
  await takeUpForm(tx, row.id, takenUp(form, row.employerIndustry), now);
  const { id } = row;
  const taken = (await lockDeskOpening(tx, id))!;
  await move(tx, { ...taken, status: row.status }, action, { status: 'submitted', outcome: null }, told, now);
  taken.status = 'submitted';
  taken.outcome = null;
  if (cause === null) {
    await show(tx, taken, { by: 'system', why: taken.isLocal ? '服务点代发' : '可信单位，先发后查' }, now);
    await sample(tx, taken, form, findings, told, now);
  } else {
    await askAboutOpening(tx, asReview(taken, form, findings, cause, told, now));
  }
}

async function handInChange(
  tx: pg.PoolClient,
  { row }: Held,
  form: OpeningForm,
  { cause, findings }: Looked,
  told: Told,
  now: Date,
): Promise<void> {
  if (cause === null) {
    await takeUpForm(tx, row.id, takenUp(form, row.employerIndustry), now);
    await moveStanding(tx, row.id, 'change', told, now);
    await sample(tx, { ...row, version: row.version + 1 }, form, findings, told, now);
  } else {
    await askAboutOpening(tx, asReview(row, form, findings, 'change', told, now));
    await move(tx, row, 'change', {}, { ...told, why: told.why || '等审核，先显示原来的内容' }, now);
  }
}

/** Published now, or scheduled when it is not to be seen yet. */
async function show(tx: pg.PoolClient, row: DeskRow, told: Told, now: Date): Promise<void> {
  if (row.publishAt !== null && row.publishAt > now) {
    await move(tx, row, 'schedule', { status: 'scheduled', publishedAt: row.publishAt }, told, now);
    return;
  }
  const seen = { status: 'published', publishedAt: now, confirmedAt: now } as const;
  await move(tx, row, 'publish', seen, told, now);
}

/** After the columns were written: the event of a change that leaves the opening where it stands. */
async function moveStanding(
  tx: pg.PoolClient,
  id: string,
  action: OpeningAction,
  told: Told & { detail?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const row = (await lockDeskOpening(tx, id))!;
  await move(tx, row, action, row.status === 'published' ? { confirmedAt: now } : {}, told, now);
}

async function sample(
  tx: pg.PoolClient,
  row: DeskRow,
  form: OpeningForm,
  findings: Looked['findings'],
  told: Told,
  now: Date,
): Promise<void> {
  if (isSampled(row.id, row.version))
    await callReviewer(tx, asReview(row, form, findings, 'sampled', told, now));
}

function asReview(
  row: DeskRow,
  form: OpeningForm,
  findings: Looked['findings'],
  cause: ReviewCause,
  { by }: Told,
  now: Date,
) {
  const { employerId, id } = row;
  return {
    kind: 'opening' as const,
    cause,
    employerId,
    openingId: id,
    accountId: null,
    town: form.town,
    form,
    findings,
    note: '',
    askedBy: by,
    now,
  };
}

/** Calls a reviewer to an opening, whatever its state: a caller was asked for money, for one. */
export async function reportOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { why: string },
  now: Date,
): Promise<void> {
  const { row } = await hold(tx, openingId);
  const form = standingForm(row);
  const review = asReview(row, form, await lint(tx, form, row, now), 'reported', told, now);
  await callReviewer(tx, { ...review, note: told.why.slice(0, 1000) });
  await move(tx, row, 'report', {}, told, now);
}

/** Takes a submitted opening back to the draft, or a waiting change back to the form. */
export async function recallOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  if (row.status === 'draft') return;
  mustAllow(held, 'recall', told.by, now);
  await recallReviews(tx, { openingId, by: told.by, now });
  await move(tx, row, 'recall', row.status === 'submitted' ? { status: 'draft' } : {}, told, now);
}

/** Hands a closed, expired or hidden opening in again; unchanged text of a verified employer shows at once. */
export async function relistOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { closesOn: string; headcount?: number | undefined },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row, employer } = held;
  mustAllow(held, 'relist', told.by, now);
  const { closesOn } = told;
  const headcount = told.headcount ?? formOf(row).headcount;
  const form = { ...formOf(row), closesOn, publishAt: null, headcount };
  const findings = await mustBeComplete(tx, form, row, now);
  const wasApproved = row.form === null && row.publishedAt !== null && employer.standing === 'verified';
  const cause = wasApproved ? null : causeOfReview(employer, findings, isVouched(row, told), now);
  await handIn(tx, held, 'relist', form, { cause, findings }, told, now);
}

/** What a reviewer decided about, as far as the opening is concerned. */
export type Decided = { cause: ReviewCause; form: OpeningForm };

/** A reviewer lets it pass: it shows, or the change takes effect, or it goes on showing. */
export async function approveOpening(
  tx: pg.PoolClient,
  openingId: string,
  { cause, form }: Decided,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row, employer } = held;
  if (row.status === 'submitted') {
    if (employer.standing !== 'verified' && !row.isLocal)
      throw new Refusal('conflict', 'employer.unverified', '这家单位还没核验，先核验单位');
    mustNotBeOver(form.closesOn, now);
    await show(tx, row, { ...told, why: told.why || '审核通过' }, now);
  } else if (cause === 'change') {
    mustAllow(held, 'approve', told.by, now);
    mustNotBeOver(form.closesOn, now);
    await takeUpForm(tx, row.id, takenUp(form, row.employerIndustry), now);
    await moveStanding(tx, row.id, 'approve', { ...told, why: told.why || '改动通过审核' }, now);
  } else {
    await move(tx, row, 'approve', {}, told, now);
  }
}

function mustNotBeOver(closesOn: string | null, now: Date): void {
  const refusal = closesOn === null ? null : refuseEnd(endOfDay(closesOn), now);
  if (refusal?.code === 'end.before-beginning')
    throw new Refusal('conflict', 'opening.over', '等审核的时候截止日期过了，退回去请单位改日期');
}

/**
 * A reviewer sends it back or refuses it. A waiting change goes back alone and the old text stays; what showed otherwise is
 * taken down.
 */
export async function turnDownOpening(
  tx: pg.PoolClient,
  openingId: string,
  { cause, action }: { cause: ReviewCause; action: 'return' | 'refuse' },
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  const isOverAlready = ['closed', 'expired', 'draft', 'returned', 'refused'].includes(row.status);
  if (cause === 'change' || isOverAlready) {
    await move(tx, row, action, {}, told, now);
    return;
  }
  mustAllow(held, action, told.by, now);
  const status = action === 'return' ? 'returned' : 'refused';
  await move(tx, row, action, { status }, told, now);
}

/** A scheduled opening whose hour has come. */
export async function publishScheduled(tx: pg.PoolClient, openingId: string, now: Date): Promise<void> {
  const { row, employer } = await hold(tx, openingId);
  if (row.status !== 'scheduled' || row.publishAt === null || row.publishAt > now) return;
  if (employer.standing === 'banned') return;
  await show(tx, row, { by: 'system', why: '到了定好的时间' }, now);
}
