import type pg from 'pg';
import { countyOf, townOf } from '../../geodata/towns.ts';
import { covers } from '../accounts/jurisdiction.ts';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import { takeFromLimit } from '../db/limits.ts';
import type { Database } from '../db/database.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { addTask, endTask, moveTasks } from '../tasks/store.ts';
import {
  answerByPhone,
  answerMistake,
  confirmPoint,
  createPoint,
  findListingEmployers,
  type DeskPoint,
  getDeskPoint,
  getPointVersion,
  handOverPoint,
  listDeskPoints,
  listPointVersions,
  type PointFacts,
  postLocalListing,
  reportMistake,
  restorePoint,
  savePoint as savePointEndpoint,
} from './contract.ts';
import { addPoint, confirmChecked, getPoint, missingPoint, savePoint } from './keep-point.ts';
import { findEmployersBy } from './listing-store.ts';
import { takeListing } from './listing.ts';
import { findMistake, findOpenMistakes, insertMistake, writeAnswer } from './mistake-store.ts';
import { takePhoneAnswer } from './phone-answer.ts';
import { fromSeatMetres, pinDoubts } from './pin.ts';
import { refigure } from '../terminals/watch.ts';
import { answerDueAt, changedFields, checkDueAt } from './rules.ts';
import { closePoint, findDeskPoints, findPoint, findVersions, type KeptPoint } from './store.ts';

/** Anybody may report; a school class with one telephone line still can. */
const reportsPerAddress = { limit: 10, perSeconds: 3600 };

export function pointDeskRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(listDeskPoints, async ({ viewer, query, now }) => {
      const points = await findDeskPoints(db, {
        divisions: viewer.divisions,
        division: query.division ?? null,
        q: query.q ?? null,
      });
      const items = points
        .map(({ division, createdAt, checkedAt, ...point }) => {
          const dueAt = checkDueAt({ ...point, checkedAt, createdAt });
          return {
            ...point,
            ...namesOf(division),
            checkedAt: checkedAt?.toISOString() ?? null,
            checkDueAt: dueAt.toISOString(),
            overdue: dueAt <= now,
          };
        })
        .sort((a, b) => (a.checkDueAt < b.checkDueAt ? -1 : a.checkDueAt > b.checkDueAt ? 1 : 0));
      const overdue = items.filter((item) => item.overdue);
      const asked = query.overdue ? overdue : items;
      return { total: asked.length, overdue: overdue.length, items: asked.slice(0, query.limit) };
    }),

    route(getDeskPoint, async ({ viewer, params, now }) =>
      toDeskPoint(db, await getPoint(db, viewer, params.id), now),
    ),

    route(savePointEndpoint, async ({ viewer, params, body, now }) => {
      await transact(db, async (tx) => {
        await savePoint(tx, viewer, { id: params.id, ...body }, now);
        if (body.checked) await confirmChecked(tx, viewer, await getPoint(tx, viewer, params.id), now);
      });
      return toDeskPoint(db, await getPoint(db, viewer, params.id), now);
    }),

    route(confirmPoint, async ({ viewer, params, now }) => {
      const point = await transact(db, async (tx) => {
        const held = await getPoint(tx, viewer, params.id, true);
        await confirmChecked(tx, viewer, held, now);
        return held;
      });
      const { createdAt } = point;
      const dueAt = checkDueAt({ level: point.facts.level, checkedAt: now, createdAt });
      return { checkedAt: now.toISOString(), checkDueAt: dueAt.toISOString() };
    }),

    route(createPoint, async ({ viewer, body, idempotencyKey: key, now }) => {
      const asked = { actor: actorOf(viewer), key, endpointId: createPoint.id, body, now };
      const id = await transact(db, (tx) => once(tx, asked, () => addPoint(tx, viewer, body, now)));
      return toDeskPoint(db, await getPoint(db, viewer, id), now);
    }),

    route(handOverPoint, async ({ viewer, params, body, now }) =>
      transact(db, async (tx) => {
        const point = await getPoint(tx, viewer, params.id, true);
        const to = await getPoint(tx, viewer, body.toPointId, true);
        if (point.closedAt) throw new Refusal('conflict', 'service-point.closed', '这个服务点已经撤了');
        if (to.id === point.id || to.closedAt)
          throw new Refusal('conflict', 'service-point.successor', '交给一个还开着的别的服务点');
        return handOver(tx, actorOf(viewer), { point, to, reason: body.reason }, now);
      }),
    ),

    route(listPointVersions, async ({ viewer, params }) => {
      await getPoint(db, viewer, params.id);
      const versions = await findVersions(db, params.id);
      const items = versions.map(({ facts, at, ...version }, index) => {
        const before = versions[index + 1];
        return {
          ...version,
          at: at.toISOString(),
          changed: before ? changedFields(before.facts, facts) : [],
        };
      });
      return { items };
    }),

    route(getPointVersion, async ({ viewer, params }) => {
      await getPoint(db, viewer, params.id);
      const { version, facts } = await getVersion(db, params.id, Number(params.version));
      return { version, facts };
    }),

    route(restorePoint, async ({ viewer, params, body, now }) => {
      await transact(db, async (tx) => {
        await getPoint(tx, viewer, params.id, true);
        const { facts } = await getVersion(tx, params.id, body.restore);
        const note = `恢复第 ${body.restore} 版`;
        // It stood there before, so the pin needs no other reason than that.
        const asked = { id: params.id, version: body.version, facts, pinReason: note, note };
        await savePoint(tx, viewer, asked, now);
      });
      return toDeskPoint(db, await getPoint(db, viewer, params.id), now);
    }),

    route(reportMistake, async ({ params, body, address, now }) => {
      await takeFromLimit(db, `mistake:${address}`, reportsPerAddress, now);
      const dueAt = answerDueAt(now);
      await transact(db, async (tx) => {
        const point = await findPoint(tx, params.id);
        if (!point || point.closedAt) throw missingPoint();
        const { about, text } = body;
        const report = { pointId: point.id, about, text, phone: body.phone ?? null, reportedAt: now, dueAt };
        const reportId = await insertMistake(tx, report);
        const subject = { servicePointId: point.id, reportId };
        const { division } = point.facts;
        await addTask(tx, { kind: 'mistake-report', division, subject, dueAt, note: text }, now);
      });
      return { dueAt: dueAt.toISOString() };
    }),

    route(findListingEmployers, async ({ query }) => ({ items: await findEmployersBy(db, query.q) })),

    route(postLocalListing, async ({ viewer, params, body, idempotencyKey: key, now }) =>
      transact(db, (tx) =>
        once(tx, { actor: actorOf(viewer), key, endpointId: postLocalListing.id, body, now }, () =>
          takeListing(tx, viewer, params.id, body, now),
        ),
      ),
    ),

    route(answerByPhone, async ({ viewer, params, body, now }) => {
      await transact(db, (tx) => takePhoneAnswer(tx, viewer, params.id, body.heard, now));
      return { id: params.id, heard: body.heard };
    }),

    route(answerMistake, async ({ viewer, params, body, now }) => {
      await transact(db, async (tx) => {
        const found = await findMistake(tx, params.id);
        if (!found || !covers(viewer.divisions, found.division))
          throw new Refusal('missing', 'mistake.missing', '没有这条报错');
        const by = actorOf(viewer);
        const { outcome, answer } = body;
        if (!(await writeAnswer(tx, { id: params.id, by, outcome, text: answer }, now)))
          throw new Refusal('conflict', 'mistake.answered', '这条报错刚才有人回过了，不用再回');
        const subject = { servicePointId: found.pointId, reportId: params.id };
        await endTask(tx, { kind: 'mistake-report', subject, by, outcome }, now);
        const line = { actor: by, action: 'mistake.answer', entity: 'service_point', detail: { outcome } };
        await recordAudit(tx, { ...line, entityId: found.pointId }, now);
      });
      return { id: params.id, answeredAt: now.toISOString() };
    }),
  ];
}

async function handOver(
  tx: Database,
  actor: string,
  { point, to, reason }: { point: KeptPoint; to: KeptPoint; reason: string },
  now: Date,
): Promise<{ listings: number; tasks: number }> {
  const tasks = await moveTasks(tx, point.id, { id: to.id, division: to.facts.division });
  const listings = await closePoint(tx, point.id, to.id, now);
  await refigure(tx, [to.id]);
  for (const kind of ['overdue-point'] as const)
    await endTask(tx, { kind, subject: { servicePointId: point.id }, by: actor, outcome: '服务点撤了' }, now);
  for (const { id } of await findOpenMistakes(tx, point.id)) {
    await writeAnswer(tx, { id, by: actor, outcome: 'mended', text: '服务点撤了' }, now);
    const subject = { servicePointId: point.id, reportId: id };
    await endTask(tx, { kind: 'mistake-report', subject, by: actor, outcome: '服务点撤了' }, now);
  }
  await recordChanges(tx, 'service_point', [Number(point.id)]);
  await recordChanges(tx, 'opening', listings);
  const detail = { to: to.id, reason, listings: listings.length, tasks };
  const line = { actor, action: 'service-point.hand-over', entity: 'service_point', entityId: point.id };
  await recordAudit(tx, { ...line, detail }, now);
  return { listings: listings.length, tasks };
}

async function getVersion(
  db: Database,
  id: string,
  version: number,
): Promise<{ version: number; facts: PointFacts }> {
  const found = (await findVersions(db, id)).find((kept) => kept.version === version);
  if (!found) throw new Refusal('missing', 'version.missing', '没有这一版');
  return found;
}

async function toDeskPoint(db: Database, point: KeptPoint, now: Date): Promise<DeskPoint> {
  const { facts, createdAt, checkedAt } = point;
  const dueAt = checkDueAt({ level: facts.level, checkedAt, createdAt });
  const mistakes = await findOpenMistakes(db, point.id);
  return {
    id: point.id,
    version: point.version,
    facts,
    changedAt: point.updatedAt.toISOString(),
    changedBy: point.changedBy,
    checkedAt: checkedAt?.toISOString() ?? null,
    checkDueAt: dueAt.toISOString(),
    overdue: dueAt <= now,
    closed: point.closedAt !== null,
    pin: {
      fromSeatMetres: fromSeatMetres(facts.place, facts.division),
      doubts: pinDoubts(facts.place, facts.division),
    },
    mistakes: mistakes.map((mistake) => ({
      ...mistake,
      reportedAt: mistake.reportedAt.toISOString(),
      dueAt: mistake.dueAt.toISOString(),
    })),
  };
}

function namesOf(division: string) {
  const name = (code: string, known: { name: string } | undefined) => ({ code, name: known?.name ?? code });
  return {
    district: name(division.slice(0, 6), countyOf(division)),
    town: division.length < 9 ? null : name(division.slice(0, 9), townOf(division)),
  };
}
