import type pg from 'pg';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import type { StatisticKind } from './contract.ts';
import { addCounts, type CountedDay } from './store.ts';

type Waiting = CountedDay & { dayNumber: number };

const FLUSH_EVERY_MS = 5000;
/** More openings than this on one day's waiting list are written before the five seconds are over. */
const MOST_WAITING = 20_000;

/** The embedded database does one thing at a time: nobody waits for more than these (20 ms). */
const ROWS_AT_ONCE = 250;

export type OpeningCounters = ReturnType<typeof createOpeningCounters>;

/**
 * Counts what is seen, opened, called and applied for: an addition in memory, written every five seconds and at
 * `close`. No person, no address, no cookie. While the database is away the counts wait here.
 */
export function createOpeningCounters(db: pg.Pool, clock: () => Date = () => new Date()) {
  let waiting = new Map<number, Waiting>();
  let flushing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (waiting.size === 0) return;
    const all = [...waiting.values()];
    waiting = new Map();
    for (let from = 0; from < all.length; from += ROWS_AT_ONCE)
      try {
        await addCounts(db, all.slice(from, from + ROWS_AT_ONCE));
      } catch (error) {
        for (const counted of all.slice(from)) merge(counted);
        throw error;
      }
  }

  function merge(counted: Waiting): void {
    const there = slot(counted.openingId, counted.dayNumber);
    there.seen += counted.seen;
    there.opened += counted.opened;
    there.called += counted.called;
    there.applied += counted.applied;
  }

  function slot(openingId: number, dayNumber: number): Waiting {
    const key = openingId * 2 ** 16 + dayNumber;
    let counted = waiting.get(key);
    if (!counted) {
      counted = { openingId, dayNumber, day: isoDate(dayNumber), seen: 0, opened: 0, called: 0, applied: 0 };
      waiting.set(key, counted);
    }
    return counted;
  }

  /** Writes what waits; rejects, and keeps it, when the database is away. */
  function flush(): Promise<void> {
    flushing = flushing.catch(() => {}).then(write);
    return flushing;
  }

  // The next round tries again.
  const timer = setInterval(() => void flush().catch(() => {}), FLUSH_EVERY_MS);
  timer.unref();

  return {
    /** One more of a kind for each of the openings. */
    count(kind: StatisticKind, openingIds: Iterable<number>): void {
      const day = dayNumberAt(clock());
      for (const id of openingIds) slot(id, day)[kind]++;
      if (waiting.size > MOST_WAITING) void flush().catch(() => {});
    },

    flush,

    /** Writes what waits and stops. A database that is away does not keep the server from closing. */
    async close(): Promise<void> {
      clearInterval(timer);
      await flush().catch(() => {});
    },
  };
}
