import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import type { OpeningForm } from './contract.ts';
import { formOf } from './form.ts';
import { hold, move, mustAllow, type Told } from './lifecycle.ts';
import { deleteDraft, findDeskOpening, insertDraft, saveForm } from './store.ts';
import { mustBeVersion } from './submission.ts';

/** What is being written and does not show. Every function works in the caller's transaction. */

/** A new draft of an employer; its id. */
export async function createDraft(
  tx: pg.PoolClient,
  draft: { employerId: string; form: OpeningForm },
  told: Told,
  now: Date,
): Promise<string> {
  const id = await insertDraft(tx, { ...draft, now });
  const row = (await findDeskOpening(tx, id))!;
  await move(tx, row, 'create', {}, told, now);
  return id;
}

/**
 * Keeps what is written; what shows stays. The same text again changes nothing and costs no version, so that a page may save
 * as often as it likes.
 */
export async function saveOpening(
  tx: pg.PoolClient,
  openingId: string,
  { version, form }: { version: number; form: OpeningForm },
  told: Told,
  now: Date,
): Promise<void> {
  const held = await hold(tx, openingId);
  const { row } = held;
  if (isDeepStrictEqual(formOf(row), form)) return;
  mustBeVersion(row, version);
  mustAllow(held, 'save', told.by, now);
  await saveForm(tx, { id: row.id, version, form, now });
  const detail = { version: version + 1 };
  await recordAudit(
    tx,
    { actor: told.by, action: 'opening.save', entity: 'opening', entityId: row.id, detail },
    now,
  );
}

/** Drops a draft altogether (true), or what was written of another opening and not handed in (false). */
export async function discardOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<boolean> {
  const held = await hold(tx, openingId);
  const { row } = held;
  mustAllow(held, 'discard', told.by, now);
  // A draft that was handed in once is part of the reviews' history.
  if (row.status === 'draft' && row.title === null) {
    await deleteDraft(tx, row.id);
    return true;
  }
  if (row.status === 'draft') {
    await move(tx, row, 'discard', { status: 'closed', outcome: 'withdrawn' }, told, now);
    return false;
  }
  await saveForm(tx, { id: row.id, version: row.version, form: null, now });
  await move(tx, row, 'discard', {}, told, now);
  return false;
}

/** A new draft with the same text, without dates and reasons of the old one; its id. */
export async function copyOpening(
  tx: pg.PoolClient,
  openingId: string,
  told: Told,
  now: Date,
): Promise<string> {
  const held = await hold(tx, openingId);
  mustAllow(held, 'copy', told.by, now);
  const form = { ...formOf(held.row), closesOn: null, publishAt: null };
  return createDraft(tx, { employerId: held.row.employerId, form }, told, now);
}
