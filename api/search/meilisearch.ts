import { Meilisearch, type EnqueuedTaskPromise, type Settings } from 'meilisearch';
import type { SearchDocument } from './document.ts';
import type { Engine, TermSet } from './engine.ts';

export type MeilisearchEngine = Engine & {
  /** The same engine whose questions are given up when the signal says so. */
  withSignal(signal: AbortSignal): Engine;
  /** A second index under another name, empty, with the same settings. */
  besides(index: string): MeilisearchEngine;
  /** Exchanges the contents of this index and another, at once, while both are asked. */
  swapWith(index: string): Promise<void>;
  drop(): Promise<void>;
};

// Terms are whole and exact, so Meilisearch needs neither its word cutting nor its typo rules; without them a
// filing costs a fraction and a question is a set operation.
const settings: Settings = {
  searchableAttributes: [],
  displayedAttributes: ['id', 'hash', 'title', 'employer', 'terms'],
  filterableAttributes: [
    {
      attributePatterns: ['terms'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  rankingRules: ['words'],
  typoTolerance: { enabled: false },
  facetSearch: false,
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  pagination: { maxTotalHits: 50_000 },
};

// Each question costs about a millisecond and a plan has a dozen sets; 500 openings with their terms are 300 kB.
const fewHits = 500;
const taskTimeoutMs = 120_000;
// A server that hangs would keep the index worker for the five minutes that fetch waits; questions end sooner, by their signal.
const requestTimeoutMs = 30_000;
const pageSize = 2000;

/** @param to address, key and index name of a Meilisearch 1.12 or newer */
export function createMeilisearchEngine(to: {
  url: string;
  key: string | null;
  index: string;
}): MeilisearchEngine {
  const client = new Meilisearch({
    host: to.url,
    apiKey: to.key ?? undefined,
    timeout: requestTimeoutMs,
    // Compressed replies of more than some kB come in two parts, and the second waits 40 ms for an
    // acknowledgement: 46 ms a question with compression, 3.5 without.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
  const index = client.index<SearchDocument>(to.index);
  let isReady = false;

  /** Makes the index when it is not there and gives it the settings. */
  async function prepare(): Promise<void> {
    if (isReady) return;
    if ((await identity()) === null)
      await done(client.createIndex(to.index, { primaryKey: 'id' }), ['index_already_exists']);
    // Also for an index that an older version of this program made; the same settings again cost nothing.
    await done(index.updateSettings(settings));
    isReady = true;
  }

  async function identity(): Promise<string | null> {
    try {
      return (await index.getRawInfo()).createdAt;
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return null;
      throw error;
    }
  }

  async function postings(
    sets: readonly TermSet[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<number[][]> {
    if (sets.length === 0) return [];
    return (await fewPostings(sets, signal)) ?? manyPostings(sets, limit, signal);
  }

  /** One question for all sets, told apart here by the terms; null when too many openings answer. */
  async function fewPostings(sets: readonly TermSet[], signal?: AbortSignal): Promise<number[][] | null> {
    const { hits } = await index.search<Pick<SearchDocument, 'id' | 'terms'>>(
      '',
      {
        filter: [sets.map((set) => filterOf(set).join(' AND '))],
        attributesToRetrieve: ['id', 'terms'],
        limit: fewHits,
      },
      { signal },
    );
    if (hits.length === fewHits) return null;
    const carried = hits.map(({ id, terms }) => ({ id, terms: new Set(terms) }));
    return sets.map((set) => carried.filter((one) => carries(one.terms, set)).map(({ id }) => id));
  }

  /** One question for each set, ids only. */
  async function manyPostings(
    sets: readonly TermSet[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<number[][]> {
    const queries = sets.map((set) => ({
      indexUid: to.index,
      filter: filterOf(set),
      attributesToRetrieve: ['id' as const],
      limit,
    }));
    const { results } = await client.multiSearch<{ queries: typeof queries }, { id: number }>(
      { queries },
      { signal },
    );
    return results.map(({ hits }) => hits.map(({ id }) => id));
  }

  const engine: Engine = {
    name: 'meilisearch',
    postings: (sets, limit) => postings(sets, limit),
    async put(documents) {
      await prepare();
      await done(index.addDocuments([...documents]));
    },
    async remove(ids) {
      await prepare();
      await done(index.deleteDocuments([...ids]));
    },
    async *held() {
      for (let offset = 0; ; offset += pageSize) {
        const { results } = await index.getDocuments({ fields: ['id', 'hash'], limit: pageSize, offset });
        if (results.length === 0) return;
        yield results.map(({ id, hash }) => ({ id, hash }));
      }
    },
    async identity() {
      await prepare();
      const known = await identity();
      if (known === null) isReady = false;
      return known;
    },
  };

  return {
    ...engine,
    withSignal: (signal) => ({ ...engine, postings: (sets, limit) => postings(sets, limit, signal) }),
    besides: (other) => createMeilisearchEngine({ ...to, index: other }),
    async swapWith(other) {
      await done(client.swapIndexes([{ indexes: [to.index, other], rename: false }]));
    },
    async drop() {
      await done(client.deleteIndex(to.index), ['index_not_found']);
      isReady = false;
    },
  };
}

/** Waits for a task; a failed one does not throw by itself. */
async function done(task: EnqueuedTaskPromise, harmless: readonly string[] = []): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: taskTimeoutMs, interval: 20 });
  if (status === 'succeeded' || (error && harmless.includes(error.code))) return;
  throw new Error(`Meilisearch task ${status}: ${error?.message ?? 'no reason given'}`);
}

const codeOf = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code;

const quoted = (term: string): string => `"${term.replace(/[\\"]/g, '\\$&')}"`;

function filterOf({ terms, anyOf }: TermSet): string[] {
  const filter = terms.map((term) => `terms = ${quoted(term)}`);
  if (anyOf) filter.push(`terms IN [${anyOf.map(quoted).join(', ')}]`);
  return filter;
}

const carries = (held: ReadonlySet<string>, { terms, anyOf }: TermSet): boolean =>
  terms.every((term) => held.has(term)) && (!anyOf || anyOf.some((term) => held.has(term)));
