import type pg from 'pg';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { sendMessage } from '../messages/messages.ts';
import { cityCode } from '../reviews/rules.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { addTask } from '../tasks/store.ts';
import { forgetInvitations } from './members-store.ts';
import { remindDays } from './rules.ts';
import { findToRemind, markReminded } from './store.ts';

const dayMs = 86_400_000;
/** As long as a message about them. */
const invitationsKeptDays = 30;

export const employerJobs: readonly Job[] = [
  { name: 'employers.ask-papers-again', everySeconds: 3600, run: askPapersAgain },
  {
    name: 'employers.forget-invitations',
    everySeconds: 86_400,
    run: (pool, now) => forgetInvitations(pool, new Date(now.getTime() - invitationsKeptDays * dayMs)),
  },
];

/** Asks employers for their papers thirty and seven days before the six months are over. */
export async function askPapersAgain(pool: pg.Pool, now: Date): Promise<void> {
  for (const days of remindDays) {
    const untilBefore = new Date(now.getTime() + days * dayMs);
    for (const employer of await findToRemind(pool, { untilBefore, days }))
      await transact(pool, async (tx) => {
        await markReminded(tx, employer.id, now);
        const day = isoDate(dayNumberAt(employer.verifiedUntil));
        if (days === remindDays.at(-1)) await callStaff(tx, employer, day, now);
        for (const to of employer.phones)
          await sendMessage(
            tx,
            { channel: 'sms', to, template: 'employer.reverify', values: { employer: employer.name, day } },
            now,
          );
      });
  }
}

/** The second time somebody in the town helps the employer along. */
async function callStaff(
  tx: pg.PoolClient,
  employer: { id: string; name: string; town: string | null; verifiedUntil: Date },
  day: string,
  now: Date,
): Promise<void> {
  await addTask(
    tx,
    {
      kind: 're-verification',
      division: employer.town ?? cityCode,
      subject: { employerId: employer.id },
      dueAt: employer.verifiedUntil,
      note: `“${employer.name}”的执照核验到 ${day} 满六个月，提醒过两次还没重新交。打电话问一声，不会弄的帮一把。`,
    },
    now,
  );
}
