import type pg from 'pg';
import { covers } from '../accounts/jurisdiction.ts';
import { actorOf, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { closeOpening, confirmOpening } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import { endTask } from '../tasks/store.ts';
import { findOpeningPlace } from './store.ts';

type Heard = 'hiring' | 'full' | 'no-answer';

const outcomes: Readonly<Record<Heard, string>> = { hiring: '还在招', full: '招满了', 'no-answer': '没人接' };

/**
 * What staff heard on the telephone about an opening of theirs: it is vouched for, closed, or only written down. The
 * tasks that asked for it end. Call it in a transaction.
 */
export async function takePhoneAnswer(
  tx: pg.PoolClient,
  viewer: StaffMember,
  openingId: string,
  heard: Heard,
  now: Date,
): Promise<void> {
  const place = await findOpeningPlace(tx, openingId);
  const isOwn = [place?.town, place?.pointDivision].some((code) => code && covers(viewer.divisions, code));
  if (!isOwn) throw new Refusal('missing', 'opening.missing', '没有这个岗位，或者不归你管');
  const by = actorOf(viewer);
  if (heard === 'hiring') await confirmOpening(tx, openingId, { by, why: '电话确认' }, now);
  if (heard === 'full')
    await closeOpening(tx, openingId, { by, why: '电话里说招满了', outcome: 'filled-elsewhere' }, now);
  for (const kind of ['fading-opening', 'nobody-answers'] as const)
    await endTask(tx, { kind, subject: { openingId }, by, outcome: outcomes[heard] }, now);
  const line = { actor: by, action: 'opening.phone-answer', entity: 'opening', entityId: openingId };
  await recordAudit(tx, { ...line, detail: { heard } }, now);
}
