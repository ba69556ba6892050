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
      // A list that cannot go on does not hold up those after it; the job still says that something failed.
      let fault: unknown = null;
      for (const { id } of await findPublishing(pool))
        await publishRows(pool, id, () => now).catch((error: unknown) => (fault ??= error));
      if (fault !== null) throw fault;
    },
  },
  { name: 'bulk-forget', everySeconds: 86_400, run: (pool, now) => forgetUploads(pool, now, keptDays) },
];
