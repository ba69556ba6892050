import type pg from 'pg';
import { readLink } from '../accounts/signed-link.ts';
import { actorOf, type Viewer } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import type { Database } from '../db/database.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import * as contract from './contract.ts';
import { endOf, linkLimit, nameOf, putLimit, refuseMore, tidy } from './rules.ts';
import { findAlerts, lockAndCount, updateAlert, upsertAlert } from './store.ts';

/** Whose alerts they are, and how the log names who asks. */
type Owner = { accountId: string; actor: string };
type Change = { id: string; rhythm: contract.Rhythm | 'off' };

export function alertRoutes({ db, linkSecret }: { db: pg.Pool; linkSecret: Buffer }): Route[] {
  const ownerOf = (viewer: Viewer & { kind: 'person' }): Owner => ({
    accountId: viewer.accountId,
    actor: actorOf(viewer),
  });

  function ownerOfLink(token: string, now: Date): Owner {
    const read = readLink(linkSecret, 'alerts', token, now);
    if ('id' in read) return { accountId: read.id, actor: `link:${read.id}` };
    throw read.fault === 'over'
      ? new Refusal('missing', 'alerts.link-over', '这个链接过期了，登录以后在“我的”里看提醒')
      : new Refusal('missing', 'alerts.link-broken', '链接不全，从短信里重新点一次');
  }

  async function listOf(from: Database, { accountId }: Owner, now: Date) {
    const rows = await findAlerts(from, accountId);
    return {
      items: rows.map(({ endsAt, ...alert }) => ({
        ...alert,
        name: nameOf(alert.filter),
        endsAt: endsAt.toISOString(),
        isOn: endsAt > now,
      })),
    };
  }

  const change = (owner: Owner, { id, rhythm }: Change, now: Date) =>
    transact(db, async (tx) => {
      const { accountId, actor } = owner;
      const to = rhythm === 'off' ? null : { rhythm, endsAt: endOf(now) };
      const others = await lockAndCount(tx, { accountId, besides: { id } }, now);
      const known = await updateAlert(tx, { id, accountId, to }, now);
      if (!known) throw new Refusal('missing', 'alert.missing', '没有这个提醒，可能已经删掉了');
      const refusal = to && refuseMore(others);
      if (refusal) throw refusal;
      const line = { actor, action: 'alert.change', entity: 'alert', entityId: id, detail: { rhythm } };
      await recordAudit(tx, line, now);
      return listOf(tx, owner, now);
    });

  return [
    route(contract.listAlerts, ({ viewer, now }) => listOf(db, ownerOf(viewer), now)),

    route(contract.putAlert, async ({ body, viewer, now }) => {
      const owner = ownerOf(viewer);
      const { accountId, actor } = owner;
      await takeFromLimit(db, `alert:${accountId}`, putLimit, now);
      const filter = tidy(body.filter);
      const { rhythm } = body;
      return transact(db, async (tx) => {
        const refusal = refuseMore(await lockAndCount(tx, { accountId, besides: { filter } }, now));
        if (refusal) throw refusal;
        const { id } = await upsertAlert(tx, { accountId, filter, rhythm, endsAt: endOf(now) }, now);
        const line = { actor, action: 'alert.put', entity: 'alert', entityId: id, detail: { rhythm } };
        await recordAudit(tx, line, now);
        return listOf(tx, owner, now);
      });
    }),

    route(contract.changeAlert, ({ params, body, viewer, now }) =>
      change(ownerOf(viewer), { id: params.id, ...body }, now),
    ),

    route(contract.listAlertsOfLink, ({ params, now }, _request, response) => {
      response.set({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' });
      return listOf(db, ownerOfLink(params.token, now), now);
    }),

    route(contract.changeAlertOfLink, async ({ params, body, address, now }) => {
      const owner = ownerOfLink(params.token, now);
      await takeFromLimit(db, `alert-link:${address}`, linkLimit, now);
      return change(owner, { id: params.id, ...body }, now);
    }),
  ];
}
