import type { Job } from '../jobs/run-jobs.ts';
import { mayDisturb } from '../messages/quiet-hours.ts';
import { daysBefore } from '../shanghai-day.ts';
import { dueBefore, endedKeptDays, settledMinutes } from './rules.ts';
import { type DueAlert, findDue, findNewcomers, forgetAlerts } from './store.ts';
import { type AlertDeps, tellPerson } from './tell.ts';

const minutes = 60;
const peopleAtOnce = 200;

/** Both are safe to repeat. */
export function alertJobs(deps: AlertDeps): Job[] {
  return [
    {
      name: 'alerts-tell',
      everySeconds: 10 * minutes,
      async run(pool, now) {
        if (!mayDisturb(now) || !deps.isFilled()) return;
        const until = new Date(now.getTime() - settledMinutes * minutes * 1000);
        const wanted = {
          dailyBefore: dueBefore('daily', now),
          weeklyBefore: dueBefore('weekly', now),
          people: peopleAtOnce,
        };
        for (let due; (due = await findDue(pool, wanted, now)).length > 0;) {
          const from = new Date(Math.min(...due.map(({ toldUntil }) => toldUntil.getTime())));
          const newcomers = await findNewcomers(pool, from, until);
          for (const ofOne of byPerson(due)) await tellPerson(pool, deps, ofOne, newcomers, until, now);
        }
      },
    },
    {
      name: 'alerts-forget',
      everySeconds: 6 * 60 * minutes,
      run: (pool, now) => forgetAlerts(pool, daysBefore(now, endedKeptDays)),
    },
  ];
}

function byPerson(due: readonly DueAlert[]): DueAlert[][] {
  const of = new Map<string, DueAlert[]>();
  for (const alert of due) of.set(alert.accountId, [...(of.get(alert.accountId) ?? []), alert]);
  return [...of.values()];
}
