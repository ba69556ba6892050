import type pg from 'pg';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { sendMessage } from '../messages/messages.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { remindDays } from './rules.ts';
import { findToRemind, markReminded } from './store.ts';

const dayMs = 86_400_000;

export const employerJobs: readonly Job[] = [
  { name: 'employers.ask-papers-again', everySeconds: 3600, run: askPapersAgain },
];

/** Asks employers for their papers thirty and seven days before the six months are over. */
export async function askPapersAgain(pool: pg.Pool, now: Date): Promise<void> {
  for (const days of remindDays) {
    const untilBefore = new Date(now.getTime() + days * dayMs);
    for (const employer of await findToRemind(pool, { untilBefore, days }))
      await transact(pool, async (tx) => {
        await markReminded(tx, employer.id, now);
        const day = isoDate(dayNumberAt(employer.verifiedUntil));
        for (const to of employer.phones)
          await sendMessage(
            tx,
            { channel: 'sms', to, template: 'employer.reverify', values: { employer: employer.name, day } },
            now,
          );
      });
  }
}
