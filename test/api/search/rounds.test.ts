import { expect, test } from 'vitest';
import { find } from '../../../api/search/find.ts';
import { toDocument } from '../../../api/search/document.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { cities } from './cities.ts';
import { meanOf, passes, score, wantedIds } from './measure.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();

test.each(cities)(
  'what strangers type finds what they mean: $city',
  async ({ openings, rounds }) => {
    const byId = new Map(openings.map((opening) => [opening.id, opening]));
    const engine = createMemoryEngine(
      openings.map((opening) => toDocument(opening, reader.thesaurus, reader.cut)),
    );
    /** As the list of openings does: a filter that was guessed and leaves nothing is taken back. */
    async function shown(words: string) {
      const passing = async (literal: boolean) => {
        const { hits, filters } = await find(understand(words, reader, literal), engine);
        const found = hits?.map(({ id }) => byId.get(id)!) ?? openings;
        return found.filter((opening) => passes(opening, filters));
      };
      const found = await passing(false);
      return found.length > 0 ? found : passing(true);
    }
    for (const [label, round, least, leastNdcg = least - 0.02] of rounds) {
      const scores = [];
      for (const query of round) scores.push(score(await shown(query.words), wantedIds(query, openings)));
      const mean = meanOf(scores);
      console.log(
        `${label} (${mean.queries}): recall@10 ${mean.recall.toFixed(3)}, nDCG@10 ${mean.ndcg.toFixed(3)}`,
      );
      expect.soft(mean.recall, label).toBeGreaterThan(least);
      expect.soft(mean.ndcg, label).toBeGreaterThan(leastNdcg);
    }
  },
  120_000,
);
