import type pg from 'pg';
import { transact } from '../db/transact.ts';
import { createDraft, saveOpening } from '../opening-desk/drafts.ts';
import { submitOpening } from '../opening-desk/submission.ts';
import { Refusal } from '../refusals.ts';
import type { BulkRowState } from './contract.ts';
import {
  finishUpload,
  type KeptRow,
  findKnownOpening,
  holdEmployer,
  rememberOpening,
  settleRow,
  takeRow,
} from './store.ts';

type Taken = KeptRow & { employerId: string; actor: string };
type End = { state: BulkRowState; openingId: string | null; problem: string | null };

/**
 * Deals with the rows of a list that are left, each in a transaction of its own, so that it may be cut off and begun again
 * anywhere. A row that the rules of openings refuse is told and the others go on; so is one that we fail at, for it would
 * fail again, and at the end whoever called hears of the first such fault. What the database refuses waits for another time.
 */
export async function publishRows(pool: pg.Pool, uploadId: string, clock: () => Date): Promise<void> {
  const faults: unknown[] = [];
  while (await publishNext(pool, uploadId, clock(), faults));
  await finishUpload(pool, uploadId, clock());
  if (faults.length > 0) throw faults[0];
}

async function publishNext(pool: pg.Pool, uploadId: string, now: Date, faults: unknown[]): Promise<boolean> {
  return transact(pool, async (tx) => {
    const taken = await takeRow(tx, uploadId);
    if (!taken) return false;
    const end = await transact(tx, (inner) => handIn(inner, taken, now)).catch((error: unknown): End => {
      const refused = { state: 'refused' as const, openingId: null };
      if (error instanceof Refusal) return { ...refused, problem: wordsOf(error) };
      if (isOfDatabase(error)) throw error;
      faults.push(error);
      return { ...refused, problem: failedWords };
    });
    await settleRow(tx, uploadId, taken.row, end);
    return true;
  });
}

const failedWords = '这一行没能处理，不是你填错了。在网页上单独发这个岗位，或者改一改再传';

/**
 * What PostgreSQL says has a code of five characters (SQLSTATE). A connection that broke has none: then nothing can be
 * written about the row either, and it waits all the same.
 */
function isOfDatabase(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

function wordsOf({ message, faults }: Refusal): string {
  return [message, ...faults.map(({ detail }) => detail)].join('；').slice(0, 500);
}

async function handIn(tx: pg.PoolClient, taken: Taken, now: Date): Promise<End> {
  const { employerId, externalId, contentHash, form, actor } = taken;
  const told = { by: actor, why: '批量上传' };
  const isWhole = taken.state === 'good';
  await holdEmployer(tx, employerId);
  const known = await findKnownOpening(tx, employerId, externalId);
  if (known && isStanding(known.status)) {
    const { openingId } = known;
    if (known.contentHash.equals(contentHash)) return { state: 'same', openingId, problem: null };
    await saveOpening(tx, openingId, { version: known.version, form }, told, now);
    if (isWhole) await submitOpening(tx, openingId, told, now);
    await rememberOpening(tx, { employerId, externalId, openingId, contentHash });
    return { state: isWhole ? 'changed' : 'drafted', openingId, problem: null };
  }
  const openingId = await createDraft(tx, { employerId, form }, told, now);
  if (isWhole) await submitOpening(tx, openingId, told, now);
  await rememberOpening(tx, { employerId, externalId, openingId, contentHash });
  return { state: isWhole ? 'sent' : 'drafted', openingId, problem: null };
}

/** An opening that has ended is not brought back by a list: the row makes a new one. */
const isStanding = (status: string): boolean => !['closed', 'expired', 'refused'].includes(status);
