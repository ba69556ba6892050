import type { Job } from '../jobs/run-jobs.ts';
import { checkedForDays, firstCheckDays } from './rules.ts';
import { addOverdueTasks } from './store.ts';

/** Points whose check is overdue become tasks of their staff. */
export const pointDeskJobs: readonly Job[] = [
  {
    name: 'overdue-points',
    everySeconds: 15 * 60,
    run: async (db, now) => {
      await addOverdueTasks(db, { ...checkedForDays, first: firstCheckDays }, now);
    },
  },
];
