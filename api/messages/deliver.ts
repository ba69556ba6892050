import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { Carriers } from './carriers.ts';
import { claimMessages, isMessageDue, markSent, postpone, type WaitingMessage } from './store.ts';

const everyMs = 1000;
const batch = 20;

/** Sends what is due now; returns how many left. A message may leave twice after a crash, never not at all. */
export async function deliverMessages(db: Database, carriers: Carriers, now: Date): Promise<number> {
  const deliver = async (message: WaitingMessage): Promise<boolean> => {
    const carry = carriers[message.channel];
    try {
      if (!carry) throw new Error(`nothing is set to carry ${message.channel}`);
      await carry(message.recipient, message.text);
      await markSent(db, message.id, now);
      return true;
    } catch (error) {
      await postpone(db, message.id, (error as Error).message, now);
      return false;
    }
  };
  // At once: one after the other, a slow gateway would outlast the minute for which they are claimed.
  const sent = await Promise.all((await claimMessages(db, now, batch)).map(deliver));
  return sent.filter(Boolean).length;
}

/** Delivers as long as the server runs, in every process. */
export function startDelivery(
  db: Database,
  carriers: Carriers,
  { clock, log }: { clock: () => Date; log: Logger },
): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      if (await isMessageDue(db, clock())) await deliverMessages(db, carriers, clock());
    });
    running = running.catch((err: unknown) => log.warn({ err }, 'messages wait'));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
