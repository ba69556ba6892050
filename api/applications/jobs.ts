import type { Job } from '../jobs/run-jobs.ts';
import { transact } from '../db/transact.ts';
import { sendMessage } from '../messages/messages.ts';
import { endOfOverOpenings, wipeEnded } from './ending-store.ts';
import { wipeBefore } from './rules.ts';

const batch = 200;

/** What happens to applications by itself. */
export function applicationJobs(): Job[] {
  return [
    {
      name: 'applications-end',
      everySeconds: 60,
      async run(pool, now) {
        for (let ended = batch; ended === batch;)
          ended = await transact(pool, async (tx) => {
            const over = await endOfOverOpenings(tx, now, batch);
            for (const { phone, title, employerName: employer } of over) {
              const values = { title, employer };
              await sendMessage(
                tx,
                { channel: 'sms', to: phone, template: 'application.ended', values },
                now,
              );
            }
            return over.length;
          });
      },
    },
    {
      name: 'applications-wipe',
      everySeconds: 6 * 3600,
      run: async (pool, now) => void (await wipeEnded(pool, wipeBefore(now), now)),
    },
  ];
}
