import type { Database } from '../db/database.ts';
import { maxQueryLength, normalise } from './normalise.ts';
import { insertSearches, type SearchRecord } from './store.ts';

/** Days a search is kept; then it is deleted (jobs.ts). */
export const searchesKeptDays = 180;

const writeEveryMs = 2000;
const waitingLimit = 2000;

// Filters that say what was wanted. Positions (near, bbox) and what was drawn (area) are left out: nothing finer than the
// town is kept.
const keptFilters = [
  'occupation',
  'industry',
  'district',
  'town',
  'withinMetres',
  'salaryMin',
  'education',
  'experience',
  'employmentType',
  'benefits',
  'publishedWithinDays',
] as const;

// A number long enough to be somebody's telephone or identity card.
const personalNumber = /\d{7,}[\dx]?/gu;

export type Recorder = {
  /** Notes a search; never waits, never throws. */
  record(search: { q?: string; filters: Record<string, unknown>; hits: number; degraded: boolean }): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** Keeps what was searched, without who searched: zero-hit words show what the thesaurus lacks. */
export function startRecorder(db: Database): Recorder {
  let waiting: SearchRecord[] = [];
  let writing: Promise<unknown> = Promise.resolve();

  function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    const done = writing.then(() => (batch.length > 0 ? insertSearches(db, batch) : undefined));
    writing = done.catch(() => {});
    return done;
  }
  const timer = setInterval(() => void flush().catch(() => {}), writeEveryMs);
  timer.unref();

  return {
    record({ q, filters, hits, degraded }) {
      if (waiting.length >= waitingLimit) return;
      const kept: Record<string, unknown> = Object.fromEntries(
        keptFilters.filter((name) => filters[name] !== undefined).map((name) => [name, filters[name]]),
      );
      // That a place was given, never which.
      for (const name of ['near', 'bbox'] as const) if (filters[name]) kept[name] = true;
      const words = normalise(q ?? '', maxQueryLength)
        .replace(personalNumber, '…')
        .slice(0, maxQueryLength);
      waiting.push({ words, filters: kept, hits: Math.max(0, Math.trunc(hits)), degraded });
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush().catch(() => {});
    },
  };
}
