import type { Database } from '../db/database.ts';
import type { CallOutcome, FreshnessAnswer } from './contract.ts';

export type LinkCause = 'weekly' | 'callers' | 'expires-in-7' | 'expires-in-1';

/** A link that was sent, with the opening as it stands now. */
export type LinkRow = {
  id: string;
  openingId: string;
  code: string;
  title: string;
  employerName: string;
  headcount: number;
  status: string;
  town: string;
  confirmedAt: Date | null;
  openingExpiresAt: Date | null;
  answer: FreshnessAnswer | null;
  answeredAt: Date | null;
  expiresAt: Date;
};

const linkColumns = `l.id::text as id, o.id::text as "openingId", o.code, o.title, e.name as "employerName",
  o.headcount, o.status, o.town, o.confirmed_at as "confirmedAt", o.expires_at as "openingExpiresAt", l.answer,
  l.answered_at as "answeredAt", l.expires_at as "expiresAt"`;

export async function findLink(db: Database, id: string): Promise<LinkRow | null> {
  const { rows } = await db.query<LinkRow>(
    `select ${linkColumns} from freshness_links l
       join openings o on o.id = l.opening_id join employers e on e.id = o.employer_id
      where l.id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/** As `findLink`, and nobody else answers it or changes the opening meanwhile. */
export async function lockLink(tx: Database, id: string): Promise<LinkRow | null> {
  const { rows } = await tx.query<LinkRow>(
    `select ${linkColumns} from freshness_links l
       join openings o on o.id = l.opening_id join employers e on e.id = o.employer_id
      where l.id = $1::bigint for update of l, o`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes down that a question was asked; its id goes into the signed link. */
export async function addLink(
  tx: Database,
  link: { openingId: string; cause: LinkCause; expiresAt: Date },
  now: Date,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into freshness_links (opening_id, cause, sent_at, expires_at) values ($1::bigint, $2, $3, $4)
     returning id::text as id`,
    [link.openingId, link.cause, now, link.expiresAt],
  );
  return rows[0]!.id;
}

export async function putAnswer(tx: Database, id: string, answer: FreshnessAnswer, now: Date): Promise<void> {
  await tx.query('update freshness_links set answer = $2, answered_at = $3 where id = $1::bigint', [
    id,
    answer,
    now,
  ]);
}

/** A published opening somebody rang about, locked. */
export async function lockPublished(
  tx: Database,
  wanted: { id: number } | { code: string },
  now: Date,
): Promise<{
  id: string;
  employerId: string;
  title: string;
  town: string;
  contactPhone: string | null;
} | null> {
  const { rows } = await tx.query<{
    id: string;
    employerId: string;
    title: string;
    town: string;
    contactPhone: string | null;
  }>(
    `select id::text as id, employer_id::text as "employerId", title, town, contact_phone as "contactPhone"
       from openings
      where (id = $1::bigint or code = $2)
        and status = 'published' and published_at <= $3 and $3 < expires_at for update`,
    ['id' in wanted ? wanted.id : null, 'code' in wanted ? wanted.code : null, now],
  );
  return rows[0] ?? null;
}

/**
 * Keeps what a caller heard; the same caller on the same day corrects what was said before.
 * @returns whether this caller had not said so yet on this day
 */
export async function putReport(
  tx: Database,
  report: { openingId: string; outcome: CallOutcome; reporter: string },
  now: Date,
): Promise<{ isNew: boolean }> {
  // Reads what stood there before the insert; whoever calls holds the opening, so nobody comes between.
  const { rows } = await tx.query<{ isNew: boolean }>(
    `insert into call_reports as r (opening_id, outcome, reporter, on_date, at)
     values ($1::bigint, $2, $3, ($4::timestamptz at time zone 'Asia/Shanghai')::date, $4)
     on conflict (opening_id, reporter, on_date) do update set outcome = excluded.outcome, at = excluded.at
     returning not exists (
       select 1 from call_reports b
        where b.opening_id = r.opening_id and b.reporter = r.reporter and b.on_date = r.on_date
          and b.outcome = r.outcome) as "isNew"`,
    [report.openingId, report.outcome, report.reporter, now],
  );
  return rows[0]!;
}

/** Callers apart who said "full" since an instant and since the opening was last confirmed. */
export async function countFull(db: Database, openingId: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ callers: number }>(
    `select count(distinct r.reporter)::int as callers
       from call_reports r join openings o on o.id = r.opening_id
      where r.opening_id = $1::bigint and r.outcome = 'full' and r.at >= $2 and r.at > o.confirmed_at`,
    [openingId, since],
  );
  return rows[0]!.callers;
}

/** Whether the employer was asked for this cause since an instant and has not answered. */
export async function wasAsked(
  db: Database,
  openingId: string,
  cause: LinkCause,
  since: Date,
): Promise<boolean> {
  const { rows } = await db.query<{ asked: boolean }>(
    `select exists (select 1 from freshness_links
      where opening_id = $1::bigint and cause = $2 and sent_at >= $3 and answer is null) as asked`,
    [openingId, cause, since],
  );
  return rows[0]!.asked;
}

/** Telephones of everybody who belongs to an employer and may sign in. */
export async function findMemberPhones(db: Database, employerId: string): Promise<string[]> {
  const { rows } = await db.query<{ phone: string }>(
    `select a.phone from employer_members m join accounts a on a.id = m.account_id
      where m.employer_id = $1::bigint and a.phone is not null and a.disabled_at is null
      order by m.since, a.id limit 10`,
    [employerId],
  );
  return rows.map(({ phone }) => phone);
}
