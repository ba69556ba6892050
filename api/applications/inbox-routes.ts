import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { transact } from '../db/transact.ts';
import { isMember } from '../employers/store.ts';
import { route, type Route } from '../http/serve.ts';
import { pauseOpening } from '../opening-desk/lifecycle.ts';
import { Refusal } from '../refusals.ts';
import { applicationStates, listApplications, moveApplication, setApplicationLimit } from './contract.ts';
import {
  countStates,
  findInbox,
  findInboxRow,
  findOpeningsInInbox,
  findStanding,
  lockOpening,
  putLimit,
} from './inbox-store.ts';
import { toInbox } from './items.ts';
import { move } from './move.ts';
import { isEnough } from './rules.ts';
import { countOpen } from './store.ts';

/** The employer's side: whoever does not belong to it meets nothing. */
export function inboxRoutes(db: pg.Pool): Route[] {
  return [
    route(listApplications, async ({ params, query, viewer }) => {
      const { employerId } = params;
      if (!(await isMember(db, viewer.accountId, employerId)))
        throw new Refusal('missing', 'employer.missing', '没有这个单位');
      const { page, pageSize, openingId = null, state = null } = query;
      const counted = await countStates(db, employerId, openingId);
      const counts = Object.fromEntries(
        applicationStates.map((name) => [name, counted[name] ?? 0]),
      ) as Record<(typeof applicationStates)[number], number>;
      const offset = (page - 1) * pageSize;
      const rows = await findInbox(db, { employerId, openingId, state, offset, limit: pageSize });
      const total = state ? counts[state] : Object.values(counts).reduce((sum, count) => sum + count, 0);
      const openings = await findOpeningsInInbox(db, employerId);
      return { total, page, pageSize, items: rows.map(toInbox), counts, openings };
    }),

    route(moveApplication, ({ params, body, viewer, now }) =>
      transact(db, async (tx) => {
        const openingId = await move(tx, { id: params.id, ...body }, viewer, now);
        return {
          application: toInbox(await findInboxRow(tx, params.id)),
          opening: await findStanding(tx, openingId),
        };
      }),
    ),

    route(setApplicationLimit, ({ params, body, viewer, now }) =>
      transact(db, async (tx) => {
        const opening = await lockOpening(tx, params.openingId);
        if (!opening || !(await isMember(tx, viewer.accountId, opening.employerId)))
          throw new Refusal('missing', 'opening.missing', '没有这个岗位');
        await putLimit(tx, opening.id, body.limit);
        const detail = { limit: body.limit };
        await recordAudit(
          tx,
          {
            actor: actorOf(viewer),
            action: 'opening.application-limit',
            entity: 'opening',
            entityId: opening.id,
            detail,
          },
          now,
        );
        const open = await countOpen(tx, opening.id);
        if (opening.status === 'published' && isEnough(open, body.limit))
          await pauseOpening(
            tx,
            opening.id,
            { by: actorOf(viewer), why: `留言够 ${body.limit} 份了，自动停下` },
            now,
          );
        const { status } = await findStanding(tx, opening.id);
        return { openingId: opening.id, limit: body.limit, open, status };
      }),
    ),
  ];
}
