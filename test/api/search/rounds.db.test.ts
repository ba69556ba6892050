import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { corpus, type CorpusOpening } from './corpus.ts';
import { eighteenthRound, seventeenthRound } from './county-rounds.ts';
import { eighthCorpus } from './eighth-corpus.ts';
import { eleventhCorpus } from './eleventh-corpus.ts';
import { fifteenthCorpus } from './fifteenth-corpus.ts';
import { fifthCorpus } from './fifth-corpus.ts';
import { fourteenthCorpus } from './fourteenth-corpus.ts';
import { fourthCorpus } from './fourth-corpus.ts';
import { publishCorpus } from './indexed-corpus.ts';
import { findUndegraded, meanOf, passes, score, wantedIds, type Score } from './measure.ts';
import { eighthRound, ninthRound, seventhRound, sixthRound } from './later-rounds.ts';
import { nineteenthRound, twentiethRound } from './lake-rounds.ts';
import { twentyFifthRound, twentySixthRound } from './latest-rounds.ts';
import { ninthCorpus } from './ninth-corpus.ts';
import type { Query } from './queries.ts';
import { fifthRound, firstRound, fourthRound, secondRound, thirdRound } from './rounds.ts';
import { secondCorpus } from './second-corpus.ts';
import { seventhCorpus } from './seventh-corpus.ts';
import { sixthCorpus } from './sixth-corpus.ts';
import { eleventhRound, tenthRound, twelfthRound } from './sober-rounds.ts';
import { tenthCorpus } from './tenth-corpus.ts';
import { thirdCorpus } from './third-corpus.ts';
import { thirteenthCorpus } from './thirteenth-corpus.ts';
import { twelfthCorpus } from './twelfth-corpus.ts';
import { fifteenthRound, sixteenthRound } from './unseen-rounds.ts';
import { fourteenthRound, thirteenthRound } from './village-rounds.ts';
import { sixteenthCorpus } from './sixteenth-corpus.ts';
import { seventeenthCorpus } from './seventeenth-corpus.ts';
import { eighteenthCorpus } from './eighteenth-corpus.ts';
import { nineteenthCorpus } from './nineteenth-corpus.ts';
import { twentiethCorpus } from './twentieth-corpus.ts';
import { twentyFirstCorpus } from './twenty-first-corpus.ts';
import { twentyFirstRound, twentySecondRound } from './park-rounds.ts';
import { twentyFourthRound, twentyThirdRound } from './week-rounds.ts';

const url = meiliUrl();
const indexOf = (city: string) =>
  `rounds-${process.env.TEST_DATABASE}-${process.pid}-${Date.now()}-${city.replaceAll(' ', '-')}`;
const engines = [
  { name: 'postgres', meili: null },
  ...(url ? [{ name: 'meilisearch', meili: { url, key: process.env.MEILI_KEY ?? null } }] : []),
];
type Round = readonly [label: string, queries: readonly Query[], least: number, leastNdcg?: number];
const cities: readonly { city: string; openings: readonly CorpusOpening[]; rounds: readonly Round[] }[] = [
  {
    city: 'two corpora',
    openings: [...corpus, ...secondCorpus],
    rounds: [
      ['first', firstRound, 0.91],
      ['second', secondRound, 0.92],
      ['third', thirdRound, 0.9],
      ['fourth', fourthRound, 0.92],
      ['fifth', fifthRound, 0.91],
    ],
  },
  {
    city: 'three corpora',
    openings: [...corpus, ...secondCorpus, ...thirdCorpus],
    rounds: [
      ['sixth', sixthRound, 0.92],
      ['ninth', ninthRound, 0.942, 0.91],
    ],
  },
  {
    city: 'the fourth corpus',
    openings: fourthCorpus,
    rounds: [
      ['seventh', seventhRound, 0.92],
      ['eighth', eighthRound, 0.981],
    ],
  },
  { city: 'the fifth corpus', openings: fifthCorpus, rounds: [['tenth', tenthRound, 0.981, 0.969]] },
  { city: 'the sixth corpus', openings: sixthCorpus, rounds: [['eleventh', eleventhRound, 0.988, 0.976]] },
  { city: 'the seventh corpus', openings: seventhCorpus, rounds: [['twelfth', twelfthRound, 0.99, 0.964]] },
  {
    city: 'the eighth corpus',
    openings: eighthCorpus,
    rounds: [['thirteenth', thirteenthRound, 0.988, 0.975]],
  },
  {
    city: 'the ninth corpus',
    openings: ninthCorpus,
    rounds: [['fourteenth', fourteenthRound, 0.984, 0.973]],
  },
  { city: 'the tenth corpus', openings: tenthCorpus, rounds: [['fifteenth', fifteenthRound, 0.943, 0.924]] },
  {
    city: 'the eleventh corpus',
    openings: eleventhCorpus,
    rounds: [['sixteenth', sixteenthRound, 0.974, 0.956]],
  },
  {
    city: 'the twelfth corpus',
    openings: twelfthCorpus,
    rounds: [['seventeenth', seventeenthRound, 0.974, 0.949]],
  },
  {
    city: 'the thirteenth corpus',
    openings: thirteenthCorpus,
    rounds: [['eighteenth', eighteenthRound, 0.988, 0.952]],
  },
  {
    city: 'the fourteenth corpus',
    openings: fourteenthCorpus,
    rounds: [['nineteenth', nineteenthRound, 0.96, 0.939]],
  },
  {
    city: 'the fifteenth corpus',
    openings: fifteenthCorpus,
    rounds: [['twentieth', twentiethRound, 0.981, 0.952]],
  },
  {
    city: 'the sixteenth corpus',
    openings: sixteenthCorpus,
    rounds: [['twenty-first', twentyFirstRound, 0.96, 0.948]],
  },
  {
    city: 'the seventeenth corpus',
    openings: seventeenthCorpus,
    rounds: [['twenty-second', twentySecondRound, 0.977, 0.924]],
  },
  {
    city: 'the eighteenth corpus',
    openings: eighteenthCorpus,
    rounds: [['twenty-third', twentyThirdRound, 0.978, 0.96]],
  },
  {
    city: 'the nineteenth corpus',
    openings: nineteenthCorpus,
    rounds: [['twenty-fourth', twentyFourthRound, 0.969, 0.955]],
  },
  {
    city: 'the twentieth corpus',
    openings: twentiethCorpus,
    rounds: [['twenty-fifth', twentyFifthRound, 0.951, 0.934]],
  },
  {
    city: 'the twenty-first corpus',
    openings: twentyFirstCorpus,
    rounds: [['twenty-sixth', twentySixthRound, 0.961, 0.929]],
  },
];

describeWithDatabase.each(cities)(
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
            `${name}, ${label} round (${mean.queries}): recall@10 ${mean.recall.toFixed(3)}, nDCG@10 ${mean.ndcg.toFixed(3)}`,
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
