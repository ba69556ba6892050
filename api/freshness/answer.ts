import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { closeOpening, confirmOpening, pauseOpening } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import { endTask } from '../tasks/store.ts';
import type { FreshnessAnswer } from './contract.ts';
import { consequenceOf, refuseHiring } from './rules.ts';
import { findLink, type LinkRow, lockLink, putAnswer } from './store.ts';

type Answering = { id: string; answer: FreshnessAnswer; headcount?: number | undefined };

const why = '点了短信里的链接';

/** Takes the first answer of a link and does what it says; every later one gives back the first. */
export async function answer(
  tx: pg.PoolClient,
  { id, answer: given, headcount }: Answering,
  now: Date,
): Promise<LinkRow> {
  const link = await lockLink(tx, id);
  if (!link) throw new Refusal('missing', 'freshness.gone', '这个岗位已经不在了，不用再点。');
  if (link.answer !== null) return link;
  const by = `link:${id}`;
  const { openingId } = link;
  const opening = { status: link.status, expiresAt: link.openingExpiresAt };
  const refusal = given === 'hiring' ? refuseHiring(link.status) : null;
  if (refusal) throw refusal;
  const consequence = consequenceOf(given, opening, headcount ?? null, now);
  if (consequence.deed === 'confirm') {
    const { headcount: places, extendTo } = consequence;
    await confirmOpening(tx, openingId, { headcount: places, extendTo, by, why }, now);
  } else if (consequence.deed === 'close')
    await closeOpening(tx, openingId, { outcome: 'filled-elsewhere', by, why }, now);
  else if (consequence.deed === 'pause') await pauseOpening(tx, openingId, { by, why }, now);
  await putAnswer(tx, id, given, now);
  await recordAudit(
    tx,
    {
      actor: by,
      action: 'freshness.answer',
      entity: 'opening',
      entityId: openingId,
      detail: { answer: given },
    },
    now,
  );
  await endTask(tx, { kind: 'nobody-answers', subject: { openingId }, by, outcome: '单位自己答了' }, now);
  return (await findLink(tx, id))!;
}
