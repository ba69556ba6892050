import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Understood } from '../openings/contract.ts';
import { createBreaker, type Breaker, type BreakerState } from './breaker.ts';
import { withCommonSetsFrom } from './common-sets.ts';
import type { Suggestion } from './contract.ts';
import type { Engine, EngineName } from './engine.ts';
import { createFeeder, type Feeder } from './feeder.ts';
import { find, type Found } from './find.ts';
import { startIndexWorker, type Log } from './index-worker.ts';
import { keepPostings } from './kept-postings.ts';
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
/** As long as this process alone changes the indexes it knows what is no longer true; the minute is for a repair by hand. */
const keptMs = { alone: 60_000, beside: 500 };
/** Of all answers that are kept, hits: 50 bytes each. */
const mostHits = 300_000;
const mostAnswers = 500;

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
  const feed = (engine: Engine, consumer: string) =>
    createFeeder(db, engine, consumer, holder, source, forget);
  const feeders: Feeder[] = [feed(postgres, consumerOf(null))];
  const keptNow = () => (feeders.every((feeder) => feeder.isAlone()) ? keptMs.alone : keptMs.beside);
  const answers = new LRUCache<string, Promise<SearchAnswer>>({ max: mostAnswers, maxSize: mostHits });
  const postings = { postgres: keepPostings(keptNow), meilisearch: keepPostings(keptNow) };
  function forget() {
    answers.clear();
    for (const kept of Object.values(postings)) kept.forget();
  }
  // What is kept says which engine answered.
  const first = meili ? openFirst(meili, postgres, feed, () => answers.clear(), log) : null;
  if (first) feeders.push(first.feeder);
  const worker = startIndexWorker(db, feeders, log);
  const recorder = startRecorder(db);
  const suggest = createSuggester();
  const leading = first?.feeder ?? feeders[0]!;

  async function answer(q: string, literal: boolean): Promise<SearchAnswer> {
    if (isUnreadable(q)) return toAnswer({ hits: [], isPartial: false, understood: [], filters: {} }, false);
    await source.warmed();
    const plan = understand(q, source.reader(), literal);
    const inPostgres = () => find(plan, postings.postgres.through(postgres));
    if (!first) return toAnswer(await inPostgres(), !feeders[0]!.isFilled());
    if (first.feeder.isFilled()) {
      try {
        const inFirst = (signal: AbortSignal) =>
          find(plan, postings.meilisearch.through(first.engineWith(signal)));
        return toAnswer(await first.breaker.run(inFirst), false);
      } catch {
        // PostgreSQL answers below; the breaker has noted why.
      }
    }
    return toAnswer(await inPostgres(), true);
  }

  let readWith = source.reader();
  /** Several people and the map ask the same words, and the same words mean the same until the staff edit them. */
  function keptAnswer(q: string, literal: boolean): Promise<SearchAnswer> {
    if (readWith !== source.reader()) answers.clear();
    readWith = source.reader();
    const key = `${literal}|${normalise(q, maxQueryLength)}`;
    const known = answers.get(key);
    if (known) return known;
    const promise = answer(q, literal);
    const keep = (size: number, ttl: number) => answers.set(key, promise, { size, ttl });
    keep(1, keptMs.beside);
    const isStill = () => answers.peek(key) === promise;
    promise.then(
      ({ hits, degraded }) =>
        isStill() && keep(1 + (hits?.length ?? 0), degraded ? keptMs.beside : keptNow()),
      () => isStill() && answers.delete(key),
    );
    return promise;
  }

  return {
    find: (q, options = {}) => keptAnswer(q, options.literal ?? false),
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
