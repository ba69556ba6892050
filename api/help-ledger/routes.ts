import type pg from 'pg';
import { covers } from '../accounts/jurisdiction.ts';
import { actorOf, type StaffMember } from '../accounts/viewer.ts';
import { once } from '../db/once.ts';
import { transact } from '../db/transact.ts';
import { rawRoute, type Route, route } from '../http/serve.ts';
import type { OpeningsModel } from '../openings/model.ts';
import { Refusal } from '../refusals.ts';
import type { ServicePointsModel } from '../service-points/model.ts';
import { dayNumberAt, isoDate, millisOf } from '../shanghai-day.ts';
import { exportLedger, getLedger, getSlips, logHelp, undoHelp } from './contract.ts';
import { slipOpenings } from '../terminals/page.ts';
import { toCsv, toXlsx } from './file.ts';
import { refuseUndo, twelveMonthsTo } from './rules.ts';
import { addHelp, countHelpSince, deleteHelp, holdHelp, type LedgerAsked, sumLedger } from './store.ts';

type Query = {
  fromMonth?: string | undefined;
  toMonth?: string | undefined;
  servicePointId?: string | undefined;
};

export function helpLedgerRoutes(deps: {
  db: pg.Pool;
  openings: OpeningsModel;
  servicePoints: ServicePointsModel;
  publicUrl: string | null;
}): Route[] {
  const { db, openings, servicePoints, publicUrl } = deps;

  function asked(query: Query, viewer: StaffMember, now: Date): LedgerAsked {
    const toMonth = query.toMonth ?? isoDate(dayNumberAt(now)).slice(0, 7);
    const fromMonth = query.fromMonth ?? twelveMonthsTo(toMonth);
    if (fromMonth > toMonth)
      throw new Refusal('invalid', 'ledger.months', '开始的月份比结束的晚', [
        { in: 'query', name: 'fromMonth', code: 'months.order', detail: '换一个早一点的月份' },
      ]);
    return {
      divisions: viewer.divisions,
      fromMonth,
      toMonth,
      servicePointId: query.servicePointId ?? null,
    };
  }

  function pointFor(viewer: StaffMember, id: string) {
    const point = servicePoints.get(id);
    if (!point || !covers(viewer.divisions, point.division))
      throw new Refusal('missing', 'service-point.missing', '没有这个服务点，或者不归你管');
    return point;
  }

  return [
    route(getSlips, async ({ query, viewer, now }) => {
      const { place } = pointFor(viewer, query.servicePointId);
      const found = await slipOpenings(db, openings, query.ids.map(Number), place);
      return { asOf: now.toISOString(), publicUrl, openings: found };
    }),

    route(logHelp, async ({ body, viewer, idempotencyKey, now }) => {
      pointFor(viewer, body.servicePointId);
      const actor = actorOf(viewer);
      return transact(db, (tx) =>
        once(tx, { actor, key: idempotencyKey, endpointId: logHelp.id, body, now }, async () => {
          const id = await addHelp(tx, { ...body, writtenBy: actor }, now);
          const midnight = new Date(millisOf(dayNumberAt(now), 0));
          const todayAtPoint = await countHelpSince(tx, body.servicePointId, midnight);
          return { id, at: now.toISOString(), todayAtPoint };
        }),
      );
    }),

    route(undoHelp, async ({ params, viewer, now }) => {
      await transact(db, async (tx) => {
        const entry = await holdHelp(tx, params.id);
        if (!entry) throw new Refusal('missing', 'help.missing', '没有这条记录');
        const refusal = refuseUndo(entry, actorOf(viewer), now);
        if (refusal) throw refusal;
        await deleteHelp(tx, params.id);
      });
      return { id: params.id };
    }),

    route(getLedger, async ({ query, viewer, now }) => {
      const wanted = asked(query, viewer, now);
      const rows = await sumLedger(db, wanted);
      const total = rows.reduce((sum, { times }) => sum + times, 0);
      return { fromMonth: wanted.fromMonth, toMonth: wanted.toMonth, total, rows };
    }),

    rawRoute(exportLedger, async ({ query, viewer, now }, _request, response) => {
      const wanted = asked(query, viewer, now);
      const rows = await sumLedger(db, wanted);
      const name = `help-ledger-${wanted.fromMonth}-${wanted.toMonth}.${query.format}`;
      response.set('Content-Disposition', `attachment; filename="${name}"`);
      if (query.format === 'csv') response.type('text/csv; charset=utf-8').send(toCsv(rows));
      else
        response
          .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .send(Buffer.from(await toXlsx(rows)));
    }),
  ];
}
