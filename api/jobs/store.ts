import type { Database } from '../db/database.ts';

/** Makes a job known; the first run comes at once. */
export async function putJob(db: Database, name: string, now: Date): Promise<void> {
  await db.query('insert into jobs (name, next_run_at) values ($1, $2) on conflict do nothing', [name, now]);
}

/** Of the named jobs those that are due and that nobody runs: read often, writes nothing. */
export async function findDueJobs(db: Database, names: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select name from jobs where name = any($1) and next_run_at <= $2 and (lease_until is null or lease_until <= $2)`,
    [names, now],
  );
  return rows.map(({ name }) => name);
}

/** Takes a due job for a while; false when another process was first. */
export async function claimJob(
  db: Database,
  { name, holder, leaseSeconds, now }: { name: string; holder: string; leaseSeconds: number; now: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update jobs set holder = $2, lease_until = $4::timestamptz + $3 * interval '1 second'
      where name = $1 and next_run_at <= $4 and (lease_until is null or lease_until <= $4)`,
    [name, holder, leaseSeconds, now],
  );
  return rowCount === 1;
}

/** Gives a job back with its next time; only by who holds it. */
export async function endJob(
  db: Database,
  job: { name: string; holder: string; everySeconds: number; error: string | null; now: Date },
): Promise<void> {
  await db.query(
    `update jobs set holder = null, lease_until = null, last_run_at = $4, last_error = left($5, 300),
       next_run_at = $4::timestamptz + $3 * interval '1 second'
      where name = $1 and holder = $2`,
    [job.name, job.holder, job.everySeconds, job.now, job.error],
  );
}
