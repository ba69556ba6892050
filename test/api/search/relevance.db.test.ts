import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { corpus } from './corpus.ts';
import { holdOut } from './hold-out.ts';
import { publishCorpus } from './indexed-corpus.ts';
import { laterQueries } from './later-queries.ts';
import { expectedFilters, findUndegraded, meanOf, passes, score, wantedIds, type Score } from './measure.ts';
import { queries, type Query } from './queries.ts';

const url = meiliUrl();
const engines = [
  { name: 'postgres', meili: null },
  ...(url
    ? [{ name: 'meilisearch', meili: { url, key: process.env.MEILI_KEY ?? null, index: indexName() } }]
    : []),
];

function indexName(): string {
  return `relevance-${process.env.TEST_DATABASE}-${process.pid}-${Date.now()}`;
}

describeWithDatabase('what people type finds what they mean', () => {
  const database = useDatabase();
  const byDatabaseId = new Map<number, number>();
  const searches = new Map<string, Search>();
  const means = new Map<string, Score>();

  beforeAll(async () => {
    for (const [id, databaseId] of await publishCorpus(database.pool, corpus))
      byDatabaseId.set(databaseId, id);
    for (const { name, meili } of engines) {
      const search = await openSearch({ db: database.pool, meili });
      await search.index();
      searches.set(name, search);
      // One process fills each index; the next one must not wait for this one's lease.
      if (name === 'postgres') await search.index();
    }
  }, 120_000);

  afterAll(async () => {
    for (const search of searches.values()) await search.close();
  });

  async function answer(search: Search, query: Query) {
    const { hits, filters } = await findUndegraded(search, query.words);
    const ids = hits?.map((hit) => byDatabaseId.get(hit.id)!) ?? corpus.map(({ id }) => id);
    const byId = new Map(corpus.map((opening) => [opening.id, opening]));
    const passing = ids.filter((id) => passes(byId.get(id)!, filters)).map((id) => ({ id }));
    return { passing, filters };
  }

  async function measure(search: Search, table: readonly Query[]) {
    const scores: (Score | null)[] = [];
    for (const query of table) {
      const { passing } = await answer(search, query);
      scores.push(score(passing, wantedIds(query, corpus)));
    }
    return meanOf(scores);
  }

  test.each(engines)('$name: the first ten hold what is right', async ({ name }) => {
    const search = searches.get(name)!;
    const known = await measure(search, [...queries, ...laterQueries]);
    const unseen = await measure(search, holdOut);
    means.set(name, unseen);
    const line = (label: string, mean: Score & { queries: number }) =>
      `${name}, ${label} (${mean.queries}): recall@10 ${mean.recall.toFixed(3)}, nDCG@10 ${mean.ndcg.toFixed(3)}`;
    console.log(`${line('known queries', known)}\n${line('hold-out', unseen)}`);
    expect(known.recall).toBeGreaterThan(0.95);
    expect(known.ndcg).toBeGreaterThan(0.94);
    expect(unseen.recall).toBeGreaterThan(0.9);
    expect(unseen.ndcg).toBeGreaterThan(0.9);
  });

  test.skipIf(engines.length < 2)('both engines agree within 0.02', () => {
    const [one, other] = [...means.values()];
    expect(Math.abs(one!.recall - other!.recall)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(one!.ndcg - other!.ndcg)).toBeLessThanOrEqual(0.02);
  });

  const mixed = queries.filter((query) => Object.keys(query.filters).length > 0);
  test.each(mixed)('$words: its place, benefit or condition becomes a filter', async (query) => {
    const { filters } = await answer(searches.get('postgres')!, query);
    expect(filters).toEqual(expectedFilters(query));
  });
});
