import { readFileSync } from 'node:fs';
import { corpus, type CorpusOpening, readCorpus } from './corpus.ts';
import { type Query, table } from './queries.ts';

const textOf = (folder: string, number: number): string =>
  readFileSync(new URL(`${folder}/${String(number).padStart(2, '0')}.txt`, import.meta.url), 'utf8');

/** What a round finds at least: recall@10 and nDCG@10 (0.02 less where it is not told). */
type Round = readonly [number: number, recall: number, ndcg?: number];

/**
 * Which made cities are one place (`cities/NN.txt`, a line an opening; the first is corpus.ts) and which rounds of
 * strangers' words were written for it (`rounds/NN.txt`), kept as they were written; README.md of api/search has what the first reading of each found.
 */
const places: readonly { of: readonly number[]; rounds: readonly Round[] }[] = [
  {
    of: [1, 2],
    rounds: [
      [1, 0.91],
      [2, 0.92],
      [3, 0.9],
      [4, 0.92],
      [5, 0.91],
    ],
  },
  {
    of: [1, 2, 3],
    rounds: [
      [6, 0.92],
      [9, 0.942, 0.91],
    ],
  },
  {
    of: [4],
    rounds: [
      [7, 0.92],
      [8, 0.981],
    ],
  },
  { of: [5], rounds: [[10, 0.981, 0.969]] },
  { of: [6], rounds: [[11, 0.988, 0.976]] },
  { of: [7], rounds: [[12, 0.99, 0.964]] },
  { of: [8], rounds: [[13, 0.988, 0.975]] },
  { of: [9], rounds: [[14, 0.984, 0.973]] },
  { of: [10], rounds: [[15, 0.943, 0.924]] },
  { of: [11], rounds: [[16, 0.974, 0.956]] },
  { of: [12], rounds: [[17, 0.974, 0.949]] },
  { of: [13], rounds: [[18, 0.988, 0.952]] },
  { of: [14], rounds: [[19, 0.96, 0.939]] },
  { of: [15], rounds: [[20, 0.981, 0.952]] },
  { of: [16], rounds: [[21, 0.96, 0.948]] },
  { of: [17], rounds: [[22, 0.977, 0.924]] },
  { of: [18], rounds: [[23, 0.978, 0.96]] },
  { of: [19], rounds: [[24, 0.969, 0.955]] },
  { of: [20], rounds: [[25, 0.97, 0.945]] },
  { of: [21], rounds: [[26, 0.98, 0.945]] },
  { of: [22], rounds: [[27, 0.98, 0.95]] },
  { of: [23], rounds: [[28, 0.98, 0.937]] },
  { of: [24], rounds: [[29, 0.98, 0.955]] },
  { of: [25], rounds: [[30, 0.98, 0.935]] },
  { of: [26], rounds: [[31, 0.95, 0.935]] },
  { of: [27], rounds: [[32, 0.955, 0.93]] },
  { of: [28], rounds: [[33, 0.962, 0.93]] },
  { of: [29], rounds: [[34, 0.956, 0.935]] },
  { of: [30], rounds: [[35, 0.971, 0.918]] },
  { of: [31], rounds: [[36, 0.95, 0.926]] },
  { of: [32], rounds: [[37, 0.953, 0.92]] },
  { of: [33], rounds: [[38, 0.967, 0.941]] },
  { of: [34], rounds: [[39, 0.939, 0.928]] },
  { of: [35], rounds: [[40, 0.95, 0.937]] },
  { of: [36], rounds: [[41, 0.967, 0.955]] },
  { of: [37], rounds: [[42, 0.976, 0.952]] },
  { of: [38], rounds: [[43, 0.946, 0.91]] },
  { of: [39], rounds: [[44, 0.953, 0.932]] },
  { of: [40], rounds: [[45, 0.985, 0.946]] },
  { of: [41], rounds: [[46, 0.98, 0.961]] },
  { of: [42], rounds: [[47, 0.9, 0.85]] },
  { of: [43], rounds: [[48, 0.9, 0.85]] },
  { of: [44], rounds: [[49, 0.9, 0.85]] },
  { of: [45], rounds: [[50, 0.9, 0.85]] },
];

const openingsOf = (city: number): readonly CorpusOpening[] =>
  city === 1 ? corpus : readCorpus(textOf('cities', city), city * 10_000 + 1);

/** The made places, oldest first, each with what strangers typed there. */
export const cities: readonly {
  city: string;
  openings: readonly CorpusOpening[];
  rounds: readonly (readonly [label: string, queries: readonly Query[], recall: number, ndcg?: number])[];
}[] = places.map(({ of, rounds }) => ({
  city: of.join(', '),
  openings: of.flatMap(openingsOf),
  rounds: rounds.map(([number, ...least]) => [`round ${number}`, table(textOf('rounds', number)), ...least]),
}));
