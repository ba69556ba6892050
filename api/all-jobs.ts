import { accountJobs } from './accounts/jobs.ts';
import { applicationJobs } from './applications/jobs.ts';
import { bulkJobs } from './bulk/jobs.ts';
import { employerJobs } from './employers/jobs.ts';
import type { AskDeps } from './freshness/ask.ts';
import { freshnessJobs } from './freshness/jobs.ts';
import type { Job } from './jobs/run-jobs.ts';
import { openingDeskJobs } from './opening-desk/jobs.ts';
import { searchJobs } from './search/jobs.ts';
import { pointDeskJobs } from './point-desk/jobs.ts';
import { terminalJobs } from './terminals/watch.ts';

/** All work that comes back, a line a feature. */
export function allJobs(deps: AskDeps): Job[] {
  return [
    ...accountJobs,
    ...searchJobs,
    ...pointDeskJobs,
    ...openingDeskJobs,
    ...employerJobs,
    ...bulkJobs,
    ...applicationJobs(),
    ...freshnessJobs(deps),
    ...terminalJobs,
  ];
}
