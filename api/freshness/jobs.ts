import type pg from 'pg';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { hideOpening } from '../opening-desk/lifecycle.ts';
import { mayDisturb } from '../messages/quiet-hours.ts';
import { dayNumberAt, daysAfter, daysBefore, millisOf } from '../shanghai-day.ts';
import { addTask, endTask } from '../tasks/store.ts';
import { askEmployer, type AskDeps } from './ask.ts';
import {
  claimForStaff,
  findAnswered,
  type DueOpening,
  findEnding,
  findToAsk,
  findToHide,
  forgetReports,
} from './due-store.ts';
import {
  askAfterDays,
  askAgainAfterDays,
  hideAfterDays,
  questionsPerEmployer,
  reminderDays,
  reporterKeptDays,
  reportKeptDays,
  taskAfterDays,
  taskDueInDays,
} from './rules.ts';
import type { LinkCause } from './store.ts';

const batch = 200;
/** The rest follows in half an hour. */
const mostHidden = 2000;
const minutes = 60;

/** What happens to openings by itself that nobody vouches for; all are safe to repeat. */
export function freshnessJobs(deps: AskDeps): Job[] {
  const ask = (pool: pg.Pool, due: readonly DueOpening[], cause: LinkCause, now: Date) =>
    transact(pool, async (tx) => {
      for (const opening of due) await askEmployer(tx, deps, opening, cause, now);
    });

  return [
    {
      name: 'openings-remind',
      everySeconds: 10 * minutes,
      async run(pool, now) {
        if (!mayDisturb(now)) return;
        // The nearer reminder first: an opening that ends tomorrow wants no word about next week.
        for (const days of [...reminderDays].sort((a, b) => a - b))
          for (let due; (due = await findEnding(pool, days, batch, now)).length > 0;)
            await ask(pool, due, `expires-in-${days}`, now);
      },
    },
    {
      name: 'openings-ask',
      everySeconds: 10 * minutes,
      async run(pool, now) {
        if (!mayDisturb(now)) return;
        const wanted = {
          confirmedBefore: daysBefore(now, askAfterDays),
          notAskedSince: daysBefore(now, askAgainAfterDays),
          today: new Date(millisOf(dayNumberAt(now), 0)),
          perEmployer: questionsPerEmployer,
          limit: batch,
        };
        for (let due; (due = await findToAsk(pool, wanted, now)).length > 0;)
          await ask(pool, due, 'weekly', now);
      },
    },
    {
      name: 'openings-hide',
      everySeconds: 30 * minutes,
      async run(pool, now) {
        const told = { by: 'system', why: `${hideAfterDays} 天没人确认还在招` };
        for (const id of await findToHide(pool, daysBefore(now, hideAfterDays), mostHidden))
          await transact(pool, (tx) => hideOpening(tx, id, told, now));
      },
    },
    {
      name: 'openings-nobody-answers',
      everySeconds: 60 * minutes,
      async run(pool, now) {
        for (const openingId of await findAnswered(pool)) {
          const subject = { openingId };
          await endTask(pool, { kind: 'nobody-answers', subject, by: 'system', outcome: '单位又答了' }, now);
        }
        for (let told = batch; told === batch;) told = await transact(pool, (tx) => callStaff(tx, now));
      },
    },
    {
      name: 'call-reports-forget',
      everySeconds: 6 * 60 * minutes,
      run: (pool, now) =>
        forgetReports(pool, {
          reporters: daysBefore(now, reporterKeptDays),
          reports: daysBefore(now, reportKeptDays),
        }),
    },
  ];
}

async function callStaff(tx: pg.PoolClient, now: Date): Promise<number> {
  const silent = await claimForStaff(tx, daysBefore(now, taskAfterDays), batch);
  for (const { id, town, title } of silent)
    await addTask(
      tx,
      {
        kind: 'nobody-answers',
        division: town,
        subject: { openingId: id },
        dueAt: daysAfter(now, taskDueInDays),
        note: `“${title}”${taskAfterDays} 天没人答，已经不显示。打电话问单位：还招就请它确认，不招就关掉。`,
      },
      now,
    );
  return silent.length;
}
