import type pg from 'pg';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { expireOpening, hideOpening } from '../opening-desk/lifecycle.ts';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import { addTask } from '../tasks/store.ts';
import { askEmployer, type AskDeps } from './ask.ts';
import {
  claimForStaff,
  type DueOpening,
  findEnding,
  findOver,
  findToAsk,
  findToHide,
  forgetReports,
} from './due-store.ts';
import {
  askAfterDays,
  askAgainAfterDays,
  daysAfter,
  daysBefore,
  hideAfterDays,
  mayDisturb,
  questionsPerEmployer,
  reminderDays,
  reporterKeptDays,
  reportKeptDays,
  taskAfterDays,
  taskDueInDays,
} from './rules.ts';
import type { LinkCause } from './store.ts';

const batch = 200;
const minutes = 60;

/** What happens to openings by itself, each in batches of transactions; all are safe to repeat. */
export function freshnessJobs(deps: AskDeps): Job[] {
  const ask = (pool: pg.Pool, due: readonly DueOpening[], cause: LinkCause, now: Date) =>
    transact(pool, async (tx) => {
      for (const opening of due) await askEmployer(tx, deps, opening, cause, now);
    });

  return [
    {
      name: 'openings-expire',
      everySeconds: minutes,
      run: (pool, now) =>
        inBatches(
          pool,
          () => findOver(pool, now, batch),
          async (tx, id) => expireOpening(tx, id, { by: 'system', why: '到期了' }, now),
        ),
    },
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
      run: (pool, now) =>
        inBatches(
          pool,
          () => findToHide(pool, daysBefore(now, hideAfterDays), batch),
          async (tx, id) =>
            hideOpening(tx, id, { by: 'system', why: `${hideAfterDays} 天没人确认还在招` }, now),
        ),
    },
    {
      name: 'openings-nobody-answers',
      everySeconds: 60 * minutes,
      async run(pool, now) {
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

/** Finds and does until none is left, a batch a transaction. What the deed did not take off the list ends it. */
async function inBatches(
  pool: pg.Pool,
  find: () => Promise<string[]>,
  deed: (tx: pg.PoolClient, id: string) => Promise<void>,
): Promise<void> {
  let before: string | undefined;
  for (let ids; (ids = await find()).length > 0 && ids[0] !== before; before = ids[0])
    await transact(pool, async (tx) => {
      for (const id of ids) await deed(tx, id);
    });
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
