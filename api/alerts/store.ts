import type { Database } from '../db/database.ts';
import type { Rhythm, Wanted } from './contract.ts';

export type AlertRow = { id: string; filter: Wanted; rhythm: Rhythm; endsAt: Date };

/** A person's alerts, newest first. */
export async function findAlerts(db: Database, accountId: string): Promise<AlertRow[]> {
  const { rows } = await db.query<AlertRow>(
    `select a.id::text as id, a.filter, a.rhythm, a.ends_at as "endsAt"
       from alerts a join accounts c on c.id = a.account_id
      where a.account_id = $1::bigint and c.disabled_at is null
      order by a.created_at desc, a.id desc`,
    [accountId],
  );
  return rows;
}

/** Lets of two requests of one person one see the other, and counts the alerts that are on, besides one. */
export async function lockAndCount(
  tx: Database,
  asked: { accountId: string; besides: { id: string } | { filter: Wanted } },
  now: Date,
): Promise<number> {
  await tx.query('select 1 from accounts where id = $1::bigint for update', [asked.accountId]);
  const { besides } = asked;
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from alerts
      where account_id = $1::bigint and ends_at > $2
        and id is distinct from $3::bigint and filter is distinct from $4::jsonb`,
    [
      asked.accountId,
      now,
      'id' in besides ? besides.id : null,
      'filter' in besides ? JSON.stringify(besides.filter) : null,
    ],
  );
  return rows[0]!.count;
}

/** Writes an alert; one of the same words and conditions goes on, and what it missed while it was off is not told. */
export async function upsertAlert(
  tx: Database,
  alert: { accountId: string; filter: Wanted; rhythm: Rhythm; endsAt: Date },
  now: Date,
): Promise<{ id: string }> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into alerts as a (account_id, filter, rhythm, created_at, told_until, ends_at)
     values ($1::bigint, $2::jsonb, $3, $4, $4, $5)
     on conflict (account_id, filter) do update set
       rhythm = excluded.rhythm, ends_at = excluded.ends_at, end_told = false,
       told_until = case when a.ends_at <= $4 then $4 else a.told_until end
     returning id::text as id`,
    [alert.accountId, JSON.stringify(alert.filter), alert.rhythm, now, alert.endsAt],
  );
  return rows[0]!;
}

/** @param to null leaves the rhythm as it is and ends it @returns false when the person has no such alert */
export async function updateAlert(
  tx: Database,
  { id, accountId, to }: { id: string; accountId: string; to: { rhythm: Rhythm; endsAt: Date } | null },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update alerts set
       rhythm = coalesce($3, rhythm), end_told = false,
       told_until = case when $4::timestamptz is not null and ends_at <= $5 then $5 else told_until end,
       ends_at = coalesce($4::timestamptz, least(ends_at, $5))
      where id = $1::bigint and account_id = $2::bigint`,
    [id, accountId, to?.rhythm ?? null, to?.endsAt ?? null, now],
  );
  return rowCount === 1;
}

export async function forgetAlertsOf(tx: Database, accountId: string): Promise<void> {
  await tx.query('delete from alerts where account_id = $1::bigint', [accountId]);
}

/** Deletes alerts that stopped before an instant, and those of people who left. */
export async function forgetAlerts(db: Database, endedBefore: Date): Promise<void> {
  await db.query(
    `delete from alerts a using accounts c
      where c.id = a.account_id and (a.ends_at < $1 or c.phone is null or c.disabled_at is not null)`,
    [endedBefore],
  );
}

export type DueAlert = {
  id: string;
  accountId: string;
  phone: string;
  filter: Wanted;
  toldUntil: Date;
  endsAt: Date;
  endTold: boolean;
};

/** Alerts whose time has come, all of a person's that are due together, of so many people. */
export async function findDue(
  db: Database,
  { dailyBefore, weeklyBefore, people }: { dailyBefore: Date; weeklyBefore: Date; people: number },
  now: Date,
): Promise<DueAlert[]> {
  const { rows } = await db.query<DueAlert>(
    `with due as (
       select a.*, c.phone, dense_rank() over (order by a.account_id) as nth
         from alerts a join accounts c on c.id = a.account_id
        where a.ends_at > $1 and c.phone is not null and c.disabled_at is null
          and a.told_until < case a.rhythm when 'daily' then $2::timestamptz else $3::timestamptz end
     )
     select id::text as id, account_id::text as "accountId", phone, filter, told_until as "toldUntil",
            ends_at as "endsAt", end_told as "endTold"
       from due where nth <= $4 order by account_id, created_at, id`,
    [now, dailyBefore, weeklyBefore, people],
  );
  return rows;
}

export type Newcomer = { id: number; cameAt: Date };

/** Openings that came within a stretch of time, from exclusive: published then, or written then when their day of publication is older. */
export async function findNewcomers(db: Database, from: Date, until: Date): Promise<Newcomer[]> {
  const { rows } = await db.query<Newcomer>(
    `select id::float8 as id, greatest(published_at, created_at) as "cameAt" from openings
      where status = 'published' and greatest(published_at, created_at) > $1
        and greatest(published_at, created_at) <= $2`,
    [from, until],
  );
  return rows;
}

/** Notes what has been told; false when another process, or the person, was first: then nothing is told. */
export async function markTold(
  tx: Database,
  { id, toldUntil, endTold }: DueAlert,
  to: { until: Date; endTold: boolean },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update alerts set told_until = $3, end_told = $5
      where id = $1::bigint and told_until = $2 and end_told = $4`,
    [id, toldUntil, to.until, endTold, to.endTold],
  );
  return rowCount === 1;
}
