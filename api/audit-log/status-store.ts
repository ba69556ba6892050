import type { Database } from '../db/database.ts';

type JobRow = {
  name: string;
  lastRunAt: Date | null;
  nextRunAt: Date;
  lastError: string | null;
  heldBy: string | null;
};

/** Every job, those that failed first; `heldBy` only while the lease runs. */
export async function findJobs(db: Database, now: Date): Promise<JobRow[]> {
  const { rows } = await db.query<JobRow>(
    `select name, last_run_at as "lastRunAt", next_run_at as "nextRunAt", last_error as "lastError",
            case when lease_until > $1 then left(holder, 8) end as "heldBy"
       from jobs order by last_error is null, name`,
    [now],
  );
  return rows;
}

/** Messages that wait to be sent, and those given up after eight tries. */
export async function countMessages(db: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await db.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where tries < 8)::int as waiting, count(*) filter (where tries >= 8)::int as failed
       from messages where sent_at is null`,
  );
  return rows[0]!;
}

/** Sessions that are alive. */
export async function countSessions(db: Database, now: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from sessions
      where ends_at > $1 and seen_at + idle_seconds * interval '1 second' > $1`,
    [now],
  );
  return rows[0]!.count;
}

type DatabaseRow = { kind: 'embedded' | 'external'; version: string; bytes: number };

/** What the database says of itself; the embedded one is compiled to WebAssembly with emscripten. */
export async function describeDatabase(db: Database): Promise<DatabaseRow> {
  const { rows } = await db.query<DatabaseRow>(
    `select case when version() ~* 'emcc|emscripten|wasm' then 'embedded' else 'external' end as kind,
            current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
  );
  return rows[0]!;
}
