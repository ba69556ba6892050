import type pg from 'pg';
import { actorOf, type Person } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { isMember } from '../employers/store.ts';
import { sendMessage } from '../messages/messages.ts';
import { fillPlaces } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import type { EmployerMove, UnsuitableReason } from './contract.ts';
import { refuseMove } from './rules.ts';
import { findEmployerName, type HeldApplication, lockApplication, setState } from './store.ts';

type Move = { id: string; state: EmployerMove; reason?: UnsuitableReason | undefined; version: number };

const templateOf = {
  contacted: 'application.contacted',
  interview: 'application.interview',
  hired: 'application.hired',
  unsuitable: 'application.unsuitable',
} as const;

/**
 * Moves an application on, tells its sender, and fills a place when somebody is hired.
 * @returns id of the opening
 */
export async function move(tx: pg.PoolClient, wanted: Move, viewer: Person, now: Date): Promise<string> {
  const held = await lockApplication(tx, wanted.id);
  if (!held || !(await isMember(tx, viewer.accountId, held.employerId)))
    throw new Refusal('missing', 'application.missing', '没有这份留言');
  // The same step again by the same hand, after an answer that did not arrive.
  if (held.state === wanted.state && held.version === wanted.version + 1) return held.openingId;
  if (held.version !== wanted.version)
    throw new Refusal('conflict', 'application.changed', '刚刚有人改过这份留言，刷新看看最新的');
  const refusal = refuseMove(held, wanted.state, wanted.reason);
  if (refusal) throw refusal;
  await setState(tx, held.id, wanted.state, wanted.state === 'unsuitable' ? wanted.reason! : null, now);
  await recordAudit(
    tx,
    {
      actor: actorOf(viewer),
      action: `application.${wanted.state}`,
      entity: 'application',
      entityId: held.id,
      detail: { from: held.state, openingId: held.openingId },
    },
    now,
  );
  if (wanted.state === 'hired' && ['published', 'paused', 'hidden'].includes(held.openingStatus))
    await fillPlaces(tx, held.openingId, { count: 1, by: actorOf(viewer), why: '留言里录用了一位' }, now);
  await tellSender(tx, held, wanted, now);
  return held.openingId;
}

async function tellSender(tx: pg.PoolClient, held: HeldApplication, wanted: Move, now: Date): Promise<void> {
  if (held.phone === null) return;
  const employer = await findEmployerName(tx, held.employerId);
  const values = { title: held.openingTitle, employer, reason: wanted.reason ?? '' };
  const template = templateOf[wanted.state];
  await sendMessage(tx, { channel: 'sms', to: held.phone, template, values }, now);
}
