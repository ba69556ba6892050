import type { Database } from '../db/database.ts';

/**
 * Adds what this process counted to what all count together; returns the sums. Rows in one order, so that two
 * processes never wait for each other crosswise.
 */
export async function addToCounts(
  db: Database,
  counts: readonly { name: string; used: number }[],
  endsAt: Date,
): Promise<{ name: string; used: number }[]> {
  const sorted = counts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { rows } = await db.query<{ name: string; used: number }>(
    `insert into limits as l (name, used, ends_at)
     select name, used, $3 from unnest($1::text[], $2::int[]) with ordinality as given(name, used, n) order by n
     on conflict (name) do update set used = l.used + excluded.used
     returning name, used`,
    [sorted.map(({ name }) => name), sorted.map(({ used }) => used), endsAt],
  );
  return rows;
}
