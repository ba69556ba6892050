import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import { type EmployerRow, findEmployer } from '../employers/store.ts';
import { Refusal } from '../refusals.ts';
import { recallReviews } from '../reviews/asking-store.ts';
import type { CloseOutcome, OpeningAction } from './contract.ts';
import { endOfDay, type Hand, type OpeningState, refuseAction, refuseEnd } from './rules.ts';
import { type DeskRow, insertEvent, type Life, lockDeskOpening, writeLife } from './store.ts';

/**
 * What happens to openings after they were approved. Every function works in the caller's transaction, writes the event,
 * the audit line and the change log with it, and refuses (`conflict`) what the state machine does not allow. Whether the
 * one who asks may is the caller's business.
 */

/** Who did it, as the audit log names them (`person:12`, `staff:3`, `system`), and why in words for the history. */
export type Told = { by: string; why?: string };

/** An opening held for the rest of the transaction, with what the rules ask about it. */
export type Held = { row: DeskRow; state: OpeningState; employer: EmployerRow };

/** Gets an opening to act on; whoever acts on it at the same time waits. */
export async function hold(tx: pg.PoolClient, openingId: string): Promise<Held> {
  const row = /^\d{1,18}$/.test(openingId) ? await lockDeskOpening(tx, openingId) : null;
  if (!row) throw noOpening();
  const employer = (await findEmployer(tx, row.employerId))!;
  return { row, state: stateOf(row), employer };
}

/** The same words for an opening that is not there and one that is somebody else's. */
export function noOpening(): Refusal {
  return new Refusal('missing', 'opening.missing', '没有这个岗位');
}

export function stateOf(row: DeskRow): OpeningState {
  const { status, headcount, changeWaits, expiresAt, isLocal } = row;
  return { status, headcount, changeWaits, hasForm: row.form !== null, expiresAt, isLocal };
}

export function handOf(by: string): Hand {
  if (by.startsWith('person:')) return 'employer';
  return by.startsWith('staff:') ? 'staff' : 'system';
}

/** Refuses what the state machine does not allow. */
export function mustAllow({ state, employer }: Held, action: OpeningAction, by: string, now: Date): void {
  const refusal = refuseAction(state, employer, action, handOf(by), now);
  if (refusal) throw refusal;
}

/** Writes the change, and everything that follows every change. */
export async function move(
  tx: pg.PoolClient,
  row: DeskRow,
  action: OpeningAction | 'create' | 'report',
  change: Partial<Life>,
  told: Told & { detail?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const { status, headcount, filled, outcome, publishAt, publishedAt, confirmedAt, expiresAt } = row;
  const before: Life = { status, headcount, filled, outcome, publishAt, publishedAt, confirmedAt, expiresAt };
  const life = { ...before, ...change };
  const byDesk = handOf(told.by) !== 'system' || action === 'close' || action === 'pause';
  await writeLife(tx, row.id, life, { byDesk, now });
  const { by, why = '', detail = {} } = told;
  await insertEvent(
    tx,
    { openingId: row.id, actor: by, action, from: row.status, to: life.status, why, detail },
    now,
  );
  await recordChanges(tx, 'opening', [Number(row.id)]);
  await recordAudit(
    tx,
    {
      actor: by,
      action: `opening.${action}`,
      entity: 'opening',
      entityId: row.id,
      detail: { why, ...detail },
    },
    now,
  );
  Object.assign(row, life);
}

/** Out of sight for now. Paused already is done already. */
export async function pauseOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  if (held.row.status === 'paused') return;
  mustAllow(held, 'pause', told.by, now);
  await move(tx, held.row, 'pause', { status: 'paused' }, told, now);
}

/** In sight again, vouched for by whoever asks. */
export async function resumeOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  if (held.row.status === 'published') return;
  mustAllow(held, 'resume', told.by, now);
  await move(tx, held.row, 'resume', { status: 'published', confirmedAt: now }, told, now);
}

/**
 * Still hiring: the confirmation is of now; a hidden opening shows again.
 * @param told.headcount places that are free, null leaves them; `extendTo` a later end, null leaves it
 */
export async function confirmOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { headcount?: number | null; extendTo?: Date | null },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  const expiresAt = told.extendTo && told.extendTo > (row.expiresAt ?? now) ? told.extendTo : row.expiresAt;
  mustAllow({ ...held, state: { ...held.state, expiresAt } }, 'confirm', told.by, now);
  const headcount = told.headcount ?? row.headcount;
  await move(
    tx,
    row,
    'confirm',
    { status: 'published', confirmedAt: now, headcount, expiresAt },
    { ...told, detail: { headcount } },
    now,
  );
}

/** Ends an opening and keeps how it ended. Closed the same way already is done already. */
export async function closeOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { outcome: CloseOutcome },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  if (row.status === 'closed' && row.outcome === told.outcome) return;
  mustAllow(held, 'close', told.by, now);
  await recallReviews(tx, { openingId, by: told.by, now });
  const { outcome } = told;
  await move(tx, row, 'close', { status: 'closed', outcome }, { ...told, detail: { outcome } }, now);
}

/** So many places are filled, through us; with the last one the opening closes. */
export async function fillPlaces(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { count: number },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  mustAllow(held, 'fill', told.by, now);
  const free = row.headcount ?? 0;
  if (told.count > free)
    throw new Refusal('conflict', 'opening.fewer-places', `只剩 ${free} 个名额，填不了 ${told.count} 个`);
  const left = { headcount: free - told.count, filled: row.filled + told.count };
  const detail = { count: told.count, left: left.headcount };
  if (left.headcount > 0) {
    await move(tx, row, 'fill', { ...left, confirmedAt: now }, { ...told, detail }, now);
    return;
  }
  await recallReviews(tx, { openingId, by: told.by, now });
  const closed = { ...left, status: 'closed', outcome: 'filled-here' } as const;
  await move(tx, row, 'fill', closed, { ...told, why: told.why || '招满了', detail }, now);
}

/** Another last day; the text stays. */
export async function extendOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told & { closesOn: string },
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  mustAllow(held, 'extend', told.by, now);
  const expiresAt = endOfDay(told.closesOn);
  if (row.expiresAt?.getTime() === expiresAt.getTime()) return;
  const begins = row.publishAt !== null && row.publishAt > now ? row.publishAt : now;
  const refusal = refuseEnd(expiresAt, begins);
  if (refusal)
    throw new Refusal(refusal.kind, refusal.code, refusal.message, [
      { in: 'body', name: 'closesOn', code: refusal.code, detail: refusal.message },
    ]);
  const vouched = row.status === 'published' ? { confirmedAt: now } : {};
  await move(tx, row, 'extend', { expiresAt, ...vouched }, { ...told, detail: { to: told.closesOn } }, now);
}

/** The last day is over. Over already, or ended otherwise, is done already. */
export async function expireOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  if (row.expiresAt === null || row.expiresAt > now || ['expired', 'closed'].includes(row.status)) return;
  mustAllow(held, 'expire', told.by, now);
  await recallReviews(tx, { openingId, by: told.by, now });
  await move(tx, row, 'expire', { status: 'expired' }, told, now);
}

/** Nobody vouches for it any more: out of sight until somebody does. */
export async function hideOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  if (held.row.status === 'hidden') return;
  mustAllow(held, 'hide', told.by, now);
  await move(tx, held.row, 'hide', { status: 'hidden' }, told, now);
}
