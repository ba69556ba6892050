import { accountJobs } from './accounts/jobs.ts';
import { applicationJobs } from './applications/jobs.ts';
import { bulkJobs } from './bulk/jobs.ts';
import { employerJobs } from './employers/jobs.ts';
import { alertJobs } from './alerts/jobs.ts';
import type { AlertDeps } from './alerts/tell.ts';
import type { AskDeps } from './freshness/ask.ts';
import { freshnessJobs } from './freshness/jobs.ts';
import type { Job } from './jobs/run-jobs.ts';
import { openingDeskJobs } from './opening-desk/jobs.ts';
import { searchJobs } from './search/jobs.ts';
import { pointDeskJobs } from './point-desk/jobs.ts';
import { terminalJobs } from './terminals/watch.ts';

/** All work that comes back, a line a feature. */
export function allJobs(deps: AskDeps & AlertDeps): Job[] {
  return [
    ...accountJobs,
    ...searchJobs,
    ...pointDeskJobs,
    ...openingDeskJobs,
    ...employerJobs,
    ...bulkJobs,
    ...applicationJobs(),
    ...freshnessJobs(deps),
    ...alertJobs(deps),
    ...terminalJobs,
  ];
}
