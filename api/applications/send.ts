import type pg from 'pg';
import type { Person } from '../accounts/viewer.ts';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { once } from '../db/once.ts';
import type { BodyOf, ReplyOf } from '../endpoint.ts';
import { findMemberPhones } from '../freshness/store.ts';
import { sendMessage } from '../messages/messages.ts';
import { pauseOpening } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import { sendApplication } from './contract.ts';
import { toOwn } from './items.ts';
import { isEnough, refuseConsent } from './rules.ts';
import {
  type AnswerableOpening,
  countOpen,
  findOwn,
  hasOtherNew,
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
 * Sends an application: the row, consent, event and audit line, the employer's message and its pause when that
 * makes enough, all in the caller's transaction. What is remembered of the request holds nothing of the person, so
 * that wiping the application wipes everything.
 */
export async function send(
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
  if (await hasOtherNew(tx, { employerId: opening.employerId, besidesId: applicationId, since })) return;
  for (const to of await findMemberPhones(tx, opening.employerId))
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
