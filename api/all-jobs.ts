import { accountJobs } from './accounts/jobs.ts';
import type { Job } from './jobs/run-jobs.ts';

/** All work that comes back, a line a feature. */
export const allJobs: readonly Job[] = [...accountJobs];
