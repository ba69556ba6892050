import type { Job } from '../jobs/run-jobs.ts';
import { forgetReportPhones } from './mistake-store.ts';
import { checkedForDays, firstCheckDays } from './rules.ts';
import { addOverdueTasks } from './store.ts';

const phoneKeptMs = 30 * 86_400_000;

/** Points whose check is overdue become tasks of their staff. */
export const pointDeskJobs: readonly Job[] = [
  {
    name: 'overdue-points',
    everySeconds: 15 * 60,
    run: async (db, now) => {
      await addOverdueTasks(db, { ...checkedForDays, first: firstCheckDays }, now);
    },
  },
  {
    // A visitor who was not called back within a month of the day promised is not called any more.
    name: 'forget-report-phones',
    everySeconds: 3600,
    run: (db, now) => forgetReportPhones(db, new Date(now.getTime() - phoneKeptMs)),
  },
];
