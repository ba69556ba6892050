import type { Database } from '../db/database.ts';
import type { Cursor } from '../db/changes.ts';
import type { Searchable } from './document.ts';

const columns = `o.id::float8 as id, o.code, o.external_id as "externalId", o.title, o.occupation,
  coalesce(o.industry, e.industry) as industry, o.duties, o.requirements, o.address, o.benefits,
  o.employment_type as "employmentType", e.name as "employerName"`;

/** Those of the ids that may be found now: published and not expired. */
export async function findSearchable(db: Database, ids: readonly number[]): Promise<Searchable[]> {
  const { rows } = await db.query<Searchable>(
    `select ${columns}
       from openings o join employers e on e.id = o.employer_id
      where o.id = any($1::bigint[]) and o.status = 'published' and o.expires_at > now()`,
    [ids],
  );
  return rows;
}

/** The next openings that may be found, in order of id. */
export async function findSearchableAfter(
  db: Database,
  afterId: number,
  limit: number,
): Promise<Searchable[]> {
  const { rows } = await db.query<Searchable>(
    `select ${columns}
       from openings o join employers e on e.id = o.employer_id
      where o.id > $1 and o.status = 'published' and o.expires_at > now()
      order by o.id limit $2`,
    [afterId, limit],
  );
  return rows;
}

export async function countSearchable(db: Database): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from openings where status = 'published' and expires_at > now()`,
  );
  return rows[0]!.count;
}

export async function findOpeningsOfEmployers(
  db: Database,
  employerIds: readonly number[],
): Promise<number[]> {
  if (employerIds.length === 0) return [];
  const { rows } = await db.query<{ id: number }>(
    'select id::float8 as id from openings where employer_id = any($1::bigint[])',
    [employerIds],
  );
  return rows.map(({ id }) => id);
}

/** Indexed openings that have ended by the calendar: no change row tells of it. */
export async function findEnded(db: Database, limit: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select i.opening_id::float8 as id
       from opening_index i join openings o on o.id = i.opening_id
      where o.expires_at <= now() or o.status <> 'published'
      limit $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Puts a filled index in order: what waits in its list, and the planner's statistics. PGlite never does by itself. */
export async function settleIndex(db: Database): Promise<void> {
  await db.query(`select gin_clean_pending_list('opening_index_terms')`);
  await db.query('analyze opening_index');
}

/** `cursor` is null until the index was filled for the first time. */
export type CursorRow = { cursor: Cursor | null; version: string | null; identity: string | null };

// A process that was killed is replaced after this.
export const leaseSeconds = 5;

/** Takes or renews the lease of a consumer. @returns its cursor, or null while another process holds it. */
export async function takeLease(db: Database, consumer: string, holder: string): Promise<CursorRow | null> {
  const { rows } = await db.query<CursorRow>(
    `insert into index_cursors (consumer, holder, lease_until)
     values ($1, $2, now() + make_interval(secs => $3))
         on conflict (consumer) do update
        set holder = excluded.holder, lease_until = excluded.lease_until
      where index_cursors.holder = excluded.holder or index_cursors.lease_until is null
         or index_cursors.lease_until < now()
     returning cursor, version, identity`,
    [consumer, holder, leaseSeconds],
  );
  return rows[0] ?? null;
}

export async function giveUpLease(db: Database, consumer: string, holder: string): Promise<void> {
  await db.query(
    'update index_cursors set lease_until = null, holder = null where consumer = $1 and holder = $2',
    [consumer, holder],
  );
}

export async function findCursor(db: Database, consumer: string): Promise<CursorRow | null> {
  const { rows } = await db.query<CursorRow>(
    'select cursor, version, identity from index_cursors where consumer = $1',
    [consumer],
  );
  return rows[0] ?? null;
}

/**
 * Remembers how far a consumer has read and renews its lease.
 * @returns false when the lease is another's now, or the cursor is not where this consumer left it
 */
export async function moveCursor(
  db: Database,
  consumer: string,
  holder: string,
  { from, to }: { from: Cursor; to: Cursor },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update index_cursors
        set cursor = $3, last_error = null, updated_at = now(), lease_until = now() + make_interval(secs => $4)
      where consumer = $1 and holder = $2 and cursor = $5::jsonb`,
    [consumer, holder, to, leaseSeconds, from],
  );
  return rowCount === 1;
}

/** Remembers that an index was filled whole: with which documents, which index, read up to where. */
export async function setFilled(
  db: Database,
  consumer: string,
  filled: { cursor: Cursor; version: string; identity: string | null },
): Promise<void> {
  await db.query(
    `insert into index_cursors (consumer, cursor, version, identity)
     values ($1, $2, $3, $4)
         on conflict (consumer) do update
        set cursor = excluded.cursor, version = excluded.version, identity = excluded.identity,
            last_error = null, updated_at = now()`,
    [consumer, filled.cursor, filled.version, filled.identity],
  );
}

export async function noteFault(db: Database, consumer: string, message: string): Promise<void> {
  await db.query('update index_cursors set last_error = $2, last_error_at = now() where consumer = $1', [
    consumer,
    message.slice(0, 500),
  ]);
}

export type Lag = { rows: number; seconds: number; lastError: string | null };

/** Change rows a consumer has not applied yet, the age of the oldest, and what last went wrong. */
export async function findLag(db: Database, consumer: string): Promise<Lag> {
  const { rows } = await db.query<Lag>(
    `select count(behind.at)::int as rows,
            coalesce(extract(epoch from now() - min(behind.at)), 0)::float8 as seconds,
            c.last_error as "lastError"
       from index_cursors c
       left join lateral (
         select at from outbox
          where tx >= pg_snapshot_xmin((c.cursor->>'done')::pg_snapshot)
            and not pg_visible_in_snapshot(tx, (c.cursor->>'done')::pg_snapshot)
            and not (seq <= (c.cursor->>'seq')::bigint
                     and pg_visible_in_snapshot(tx, (c.cursor->>'window')::pg_snapshot))
            and kind in ('opening', 'employer')
          limit 100000
       ) as behind on true
      where c.consumer = $1
      group by c.last_error`,
    [consumer],
  );
  return rows[0] ?? { rows: 0, seconds: 0, lastError: null };
}

export type SearchRecord = {
  words: string;
  filters: Record<string, unknown>;
  hits: number;
  degraded: boolean;
};

export async function insertSearches(db: Database, records: readonly SearchRecord[]): Promise<void> {
  await db.query(
    `insert into searches (words, filters, hits, degraded)
     select words, filters, hits, degraded
       from jsonb_to_recordset($1::jsonb) as r (words text, filters jsonb, hits int, degraded boolean)`,
    [JSON.stringify(records)],
  );
}

/** Deletes what is older than the days kept, and what was set aside and is not searched for any more. @returns how many searches */
export async function sweepSearches(db: Database, keptDays: number, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    'delete from searches where at < $2::timestamptz - make_interval(days => $1)',
    [keptDays, now],
  );
  await db.query(
    'delete from missed_searches_set_aside where at < $2::timestamptz - make_interval(days => $1)',
    [keptDays, now],
  );
  return rowCount ?? 0;
}
