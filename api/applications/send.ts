import type pg from 'pg';
import type { Person } from '../accounts/viewer.ts';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { takeFromLimit } from '../db/limits.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import type { BodyOf, ReplyOf } from '../endpoint.ts';
import { sendMessage } from '../messages/messages.ts';
import { pauseOpening } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import { sendApplication } from './contract.ts';
import { toOwn } from './items.ts';
import { isEnough, refuseConsent, sendLimit } from './rules.ts';
import {
  type AnswerableOpening,
  countOpen,
  findOwn,
  findWhomToTell,
  lockAnswerable,
  putApplication,
} from './store.ts';

type Sending = {
  wanted: { id: number } | { code: string };
  body: BodyOf<typeof sendApplication>;
  person: Person;
  idempotencyKey: string | null;
};
type Sent = { reply: ReplyOf<typeof sendApplication>; isCounted: boolean };

/**
 * Sends an application: one of the person's allowance, the row, consent, event and audit line, the employer's message
 * and its pause when that makes enough, all in one commit. What is remembered of the request holds nothing of the
 * person, so that wiping the application wipes everything. An attempt that is refused uses one of the allowance too.
 */
export async function send(db: pg.Pool, sending: Sending, now: Date): Promise<Sent> {
  try {
    return await transact(db, (tx) => sendWithin(tx, sending, now));
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'throttled')
      await takeFromLimit(db, allowanceOf(sending.person), sendLimit, now);
    throw error;
  }
}

const allowanceOf = ({ accountId }: Person) => `apply:${accountId}`;

async function sendWithin(
  tx: pg.PoolClient,
  { wanted, body, person, idempotencyKey }: Sending,
  now: Date,
): Promise<Sent> {
  let isCounted = false;
  const asked = {
    actor: actorOf(person),
    key: idempotencyKey,
    endpointId: sendApplication.id,
    body: { wanted, body },
    now,
  };
  const { id, isNew } = await once(tx, asked, async () => {
    await takeFromLimit(tx, allowanceOf(person), sendLimit, now);
    const opening = await lockAnswerable(tx, wanted, now);
    if (!opening) throw openingMissing();
    const refusal = refuseConsent(body.consent, { id: opening.employerId });
    if (refusal) throw refusal;
    const { employerId } = opening;
    const { accountId, phone } = person;
    const application = { openingId: opening.id, employerId, accountId, phone, name: body.name };
    const { message, consent } = body;
    const put = await putApplication(tx, { ...application, message, consentVersion: consent.version }, now);
    if (!put.isNew) return put;
    isCounted = true;
    const line = { actor: actorOf(person), action: 'application.send', entity: 'application' };
    await recordAudit(tx, { ...line, entityId: put.id, detail: { openingId: opening.id, consent } }, now);
    await tellEmployer(tx, opening, put.id, now);
    await pauseWhenEnough(tx, opening, now);
    return put;
  });
  const [own] = await findOwn(tx, { accountId: person.accountId, id }, now);
  return { reply: { application: toOwn(own!), wasSentBefore: !isNew }, isCounted };
}

export const openingMissing = () =>
  new Refusal('missing', 'opening.missing', '没有这个岗位，可能已经招满或者到期了');

const dayMs = 86_400_000;

/**
 * Who has ten new ones of a day needs no ten messages. One that was left as it is for longer keeps nothing back:
 * not every employer says what became of an application.
 */
async function tellEmployer(
  tx: pg.PoolClient,
  opening: AnswerableOpening,
  applicationId: string,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - dayMs);
  const phones = await findWhomToTell(tx, {
    employerId: opening.employerId,
    besidesId: applicationId,
    since,
  });
  for (const to of phones)
    await sendMessage(
      tx,
      { channel: 'sms', to, template: 'application.arrived', values: { title: opening.title } },
      now,
    );
}

async function pauseWhenEnough(tx: pg.PoolClient, opening: AnswerableOpening, now: Date): Promise<void> {
  if (opening.limit === null || !isEnough(await countOpen(tx, opening.id), opening.limit)) return;
  await pauseOpening(tx, opening.id, { by: 'system', why: `留言够 ${opening.limit} 份了，自动停下` }, now);
}
