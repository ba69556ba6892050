import { readFileSync } from 'node:fs';
import { term } from '../terms.ts';
import { gramsOf } from './grams.ts';
import { addTo, gramsIn, type Weights } from './weights.ts';

/** A trade and how much is said for it; 30 is much. */
export type Likeness = { trade: string; score: number };

/** What a step of commonness is worth. */
const perStep = 2;
const middling = 3;

/** `before` is what stands for each trade before anything is said: the commoner of two is meant. */
type Learned = { trades: readonly string[]; before: Float64Array; grams: ReadonlyMap<string, string> };

let learned: Learned | null = null;

function weights(): Learned {
  if (learned) return learned;
  const read = JSON.parse(readFileSync(new URL('./weights.json', import.meta.url), 'utf8')) as Weights;
  const before = Float64Array.from(read.commonness, (steps) => (steps - middling) * perStep);
  return (learned = { trades: read.trades, before, grams: gramsIn(read) });
}

/** The trades of which such words are said most, the likeliest first; those of which nothing is said are left out. */
export function likeTrades(text: string, count: number): Likeness[] {
  const { trades, before, grams } = weights();
  const sums = before.slice();
  for (const gram of gramsOf(text)) {
    const said = grams.get(gram);
    if (said !== undefined) addTo(sums, said);
  }
  const best: Likeness[] = [];
  for (let at = 0; at < sums.length; at++) {
    const score = sums[at]!;
    if (score <= (best[count - 1]?.score ?? 0)) continue;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place < 0 ? best.length : place, 0, { trade: trades[at]!, score });
    best.length = Math.min(best.length, count);
  }
  return best;
}

/** What an opening says of its trade. */
export type Told = { title: string; occupation: string | null; duties: string; employerName: string };

const leastScore = 25;
/** How much more must be said for the first trade than for the second, before the opening is taken for one of it. */
const leastRatio = 1.1;
const alike = { most: 4, leastShare: 0.5 };

/** Terms of an opening by its words: `l` for the trade it surely is of, `m` for those it may be of. */
export function likenessTerms({ title, occupation, duties, employerName }: Told): string[] {
  const like = likeTrades(`${title} ${occupation ?? ''} ${duties} ${employerName}`, alike.most);
  const [first, second] = like;
  if (!first || first.score < leastScore) return [];
  const isSure = first.score >= leastRatio * (second?.score ?? 0);
  const may = like.filter(({ score }) => score >= alike.leastShare * first.score);
  return [...(isSure ? [term('l', first.trade)] : []), ...may.map(({ trade }) => term('m', trade))];
}
