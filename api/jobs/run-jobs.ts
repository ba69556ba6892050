import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Logger } from 'pino';
import { claimJob, endJob, findDueJobs, putJob } from './store.ts';

/** Work that comes back. `run` is done by one process at a time and may be cut off anywhere: let it be safe to repeat. */
export type Job = { name: string; everySeconds: number; run: (pool: pg.Pool, now: Date) => Promise<void> };

const lookEveryMs = 5000;
/** A process that died gives its job free after this. */
const leaseSeconds = 600;

/** Runs what is due among the jobs, one after the other; returns the names of those this process ran. */
export async function runDueJobs(
  pool: pg.Pool,
  jobs: readonly Job[],
  { holder, clock, log }: { holder: string; clock: () => Date; log: Logger },
): Promise<string[]> {
  const due = await findDueJobs(
    pool,
    jobs.map(({ name }) => name),
    clock(),
  );
  const ran: string[] = [];
  for (const { name, everySeconds, run } of jobs.filter(({ name }) => due.includes(name))) {
    if (!(await claimJob(pool, { name, holder, leaseSeconds, now: clock() }))) continue;
    let error: string | null = null;
    try {
      await run(pool, clock());
    } catch (fault) {
      error = (fault as Error).message;
      log.error({ err: fault, job: name }, 'a job failed');
    }
    await endJob(pool, { name, holder, everySeconds, error, now: clock() });
    ran.push(name);
  }
  return ran;
}

/** Looks for due jobs every few seconds, in every process; the database says who runs which. */
export async function startJobs(
  pool: pg.Pool,
  jobs: readonly Job[],
  { clock, log }: { clock: () => Date; log: Logger },
): Promise<{ stop: () => Promise<void> }> {
  const holder = randomUUID();
  for (const { name } of jobs) await putJob(pool, name, clock());
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => runDueJobs(pool, jobs, { holder, clock, log }))
      .catch((err: unknown) => log.warn({ err }, 'jobs wait'));
  }, lookEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
