import type { Database } from '../db/database.ts';
import type { StatisticKind } from './contract.ts';

export type Counts = Record<StatisticKind, number>;
/** `day` is the date in Shanghai. */
export type CountedDay = Counts & { openingId: number; day: string };

/** Adds counts to openings' days; what is of an opening that is gone is left out. */
export async function addCounts(db: Database, counted: readonly CountedDay[]): Promise<void> {
  await db.query(
    `insert into opening_statistics as old (opening_id, on_date, seen, opened, called, applied)
     select g."openingId", g.day, g.seen, g.opened, g.called, g.applied
       from jsonb_to_recordset($1::jsonb) as g("openingId" bigint, day date, seen int, opened int, called int, applied int)
       join openings o on o.id = g."openingId"
      order by g."openingId", g.day
     on conflict (opening_id, on_date) do update set seen = old.seen + excluded.seen,
       opened = old.opened + excluded.opened, called = old.called + excluded.called,
       applied = old.applied + excluded.applied`,
    [JSON.stringify(counted)],
  );
}

/** One opening's counts by day since a date, the days without any left out. */
export async function findDays(
  db: Database,
  openingId: string,
  sinceDay: string,
): Promise<(Counts & { day: string })[]> {
  const { rows } = await db.query<Counts & { day: string }>(
    `select on_date::text as day, seen, opened, called, applied from opening_statistics
      where opening_id = $1::bigint and on_date >= $2::date order by on_date`,
    [openingId, sinceDay],
  );
  return rows;
}

/** Totals since a date of each opening of an employer that has any. */
export async function findTotals(
  db: Database,
  employerId: string,
  sinceDay: string,
): Promise<(Counts & { openingId: string })[]> {
  const { rows } = await db.query<Counts & { openingId: string }>(
    `select s.opening_id::text as "openingId", sum(s.seen)::int as seen, sum(s.opened)::int as opened,
            sum(s.called)::int as called, sum(s.applied)::int as applied
       from opening_statistics s join openings o on o.id = s.opening_id
      where o.employer_id = $1::bigint and s.on_date >= $2::date
      group by s.opening_id order by s.opening_id`,
    [employerId, sinceDay],
  );
  return rows;
}

/** Whose an opening is. */
export async function findOwner(
  db: Database,
  openingId: string,
): Promise<{ employerId: string; title: string } | null> {
  const { rows } = await db.query<{ employerId: string; title: string }>(
    'select employer_id::text as "employerId", title from openings where id = $1::bigint',
    [openingId],
  );
  return rows[0] ?? null;
}
