import type { Database } from '../db/database.ts';
import type { ApplicationState, EmployerMove, UnsuitableReason } from './contract.ts';

/** An opening one can answer now. */
export type AnswerableOpening = {
  id: string;
  title: string;
  employerId: string;
  employerName: string;
  limit: number | null;
};

/**
 * The published opening of an id or code, locked until the transaction ends, so that of two applications one sees
 * the other when they are counted.
 */
export async function lockAnswerable(
  tx: Database,
  wanted: { id: number } | { code: string },
  now: Date,
): Promise<AnswerableOpening | null> {
  const { rows } = await tx.query<AnswerableOpening>({
    name: 'opening.lock-answerable',
    text: `select o.id::text as id, o.title, o.employer_id::text as "employerId", e.name as "employerName",
            l.open_applications as "limit"
       from openings o join employers e on e.id = o.employer_id
       left join application_limits l on l.opening_id = o.id
      where (o.id = $1::bigint or o.code = $2)
        and o.status = 'published' and o.published_at <= $3 and $3 < o.expires_at
        for update of o`,
    values: ['id' in wanted ? wanted.id : null, 'code' in wanted ? wanted.code : null, now],
  });
  return rows[0] ?? null;
}

/** Contact of a published opening. */
export async function findContact(
  db: Database,
  wanted: { id: number } | { code: string },
  now: Date,
): Promise<{ id: number; contactName: string | null; contactPhone: string | null } | null> {
  const { rows } = await db.query<{ id: number; contactName: string | null; contactPhone: string | null }>(
    `select id::float8 as id, contact_name as "contactName", contact_phone as "contactPhone" from openings
      where (id = $1::bigint or code = $2)
        and status = 'published' and published_at <= $3 and $3 < expires_at`,
    ['id' in wanted ? wanted.id : null, 'code' in wanted ? wanted.code : null, now],
  );
  return rows[0] ?? null;
}

export type NewApplication = {
  openingId: string;
  employerId: string;
  accountId: string;
  name: string;
  phone: string;
  message: string;
  consentVersion: string;
};

/**
 * Writes an application with its consent and first event. One that was withdrawn, or that ended with an opening which
 * is listed again now, is taken up again; one that stands stays as it is.
 */
export async function putApplication(
  tx: Database,
  application: NewApplication,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const { openingId, employerId, accountId, name, phone, message, consentVersion } = application;
  const { rows } = await tx.query<{ id: string }>({
    name: 'application.put',
    text: `with put as (
       insert into applications as a (opening_id, employer_id, account_id, state, name, phone, message, sent_at, changed_at)
       values ($1::bigint, $2::bigint, $3::bigint, 'new', $4, $5, $6, $7, $7)
       on conflict (opening_id, account_id) do update set
         employer_id = excluded.employer_id, state = 'new', name = excluded.name, phone = excluded.phone,
         message = excluded.message, reason = null, version = a.version + 1, sent_at = excluded.sent_at,
         changed_at = excluded.changed_at, answered_at = null, ended_at = null, wiped_at = null
       where a.state in ('withdrawn', 'ended')
       returning id
     ), told as (
       insert into application_events (application_id, state, at) select id, 'new', $7 from put
     ), agreed as (
       insert into application_consents (application_id, version, employer_id, at)
       select id, $8, $2::bigint, $7 from put
     )
     select id::text as id from put`,
    values: [openingId, employerId, accountId, name, phone, message, now, consentVersion],
  });
  if (rows[0]) return { id: rows[0].id, isNew: true };
  const { rows: standing } = await tx.query<{ id: string }>(
    'select id::text as id from applications where opening_id = $1::bigint and account_id = $2::bigint',
    [openingId, accountId],
  );
  return { id: standing[0]!.id, isNew: false };
}

/** Applications of an opening that are new, contacted or at interview. */
export async function countOpen(db: Database, openingId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from applications
      where opening_id = $1::bigint and state in ('new', 'contacted', 'interview')`,
    [openingId],
  );
  return rows[0]!.count;
}

/**
 * Telephones of an employer's people who want to know of an application: nobody where another one since that instant
 * has not been looked at yet.
 */
export async function findWhomToTell(
  db: Database,
  asked: { employerId: string; besidesId: string; since: Date },
): Promise<string[]> {
  const { rows } = await db.query<{ phone: string }>({
    name: 'application.find-whom-to-tell',
    text: `select a.phone from employer_members m join accounts a on a.id = m.account_id
            where m.employer_id = $1::bigint and a.phone is not null and a.disabled_at is null
              and not exists (select 1 from applications
                               where employer_id = $1::bigint and id <> $2::bigint and state = 'new' and sent_at > $3)
            order by m.since, a.id limit 10`,
    values: [asked.employerId, asked.besidesId, asked.since],
  });
  return rows.map(({ phone }) => phone);
}

/** An application with what its sender may see. */
export type OwnRow = {
  id: string;
  state: ApplicationState;
  openingId: string;
  code: string;
  title: string;
  employerId: string;
  employerName: string;
  isPublished: boolean;
  name: string | null;
  phone: string | null;
  message: string | null;
  reason: UnsuitableReason | null;
  history: { state: ApplicationState; at: string }[];
  consentVersion: string;
  consentAt: Date;
  sentAt: Date;
  changedAt: Date;
};

/** What an account has sent, newest first, at most a hundred; or the one of an id. */
export async function findOwn(
  db: Database,
  asked: { accountId: string; id: string | null },
  now: Date,
): Promise<OwnRow[]> {
  const { rows } = await db.query<OwnRow>({
    name: 'application.find-own',
    text: `select a.id::text as id, a.state, a.opening_id::text as "openingId", o.code, o.title,
            a.employer_id::text as "employerId", e.name as "employerName",
            coalesce(o.status = 'published' and o.published_at <= $3 and $3 < o.expires_at, false) as "isPublished",
            a.name, a.phone, a.message, a.reason,
            (select jsonb_agg(jsonb_build_object('state', v.state, 'at', v.at) order by v.id)
               from application_events v where v.application_id = a.id) as history,
            c.version as "consentVersion", c.at as "consentAt", a.sent_at as "sentAt", a.changed_at as "changedAt"
       from applications a
       join openings o on o.id = a.opening_id
       join employers e on e.id = a.employer_id
       join lateral (select version, at from application_consents
                      where application_id = a.id order by id desc limit 1) c on true
      where a.account_id = $1::bigint and ($2::bigint is null or a.id = $2::bigint)
      order by a.sent_at desc, a.id desc limit 100`,
    values: [asked.accountId, asked.id, now],
  });
  return rows;
}

/** Locks an application of its sender; null where it is nobody's or another's. */
export async function lockOwn(
  tx: Database,
  asked: { accountId: string; id: string },
): Promise<{ id: string; state: ApplicationState; isWiped: boolean } | null> {
  const { rows } = await tx.query<{ id: string; state: ApplicationState; isWiped: boolean }>(
    `select id::text as id, state, wiped_at is not null as "isWiped" from applications
      where id = $1::bigint and account_id = $2::bigint for update`,
    [asked.id, asked.accountId],
  );
  return rows[0] ?? null;
}

/** Wipes what an account's application (null: every one) says about a person; open ones are withdrawn. */
export async function wipeOwn(
  tx: Database,
  asked: { accountId: string; id: string | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `with gone as (
       update applications set name = null, phone = null, message = null, wiped_at = $3,
              state = case when state in ('new', 'contacted', 'interview') then 'withdrawn' else state end,
              ended_at = coalesce(ended_at, $3), changed_at = $3, version = version + 1
        where account_id = $1::bigint and ($2::bigint is null or id = $2::bigint) and wiped_at is null
       returning id, state
     )
     insert into application_events (application_id, state, at)
     select id, state, $3 from gone where state = 'withdrawn'`,
    [asked.accountId, asked.id, now],
  );
}

export type HeldApplication = {
  id: string;
  employerId: string;
  openingId: string;
  openingTitle: string;
  openingStatus: string;
  headcount: number;
  state: ApplicationState;
  isWiped: boolean;
  phone: string | null;
  version: number;
};

/** Locks an application and its opening for the employer's next step. */
export async function lockApplication(tx: Database, id: string): Promise<HeldApplication | null> {
  const { rows } = await tx.query<HeldApplication>(
    `select a.id::text as id, a.employer_id::text as "employerId", a.opening_id::text as "openingId",
            o.title as "openingTitle", o.status as "openingStatus", o.headcount, a.state,
            a.wiped_at is not null as "isWiped", a.phone, a.version
       from applications a join openings o on o.id = a.opening_id
      where a.id = $1::bigint for update`,
    [id],
  );
  return rows[0] ?? null;
}

/** Moves an application on; what ends it starts the 90 days. */
export async function setState(
  tx: Database,
  id: string,
  to: EmployerMove,
  reason: UnsuitableReason | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `with moved as (
       update applications set state = $2, reason = $3, version = version + 1, changed_at = $4,
              answered_at = coalesce(answered_at, $4),
              ended_at = case when $2 in ('hired', 'unsuitable') then $4::timestamptz end
        where id = $1::bigint returning id
     )
     insert into application_events (application_id, state, at) select id, $2, $4 from moved`,
    [id, to, reason, now],
  );
}

export type Heard = {
  /** Contacts of the employer since an instant: applications, and calls people told about. */
  contacts: number;
  answered: number;
  /** Whether anybody belongs to the employer who could read an application. */
  isOnline: boolean;
  /** Of this opening: callers by what they heard, each person once. */
  hiring: number;
  full: number;
  noAnswer: number;
};

/** What is known of how an employer answers; one question, since an opening's page asks it every time. */
export async function findHeard(
  db: Database,
  opening: { id: number; employerId: number },
  since: { contacts: Date; unanswered: Date; callers: Date },
): Promise<Heard> {
  const { rows } = await db.query<Heard>({
    name: 'application.find-heard',
    text: `select contact.*, caller.*,
                  exists (select 1 from employer_members where employer_id = $2::bigint) as "isOnline"
             from (select count(*)::int as contacts, (count(*) filter (where was_answered))::int as answered
                     from (select answered_at is not null as was_answered from applications
                            where employer_id = $2::bigint and sent_at >= $3
                              and (answered_at is not null or (sent_at < $4 and state <> 'withdrawn'))
                           union all
                           select r.outcome <> 'no-answer' from call_reports r join openings o on o.id = r.opening_id
                            where o.employer_id = $2::bigint and r.at >= $3) as each) as contact,
                  (select (count(distinct who) filter (where outcome = 'hiring'))::int as hiring,
                          (count(distinct who) filter (where outcome = 'full'))::int as full,
                          (count(distinct who) filter (where outcome = 'no-answer'))::int as "noAnswer"
                     from (select outcome, coalesce(reporter, id::text) as who from call_reports
                            where opening_id = $1::bigint and at >= $5) as told) as caller`,
    values: [opening.id, opening.employerId, since.contacts, since.unanswered, since.callers],
  });
  return rows[0]!;
}

export async function findEmployerName(db: Database, employerId: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>('select name from employers where id = $1::bigint', [
    employerId,
  ]);
  return rows[0]!.name;
}
