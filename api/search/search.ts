import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Understood } from '../openings/contract.ts';
import { createBreaker, type Breaker, type BreakerState } from './breaker.ts';
import { withCommonSetsFrom } from './common-sets.ts';
import type { Suggestion } from './contract.ts';
import type { Engine, EngineName } from './engine.ts';
import { createFeeder, type Feeder } from './feeder.ts';
import { find, type Found } from './find.ts';
import { startIndexWorker, type Log } from './index-worker.ts';
import { createMeilisearchEngine } from './meilisearch.ts';
import { isUnreadable, maxQueryLength, normalise } from './normalise.ts';
import type { FoundFilters } from './plan.ts';
import { createPostgresEngine } from './postgres.ts';
import type { Hit } from './rank.ts';
import { openReader } from './reader.ts';
import { consumerOf } from './rebuild-index.ts';
import { startRecorder, type Recorder } from './record.ts';
import { findLag } from './store.ts';
import { createSuggester, type SuggestSource } from './suggest.ts';
import { understand, type Reader } from './understand.ts';

export type { Hit, SuggestSource };

export type SearchAnswer = {
  /** Best first; null when no words are left but filters: every opening that passes them. */
  hits: readonly Hit[] | null;
  /** True when nothing found answers every word. */
  isPartial: boolean;
  understood: Understood[];
  filters: FoundFilters;
  /** True when Meilisearch is wanted and PostgreSQL answered, or while the index is filled for the first time. */
  degraded: boolean;
};

export type SearchStatus = {
  engine: EngineName;
  lagRows: number;
  lagSeconds: number;
  lastError: string | null;
  breaker: BreakerState | null;
};

export type Search = {
  find(q: string, options?: { literal?: boolean }): Promise<SearchAnswer>;
  suggest(q: string, source: SuggestSource): Promise<Suggestion[]>;
  record: Recorder['record'];
  /** What words mean now, those of the staff included. */
  reader(): Reader;
  /** Applies every committed change to the index now. */
  index(): Promise<void>;
  /** Whether PostgreSQL's index, which always answers, holds everything it was started with. */
  isFilled(): boolean;
  /** null without Meilisearch. */
  breaker(): BreakerState | null;
  /** Asks the database, so it also tells whether that answers. */
  status(): Promise<SearchStatus>;
  close(): Promise<void>;
};

export type MeiliSettings = { url: string; key: string | null; index: string };

// A person types on: an engine that needs longer than this is as good as away.
const meiliTimeoutMs = 800;
const probeEveryMs = 1000;
// What hangs is noticed within 0.75 s, asked or not.
const watch = { everyMs: 250, timeoutMs: 500 };
// Several people and the map ask the same words in the same moment.
const answerKeptMs = 500;
const answersKept = 500;

/**
 * Opens the search over the openings in `db`: PostgreSQL's own index always, Meilisearch's first when given.
 * Both are kept up to date from the change log as long as this is open.
 */
export async function openSearch(deps: {
  db: pg.Pool;
  meili: MeiliSettings | null;
  log?: Log;
}): Promise<Search> {
  const { db, meili, log } = deps;
  const source = await openReader(db, log);
  const holder = randomUUID();
  const postgres = createPostgresEngine(db);
  const feed = (engine: Engine, consumer: string) => createFeeder(db, engine, consumer, holder, source);
  const feeders: Feeder[] = [feed(postgres, consumerOf(null))];
  const kept = new Map<string, { until: number; answer: Promise<SearchAnswer> }>();
  // What is kept says which engine answered.
  const first = meili ? openFirst(meili, postgres, feed, () => kept.clear(), log) : null;
  if (first) feeders.push(first.feeder);
  const worker = startIndexWorker(db, feeders, () => kept.clear(), log);
  const recorder = startRecorder(db);
  const suggest = createSuggester();
  const leading = first?.feeder ?? feeders[0]!;

  async function answer(q: string, literal: boolean): Promise<SearchAnswer> {
    await source.warmed();
    const plan = understand(q, source.reader(), literal);
    if (isUnreadable(q)) return toAnswer({ hits: [], isPartial: false, understood: [], filters: {} }, false);
    if (!first) return toAnswer(await find(plan, postgres), !feeders[0]!.isFilled());
    if (first.feeder.isFilled()) {
      try {
        return toAnswer(await first.breaker.run((signal) => find(plan, first.engineWith(signal))), false);
      } catch {
        // PostgreSQL answers below; the breaker has noted why.
      }
    }
    return toAnswer(await find(plan, postgres), true);
  }

  return {
    find(q, options = {}) {
      const literal = options.literal ?? false;
      const key = `${literal}|${normalise(q, maxQueryLength)}`;
      const now = Date.now();
      const known = kept.get(key);
      if (known && known.until > now) return known.answer;
      const promise = answer(q, literal);
      if (kept.size >= answersKept) kept.clear();
      kept.set(key, { until: now + answerKeptMs, answer: promise });
      promise.catch(() => kept.delete(key));
      return promise;
    },
    async suggest(q, from) {
      await source.warmed();
      return suggest(q, source.reader(), from);
    },
    record: recorder.record,
    reader: source.reader,
    async index() {
      // Takes a second of processor time in small steps: lists and maps are answered before it.
      await source.fresh();
      await worker.drain();
    },
    isFilled: () => feeders[0]!.isFilled(),
    breaker: () => first?.breaker.state() ?? null,
    async status() {
      const { rows, seconds, lastError } = await findLag(db, leading.consumer);
      return {
        engine: leading.engine.name,
        lagRows: rows,
        lagSeconds: seconds,
        lastError,
        breaker: first?.breaker.state() ?? null,
      };
    },
    async close() {
      source.close();
      first?.breaker.close();
      await recorder.close();
      await worker.close();
    },
  };
}

const toAnswer = ({ hits, isPartial, understood, filters }: Found, degraded: boolean): SearchAnswer => ({
  hits,
  isPartial,
  understood: [...understood],
  filters,
  degraded,
});

type First = { feeder: Feeder; breaker: Breaker; engineWith(signal: AbortSignal): Pick<Engine, 'postings'> };

function openFirst(
  meili: MeiliSettings,
  postgres: Engine,
  feed: (engine: Engine, consumer: string) => Feeder,
  onChange: () => void,
  log?: Log,
): First {
  const engine = createMeilisearchEngine(meili);
  const feeder = feed(engine, consumerOf(meili.index));
  const probe = (signal: AbortSignal) => engine.withSignal(signal).postings([{ terms: ['c:none'] }], 1);
  const breaker = createBreaker({
    timeoutMs: meiliTimeoutMs,
    probeEveryMs,
    // An index that is being filled for the first time is not asked by anybody.
    watch: { ...watch, probe: async (signal) => feeder.isFilled() && probe(signal) },
    probe,
    onChange: (state, cause) => {
      onChange();
      log?.warn({ meilisearch: state, cause: cause ? String(cause) : undefined });
    },
  });
  return {
    feeder,
    breaker,
    engineWith: (signal) => withCommonSetsFrom(postgres, engine.withSignal(signal)),
  };
}
