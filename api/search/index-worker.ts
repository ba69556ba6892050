import type { Database } from '../db/database.ts';
import { recordChanges } from '../db/changes.ts';
import type { Feeder } from './feeder.ts';
import * as store from './store.ts';

const pollMs = 200;
// An engine that comes back is up to date again soon after; asking one that is away costs nothing.
const longestPauseMs = 2_000;
const sweepEveryMs = 60_000;

export type Log = { info(message: object | string): void; warn(message: object | string): void };

export type IndexWorker = {
  /** Applies everything that is committed now to every index that can be reached. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

/** Feeds the indexes from the change log, each at its own pace: one that is away keeps nothing from the others. */
export function startIndexWorker(db: Database, feeders: readonly Feeder[], log?: Log): IndexWorker {
  const loops = feeders.map((feeder) => startLoop(db, feeder, log));
  const sweep = setInterval(() => void markEnded(db).catch(() => {}), sweepEveryMs);
  sweep.unref();
  return {
    drain: async () => void (await Promise.all(loops.map((loop) => loop.drain()))),
    async close() {
      clearInterval(sweep);
      await Promise.all(loops.map((loop) => loop.close()));
    },
  };
}

/** Openings end by the calendar, and that writes no change: it is written here. */
async function markEnded(db: Database): Promise<void> {
  const ended = await store.findEnded(db, 1000);
  if (ended.length > 0) await recordChanges(db, 'opening', ended);
}

function startLoop(db: Database, feeder: Feeder, log?: Log) {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let pauseMs = pollMs;
  let running: Promise<unknown> = Promise.resolve();

  // One at a time: the loop and whoever asks to drain stand in one queue.
  function once(): Promise<number | null> {
    const next = running.then(() => feeder.drain());
    running = next.catch(() => {});
    return next;
  }

  async function turn(): Promise<void> {
    try {
      await once();
      pauseMs = pollMs;
    } catch (error) {
      if (stopped) return;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      log?.warn({ index: feeder.consumer, error: String(error), retryInMs: pauseMs });
      await store.noteFault(db, feeder.consumer, String(error)).catch(() => {});
    }
    if (!stopped) timer = setTimeout(() => void turn(), pauseMs);
  }
  timer = setTimeout(() => void turn(), 0);

  return {
    async drain() {
      // Another process that was killed keeps its lease for some seconds.
      for (let tries = 0; tries < 30; tries++) {
        if ((await once()) !== null || (await feeder.isUpToDate())) return;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    },
    async close() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
      await feeder.giveUp().catch(() => {});
    },
  };
}
