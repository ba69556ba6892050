import type pg from 'pg';
import { metresOfChord } from '../../geodata/unit-sphere.ts';
import { rawRoute, type Route, route } from '../http/serve.ts';
import { toItem } from '../openings/items.ts';
import type { OpeningsModel } from '../openings/model.ts';
import { order, type Selection, selectOpenings } from '../openings/query.ts';
import { Refusal } from '../refusals.ts';
import { toDetail } from '../service-points/detail.ts';
import type { ServicePoint, ServicePointsModel } from '../service-points/model.ts';
import { daysAhead } from '../service-points/open-state.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { nextVisit, toICalendar } from './calendar.ts';
import {
  type BulletinOpening,
  bulletinDays,
  bulletinWithinMetres,
  getBulletin,
  visitCalendar,
} from './contract.ts';

/** More than fits four sheets is not read on a wall. */
const mostItems = 60;
/** A sheet has room for this many; where less is new, what has been there longer fills it. */
const sheetHolds = 8;
const othersWithinMetres = 20_000;
const visitDaysAhead = 21;

export type BulletinDeps = {
  db: pg.Pool;
  openings: OpeningsModel;
  servicePoints: ServicePointsModel;
  publicUrl: string | null;
};

export function bulletinRoutes(deps: BulletinDeps): Route[] {
  const { db, openings, servicePoints } = deps;

  function pointOf(id: string): ServicePoint {
    const point = servicePoints.get(id);
    if (!point) throw new Refusal('missing', 'service-point.missing', '没有这个服务点，可能已经撤并');
    return point;
  }

  /** The first so many of a selection, nearest first. */
  async function nearest(selection: Selection, count: number): Promise<BulletinOpening[]> {
    const metres = new Map<number, number>();
    for (const index of order(openings, selection, 'distance', count))
      metres.set(
        openings.columns.id[selection.rows[index]!]!,
        Math.round(metresOfChord(selection.chords![index]!)),
      );
    const rows = await openings.rows(db, [...metres.keys()]);
    return rows.map((row) => ({ ...toItem(row), distanceMetres: metres.get(row.id)! }));
  }

  return [
    route(getBulletin, async ({ params, now }) => {
      const point = pointOf(params.id);
      const near: [number, number] = [point.place.lng, point.place.lat];
      const today = dayNumberAt(now);
      const isNew = { near, withinMetres: bulletinWithinMetres, publishedWithinDays: bulletinDays - 1 };
      const selection = selectOpenings(openings, isNew, now.getTime(), null);
      const items = await nearest(selection, mostItems);
      const known = new Set(items.map(({ id }) => id));
      const wanted = Math.max(0, sheetHolds - items.length);
      const around = { near, withinMetres: othersWithinMetres };
      const others =
        wanted === 0
          ? []
          : await nearest(selectOpenings(openings, around, now.getTime(), null), wanted + known.size);
      return {
        asOf: now.toISOString(),
        fromDay: isoDate(today - bulletinDays + 1),
        toDay: isoDate(today),
        withinMetres: bulletinWithinMetres,
        publicUrl: deps.publicUrl,
        point: toDetail(point, now),
        total: selection.rows.length,
        positions: selection.positions,
        items,
        others: others.filter(({ id }) => !known.has(id)).slice(0, wanted),
      };
    }),

    rawRoute(visitCalendar, ({ params, query, now }, request, response) => {
      const point = pointOf(params.id);
      const visit = nextVisit(daysAhead(point.plan, now, visitDaysAhead), now, query.on);
      if (!visit)
        throw new Refusal(
          'missing',
          'visit.closed',
          query.on ? '那天不开门，换一天' : '没填开门时间，先打电话',
        );
      const origin = deps.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
      const { detail, phones } = words(point);
      const text = toICalendar(
        {
          uid: `visit-${point.id}-${visit.startsAt}@jiuye-e-map`,
          summary: `去${point.name}`,
          location: detail,
          description: ['带上身份证', ...phones].join('\n'),
          place: point.place,
          url: new URL(`/p/${point.id}`, origin).href,
          ...visit,
        },
        now,
      );
      response
        .set('Content-Type', 'text/calendar; charset=utf-8')
        .set('Content-Disposition', `attachment; filename="visit-${point.id}.ics"`)
        .send(text);
    }),
  ];
}

function words(point: ServicePoint) {
  const where = [point.district.name, point.address].filter(Boolean).join('');
  return { detail: where, phones: point.telephones.slice(0, 1).map((phone) => `电话 ${phone}`) };
}
