import type { Job } from '../jobs/run-jobs.ts';
import { searchesKeptDays } from './record.ts';
import { sweepSearches } from './store.ts';

/** What was searched is kept long enough to learn from it, and no longer. */
export const searchJobs: readonly Job[] = [
  {
    name: 'forget-searches',
    everySeconds: 6 * 3600,
    async run(pool, now) {
      await sweepSearches(pool, searchesKeptDays, now);
    },
  },
];
