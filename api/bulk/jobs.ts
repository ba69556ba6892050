import type { Job } from '../jobs/run-jobs.ts';
import { publishRows } from './publish.ts';
import { findPublishing, forgetUploads } from './store.ts';

/** The same file again after this is read anew. */
const keptDays = 90;

export const bulkJobs: readonly Job[] = [
  {
    name: 'bulk-publish',
    everySeconds: 30,
    async run(pool, now) {
      for (const { id } of await findPublishing(pool)) await publishRows(pool, id, () => now);
    },
  },
  { name: 'bulk-forget', everySeconds: 86_400, run: (pool, now) => forgetUploads(pool, now, keptDays) },
];
