import type { Database } from '../db/database.ts';
import type { ApplicationState, UnsuitableReason } from './contract.ts';

export type InboxRow = {
  id: string;
  openingId: string;
  openingTitle: string;
  state: ApplicationState;
  name: string | null;
  phone: string | null;
  message: string | null;
  reason: UnsuitableReason | null;
  sentAt: Date;
  changedAt: Date;
  version: number;
};

const columns = `a.id::text as id, a.opening_id::text as "openingId", o.title as "openingTitle", a.state, a.name,
  a.phone, a.message, a.reason, a.sent_at as "sentAt", a.changed_at as "changedAt", a.version`;

/** A page of an employer's inbox, newest first. */
export async function findInbox(
  db: Database,
  asked: {
    employerId: string;
    openingId: string | null;
    state: ApplicationState | null;
    offset: number;
    limit: number;
  },
): Promise<InboxRow[]> {
  const { rows } = await db.query<InboxRow>(
    `select ${columns} from applications a join openings o on o.id = a.opening_id
      where a.employer_id = $1::bigint and ($2::bigint is null or a.opening_id = $2::bigint)
        and ($3::text is null or a.state = $3)
      order by a.sent_at desc, a.id desc offset $4 limit $5`,
    [asked.employerId, asked.openingId, asked.state, asked.offset, asked.limit],
  );
  return rows;
}

/** One application as the inbox shows it. */
export async function findInboxRow(db: Database, id: string): Promise<InboxRow> {
  const { rows } = await db.query<InboxRow>(
    `select ${columns} from applications a join openings o on o.id = a.opening_id where a.id = $1::bigint`,
    [id],
  );
  return rows[0]!;
}

/** How many of an employer's applications are in each state. */
export async function countStates(
  db: Database,
  employerId: string,
  openingId: string | null,
): Promise<Partial<Record<ApplicationState, number>>> {
  const { rows } = await db.query<{ state: ApplicationState; count: number }>(
    `select state, count(*)::int as count from applications
      where employer_id = $1::bigint and ($2::bigint is null or opening_id = $2::bigint) group by state`,
    [employerId, openingId],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export type OpeningInInbox = {
  id: string;
  code: string;
  title: string;
  status: string;
  headcount: number;
  open: number;
  limit: number | null;
};

/** Openings of an employer that somebody answered or that have a limit; the last hundred. */
export async function findOpeningsInInbox(db: Database, employerId: string): Promise<OpeningInInbox[]> {
  const { rows } = await db.query<OpeningInInbox>(
    `select o.id::text as id, o.code, o.title, o.status, o.headcount,
            (select count(*)::int from applications a
              where a.opening_id = o.id and a.state in ('new', 'contacted', 'interview')) as open,
            l.open_applications as "limit"
       from openings o left join application_limits l on l.opening_id = o.id
      where o.employer_id = $1::bigint
        and (l.opening_id is not null or exists (select 1 from applications a where a.opening_id = o.id))
      order by o.id desc limit 100`,
    [employerId],
  );
  return rows;
}

/** Locks an opening for its employer's settings. */
export async function lockOpening(
  tx: Database,
  id: string,
): Promise<{ id: string; employerId: string; status: string } | null> {
  const { rows } = await tx.query<{ id: string; employerId: string; status: string }>(
    `select id::text as id, employer_id::text as "employerId", status from openings where id = $1::bigint for update`,
    [id],
  );
  return rows[0] ?? null;
}

/** So many open applications are enough; null takes the limit away. */
export async function putLimit(tx: Database, openingId: string, limit: number | null): Promise<void> {
  await tx.query(
    `with put as (
       insert into application_limits (opening_id, open_applications)
       select $1::bigint, $2::int where $2::int is not null
       on conflict (opening_id) do update set open_applications = excluded.open_applications
     )
     delete from application_limits where opening_id = $1::bigint and $2::int is null`,
    [openingId, limit],
  );
}

/** An opening's status and places, after something was done to it. */
export async function findStanding(
  db: Database,
  openingId: string,
): Promise<{ id: string; status: string; headcount: number }> {
  const { rows } = await db.query<{ id: string; status: string; headcount: number }>(
    'select id::text as id, status, headcount from openings where id = $1::bigint',
    [openingId],
  );
  return rows[0]!;
}
