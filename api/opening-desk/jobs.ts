import type pg from 'pg';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { expireOpening } from './lifecycle.ts';
import { findDue } from './store.ts';
import { publishScheduled } from './submission.ts';

const batch = 200;

/** Openings whose time has come or is over; lists look at the clock themselves, so a late run shows nothing wrong. */
export const openingDeskJobs: readonly Job[] = [
  { name: 'openings.turn-over', everySeconds: 20, run: turnOver },
];

/** Publishes what was scheduled and expires what is over, each in a transaction of its own. */
export async function turnOver(pool: pg.Pool, now: Date): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const due = (await findDue(pool, now, batch)).filter(({ id }) => !seen.has(id));
    for (const { id, isOver } of due) {
      seen.add(id);
      await transact(pool, (tx) =>
        isOver
          ? expireOpening(tx, id, { by: 'system', why: '到了截止日期' }, now)
          : publishScheduled(tx, id, now),
      );
    }
    if (due.length === 0) return;
  }
}
