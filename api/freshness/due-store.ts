import type { Database } from '../db/database.ts';

/** What the jobs find to do, the oldest first, so many at a time. */

export type DueOpening = {
  id: string;
  employerId: string;
  title: string;
  town: string;
  contactPhone: string | null;
  confirmedAt: Date;
  expiresAt: Date;
};

const columns = `o.id::text as id, o.employer_id::text as "employerId", o.title, o.town,
  o.contact_phone as "contactPhone", o.confirmed_at as "confirmedAt", o.expires_at as "expiresAt"`;

/**
 * Published openings to ask about: nobody confirmed them since one instant, nobody was asked since another. Of an
 * employer with many, the longest unconfirmed first and a few a day.
 */
export async function findToAsk(
  db: Database,
  asked: { confirmedBefore: Date; notAskedSince: Date; today: Date; perEmployer: number; limit: number },
  now: Date,
): Promise<DueOpening[]> {
  const { rows } = await db.query<DueOpening>(
    `with due as (
       select o.id, row_number() over (partition by o.employer_id order by o.confirmed_at, o.id)
              + (select count(*) from freshness_links l join openings n on n.id = l.opening_id
                  where n.employer_id = o.employer_id and l.cause = 'weekly' and l.sent_at >= $4) as turn
         from openings o
        where o.status = 'published' and o.published_at <= $1 and o.expires_at > $1 and o.confirmed_at < $2
          and not exists (select 1 from freshness_links l where l.opening_id = o.id and l.sent_at >= $3)
     )
     select ${columns} from due join openings o on o.id = due.id
      where due.turn <= $5 order by o.confirmed_at, o.id limit $6`,
    [now, asked.confirmedBefore, asked.notAskedSince, asked.today, asked.perEmployer, asked.limit],
  );
  return rows;
}

/** Published openings that end within so many days and whose employer was not reminded of it. */
export async function findEnding(
  db: Database,
  withinDays: number,
  limit: number,
  now: Date,
): Promise<DueOpening[]> {
  const { rows } = await db.query<DueOpening>(
    `select ${columns} from openings o
      where o.status = 'published' and o.expires_at > $1
        and o.expires_at <= $1::timestamptz + make_interval(days => $2::int)
        and not exists (select 1 from freshness_links l
                         where l.opening_id = o.id and l.cause = 'expires-in-' || $2::int
                           and l.sent_at > o.expires_at - make_interval(days => $2::int + 1))
      order by o.expires_at, o.id limit $3`,
    [now, withinDays, limit],
  );
  return rows;
}

/** Published openings nobody has confirmed since an instant. */
export async function findToHide(db: Database, confirmedBefore: Date, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id::text as id from openings
      where status = 'published' and confirmed_at < $1 order by confirmed_at limit $2`,
    [confirmedBefore, limit],
  );
  return rows.map(({ id }) => id);
}

/** Marks hidden openings that nobody has confirmed since an instant as told to staff, once; returns the new ones. */
export async function claimForStaff(
  tx: Database,
  confirmedBefore: Date,
  limit: number,
): Promise<{ id: string; employerId: string; town: string; title: string; confirmedAt: Date }[]> {
  const { rows } = await tx.query<{
    id: string;
    employerId: string;
    town: string;
    title: string;
    confirmedAt: Date;
  }>(
    `with claimed as (
       insert into freshness_tasks (opening_id, confirmed_at)
       select o.id, o.confirmed_at from openings o
        where o.status = 'hidden' and o.confirmed_at < $1
          and not exists (select 1 from freshness_tasks t
                           where t.opening_id = o.id and t.confirmed_at = o.confirmed_at)
        order by o.confirmed_at limit $2
       on conflict do nothing returning opening_id
     )
     select o.id::text as id, o.employer_id::text as "employerId", o.town, o.title, o.confirmed_at as "confirmedAt"
       from claimed join openings o on o.id = claimed.opening_id`,
    [confirmedBefore, limit],
  );
  return rows;
}

/** Openings staff were asked to ring about that are no longer hidden: somebody has answered meanwhile. */
export async function findAnswered(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select t.opening_id::text as id from tasks t join openings o on o.id = t.opening_id
      where t.kind = 'nobody-answers' and t.ended_at is null and o.status <> 'hidden'`,
  );
  return rows.map(({ id }) => id);
}

/** Takes the hashes off old reports and forgets the oldest. */
export async function forgetReports(db: Database, before: { reporters: Date; reports: Date }): Promise<void> {
  await db.query('update call_reports set reporter = null where reporter is not null and at < $1', [
    before.reporters,
  ]);
  await db.query('delete from call_reports where at < $1', [before.reports]);
}
