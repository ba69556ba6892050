import type { Database } from '../api/db/database.ts';

/** Whole days in Asia/Shanghai since the demo city was seeded or last moved on; null when it never was. */
export async function daysSinceSeeding(db: Database, now: Date): Promise<number | null> {
  const { rows } = await db.query<{ days: number | null }>(
    `select ($1::timestamptz at time zone 'Asia/Shanghai')::date - max((detail->>'on')::date) as days
       from audit_log where actor = 'seeds' and action = 'seed'`,
    [now],
  );
  return rows[0]?.days ?? null;
}

export async function recordSeeding(tx: Database, now: Date): Promise<void> {
  await tx.query(
    `insert into audit_log (actor, action, entity, detail)
     values ('seeds', 'seed', 'city', jsonb_build_object('on', ($1::timestamptz at time zone 'Asia/Shanghai')::date))`,
    [now],
  );
}

/** Moves every date of the demo's openings by whole days; returns their ids. */
export async function shiftDays(tx: Database, days: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `update openings set published_at = published_at + make_interval(days => $1),
            confirmed_at = confirmed_at + make_interval(days => $1),
            expires_at = expires_at + make_interval(days => $1)
      where external_id like 'DEMO-%' returning id::float8 as id`,
    [days],
  );
  return rows.map((row) => row.id);
}
