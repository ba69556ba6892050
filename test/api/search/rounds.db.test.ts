import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { cities } from './cities.ts';
import type { CorpusOpening } from './corpus.ts';
import { publishCorpus } from './indexed-corpus.ts';
import { findUndegraded, meanOf, passes, score, wantedIds, type Score } from './measure.ts';
import type { Query } from './queries.ts';

const url = meiliUrl();
const indexOf = (city: string) =>
  `rounds-${process.env.TEST_DATABASE}-${process.pid}-${Date.now()}-${city.replaceAll(', ', '-')}`;
const engines = [
  { name: 'postgres', meili: null },
  ...(url ? [{ name: 'meilisearch', meili: { url, key: process.env.MEILI_KEY ?? null } }] : []),
];
/**
 * Every city is asked in memory (rounds.test.ts), within 0.004 of what a real engine finds; here the oldest and the last
 * two are asked, on both engines and databases.
 */
const asked = [cities[0]!, ...cities.slice(-2)];

describeWithDatabase.each(asked)(
  'what strangers type finds what they mean: $city',
  ({ city, openings, rounds }) => {
    const database = useDatabase();
    const ofDatabase = new Map<number, CorpusOpening>();
    const searches = new Map<string, Search>();
    const means = new Map<string, Score[]>();

    beforeAll(async () => {
      const byId = new Map(openings.map((opening) => [opening.id, opening]));
      for (const [id, databaseId] of await publishCorpus(database.pool, openings))
        ofDatabase.set(databaseId, byId.get(id)!);
      for (const { name, meili } of engines) {
        const search = await openSearch({
          db: database.pool,
          meili: meili && { ...meili, index: indexOf(city) },
        });
        await search.index();
        searches.set(name, search);
      }
    }, 120_000);
    afterAll(async () => {
      for (const search of searches.values()) await search.close();
      // Each holds the sounds of 100,000 words: all cities at once are more than a worker may have.
      searches.clear();
    });

    /** As the list of openings does: a filter that was guessed and leaves nothing is taken back. */
    async function shown(search: Search, words: string) {
      const passing = async (literal: boolean) => {
        const { hits, filters } = await findUndegraded(search, words, literal);
        const found = hits?.map(({ id }) => ofDatabase.get(id)!) ?? openings;
        return found.filter((opening) => passes(opening, filters));
      };
      const found = await passing(false);
      return found.length > 0 ? found : passing(true);
    }

    async function measure(search: Search, round: readonly Query[]) {
      const scores: (Score | null)[] = [];
      for (const query of round)
        scores.push(score(await shown(search, query.words), wantedIds(query, openings)));
      return meanOf(scores);
    }

    test.each(engines)(
      '$name: each round',
      async ({ name }) => {
        const lines: string[] = [];
        for (const [label, round, least, leastNdcg = least - 0.02] of rounds) {
          const mean = await measure(searches.get(name)!, round);
          means.set(name, [...(means.get(name) ?? []), mean]);
          lines.push(
            `${name}, ${label} (${mean.queries}): recall@10 ${mean.recall.toFixed(3)}, nDCG@10 ${mean.ndcg.toFixed(3)}`,
          );
          expect.soft(mean.recall, label).toBeGreaterThan(least);
          expect.soft(mean.ndcg, label).toBeGreaterThan(leastNdcg);
        }
        console.log(lines.join('\n'));
      },
      300_000,
    );

    test.skipIf(engines.length < 2)('both engines agree within 0.02', () => {
      const [one, other] = [...means.values()];
      one!.forEach((mean, at) => {
        expect(Math.abs(mean.recall - other![at]!.recall)).toBeLessThanOrEqual(0.02);
        expect(Math.abs(mean.ndcg - other![at]!.ndcg)).toBeLessThanOrEqual(0.02);
      });
    });
  },
);
