import type { ClientRateLimitInfo, Store } from 'express-rate-limit';
import type { Database } from '../db/database.ts';
import { addToCounts } from './rate-store.ts';

const windowMs = 60_000;
const reconcileEveryMs = 1_000;

type Count = { own: number; all: number };

/**
 * Counts calls of a minute in this process and, about once a second, brings the sums together with those of the
 * other processes: a limit holds for all of them, and no call waits for the database. Where the database is away each
 * process goes on with what it knows.
 */
export function createSharedCounts(db: Database, clock: () => Date): Store {
  let minute = 0;
  let counts = new Map<string, Count>();
  let timer: NodeJS.Timeout | null = null;

  async function reconcile(): Promise<void> {
    const of = counts;
    const inMinute = minute;
    const pending = [...of].filter(([, { own }]) => own > 0).map(([key, { own }]) => ({ key, used: own }));
    const named = (key: string) => `rate:${inMinute}:${key}`;
    const keys = new Map(pending.map(({ key }) => [named(key), key]));
    const endsAt = new Date((inMinute + 1) * windowMs);
    const sums = await addToCounts(
      db,
      pending.map(({ key, used }) => ({ name: named(key), used })),
      endsAt,
    );
    for (const { name, used } of sums) {
      const count = of.get(keys.get(name)!)!;
      const sent = pending.find(({ key }) => key === keys.get(name))!.used;
      count.own -= sent;
      count.all = used;
    }
  }

  function reconcileSoon(): void {
    timer ??= setTimeout(() => {
      reconcile()
        .catch(() => {})
        .finally(() => (timer = null));
    }, reconcileEveryMs).unref();
  }

  return {
    localKeys: false,
    increment(key): ClientRateLimitInfo {
      const now = clock().getTime();
      if (Math.floor(now / windowMs) !== minute) {
        minute = Math.floor(now / windowMs);
        counts = new Map();
      }
      const count = counts.get(key) ?? { own: 0, all: 0 };
      counts.set(key, count);
      count.own++;
      reconcileSoon();
      return { totalHits: count.all + count.own, resetTime: new Date((minute + 1) * windowMs) };
    },
    decrement(key) {
      const count = counts.get(key);
      if (count && count.own > 0) count.own--;
    },
    resetKey: (key) => void counts.delete(key),
  };
}
