import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import { runDueJobs } from '../../../api/jobs/run-jobs.ts';
import { claimJob, putJob } from '../../../api/jobs/store.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const now = new Date('2026-11-23T02:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const log = pino({ level: 'silent' });

describeWithDatabase('work that comes back', () => {
  const database = useDatabase();
  let ran = 0;
  const jobs = [{ name: 'count', everySeconds: 60, run: async () => void ran++ }];
  const run = (holder: string, at: Date, list = jobs) =>
    runDueJobs(database.pool, list, { holder, clock: () => at, log });
  beforeEach(async () => {
    ran = 0;
    await database.pool.query('delete from jobs');
    await putJob(database.pool, 'count', now);
    await putJob(database.pool, 'count', after(999));
  });

  it('is done by one of many processes, and again when its time has come', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((holder) => run(holder, now)));
    expect(ran).toBe(1);
    expect(await run('b', after(59))).toEqual([]);
    expect(await run('b', after(60))).toEqual(['count']);
    expect(ran).toBe(2);
  });

  it('whose process died is taken over when the lease has run out', async () => {
    expect(await claimJob(database.pool, { name: 'count', holder: 'dead', leaseSeconds: 600, now })).toBe(
      true,
    );
    expect(await run('b', after(599))).toEqual([]);
    expect(await run('b', after(600))).toEqual(['count']);
  });

  it('that fails says why and comes back', async () => {
    const failing = [{ ...jobs[0]!, run: async () => Promise.reject(new Error('the disk is full')) }];
    expect(await run('a', now, failing)).toEqual(['count']);
    const { rows } = await database.pool.query('select last_error from jobs');
    expect(rows).toEqual([{ last_error: 'the disk is full' }]);
    expect(await run('a', after(60))).toEqual(['count']);
    expect(ran).toBe(1);
  });
});
