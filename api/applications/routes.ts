import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import { rawRoute, route, type Route } from '../http/serve.ts';
import type { OpeningCounters } from '../opening-statistics/counters.ts';
import { readIdOrCode } from '../openings/rules.ts';
import { listMyApplications, revealPhone, sendApplication, withdrawApplication } from './contract.ts';
import { inboxRoutes } from './inbox-routes.ts';
import { toOwn } from './items.ts';
import { revealLimits, terminalRevealLimits } from './rules.ts';
import { openingMissing, send } from './send.ts';
import { findContact, findOwn } from './store.ts';
import { withdraw } from './withdraw.ts';

type ApplicationsDeps = {
  db: pg.Pool;
  counters: Pick<OpeningCounters, 'count'>;
};

export function applicationRoutes({ db, counters }: ApplicationsDeps): Route[] {
  return [
    route(revealPhone, async ({ params, viewer, address, now }, _request, response) => {
      response.set('Cache-Control', 'no-store');
      const wanted = readIdOrCode(params.idOrCode);
      const contact = wanted && (await findContact(db, wanted, now));
      if (!contact) throw openingMissing();
      const isTerminal = viewer.kind === 'terminal';
      for (const { name, limit, perSeconds } of isTerminal ? terminalRevealLimits : revealLimits)
        await takeFromLimit(
          db,
          `${name}:${isTerminal ? `terminal-${viewer.terminalId}` : address}`,
          { limit, perSeconds },
          now,
        );
      counters.count('called', [contact.id]);
      return contact;
    }),

    rawRoute(sendApplication, async ({ params, body, viewer, idempotencyKey, now }, _request, response) => {
      const wanted = readIdOrCode(params.idOrCode);
      if (!wanted) throw openingMissing();
      const sent = await send(db, { wanted, body, person: viewer, idempotencyKey }, now);
      if (sent.isCounted) counters.count('applied', [Number(sent.reply.application.opening.id)]);
      response.status(sent.reply.wasSentBefore ? 200 : 201).json(sendApplication.reply.parse(sent.reply));
    }),

    route(listMyApplications, async ({ viewer, now }) => ({
      items: (await findOwn(db, { accountId: viewer.accountId, id: null }, now)).map(toOwn),
    })),

    route(withdrawApplication, ({ params, viewer, now }) =>
      transact(db, (tx) =>
        withdraw(tx, { id: params.id, accountId: viewer.accountId, by: actorOf(viewer) }, now),
      ),
    ),

    ...inboxRoutes(db),
  ];
}
