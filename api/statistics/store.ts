import type { Database } from '../db/database.ts';

/**
 * Adds visits to a day.
 * @param day `2026-11-23`, the date in Shanghai
 */
export async function countVisits(db: Database, day: string, count: number): Promise<void> {
  await db.query(
    `insert into visits as old (on_date, count) values ($1, $2)
     on conflict (on_date) do update set count = old.count + excluded.count`,
    [day, count],
  );
}

/** Visits since the start. */
export async function totalVisits(db: Database): Promise<number> {
  const { rows } = await db.query<{ total: number }>(
    'select coalesce(sum(count), 0)::float8 as total from visits',
  );
  return rows[0]!.total;
}
