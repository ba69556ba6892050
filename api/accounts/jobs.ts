import type { Job } from '../jobs/run-jobs.ts';
import { forgetKeys } from '../db/once.ts';
import { forgetLimits } from '../db/limits.ts';
import { forgetMessages } from '../messages/store.ts';
import { forgetSessions } from './session-store.ts';
import { forgetCodes } from './store.ts';

/** Nothing personal stays longer than it is used. */
export const accountJobs: readonly Job[] = [
  {
    name: 'forget-what-is-over',
    everySeconds: 600,
    async run(pool, now) {
      await forgetCodes(pool, now);
      await forgetSessions(pool, now);
      await forgetLimits(pool, now);
      await forgetKeys(pool, now);
      await forgetMessages(pool, now);
    },
  },
];
