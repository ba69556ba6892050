import type pg from 'pg';
import { isMember } from '../employers/store.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { getEmployerStatistics, getOpeningStatistics } from './contract.ts';
import { type Counts, findDays, findOwner, findTotals } from './store.ts';

const none: Counts = { seen: 0, opened: 0, called: 0, applied: 0 };

export function openingStatisticsRoutes(db: pg.Pool): Route[] {
  return [
    route(getOpeningStatistics, async ({ params, query, viewer, now }) => {
      const owner = await findOwner(db, params.openingId);
      if (!owner || !(await isMember(db, viewer.accountId, owner.employerId)))
        throw new Refusal('missing', 'opening.missing', '没有这个岗位');
      const today = dayNumberAt(now);
      const first = today - query.days + 1;
      const counted = new Map(
        (await findDays(db, params.openingId, isoDate(first))).map(({ day, ...counts }) => [day, counts]),
      );
      const days = Array.from({ length: query.days }, (_, index) => {
        const day = isoDate(first + index);
        return { day, ...(counted.get(day) ?? none) };
      });
      return { openingId: params.openingId, title: owner.title, total: sum(days), days };
    }),

    route(getEmployerStatistics, async ({ params, query, viewer, now }) => {
      if (!(await isMember(db, viewer.accountId, params.employerId)))
        throw new Refusal('missing', 'employer.missing', '没有这个单位');
      const since = isoDate(dayNumberAt(now) - query.days + 1);
      const openings = await findTotals(db, params.employerId, since);
      return { total: sum(openings), openings };
    }),
  ];
}

function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { seen, opened, called, applied }) => ({
      seen: total.seen + seen,
      opened: total.opened + opened,
      called: total.called + called,
      applied: total.applied + applied,
    }),
    none,
  );
}
