import type pg from 'pg';
import { transact } from '../db/transact.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import { countVisits, totalVisits } from './store.ts';

const FLUSH_EVERY_MS = 5000;

export type Visits = ReturnType<typeof createVisits>;

/**
 * Counts pages asked for: a number a day, no cookie, no address. A visit costs an addition; the database hears of
 * them every five seconds and at `close`. While it is away they wait here and nobody's page does.
 */
export function createVisits(db: pg.Pool, clock: () => Date = () => new Date()) {
  const waiting = new Map<string, number>();
  let stored = 0;
  let flushing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const written = new Map(waiting);
    stored = await transact(db, async (tx) => {
      for (const [day, count] of written) await countVisits(tx, day, count);
      return totalVisits(tx);
    });
    for (const [day, count] of written) {
      const left = (waiting.get(day) ?? 0) - count;
      if (left > 0) waiting.set(day, left);
      else waiting.delete(day);
    }
  }

  /** Writes what waits; rejects, and keeps it, when the database is away. */
  function flush(): Promise<void> {
    flushing = flushing.catch(() => {}).then(() => write());
    return flushing;
  }

  // The next round tries again.
  const timer = setInterval(() => void flush().catch(() => {}), FLUSH_EVERY_MS);
  timer.unref();
  void flush().catch(() => {});

  return {
    /** One page more. */
    count(): void {
      const day = isoDate(dayNumberAt(clock()));
      waiting.set(day, (waiting.get(day) ?? 0) + 1);
    },

    /** Since the start, with those that wait; other processes' as of the last round. */
    total(): number {
      let total = stored;
      for (const count of waiting.values()) total += count;
      return total;
    },

    flush,

    /** Writes what waits and stops. A database that is away does not keep the server from closing. */
    async close(): Promise<void> {
      clearInterval(timer);
      await flush().catch(() => {});
    },
  };
}
