import { type Clause, endSign, pause } from './pieces.ts';
import { type Grams, longestGram } from './grams.ts';
import type { Scale } from './weights.ts';

/** A number for each rule. */
type Sums = Float64Array;

export type Scored = Clause & { scores: Sums };

/**
 * Scores by rule of every clause, and of every clause with the one after it: an offence often takes two. What a clause
 * weighs is summed up once for all it stands in.
 */
export function scoresOf(sign: string, clauses: readonly Clause[], { bias, grams }: Scale): Scored[] {
  // One array for all sums: each of its own costs more than what is summed up.
  const store = new Float64Array((1 + 6 * clauses.length) * bias.length);
  let used = 0;
  const sums = () => store.subarray(used, (used += bias.length));
  const frame = copied(bias, sums());
  addInside(grams, sign, frame);
  addInside(grams, endSign, frame);
  const parts = clauses.map(({ words }, place) => {
    const next = clauses[place + 1]?.words ?? '';
    const inside = addInside(grams, words, sums());
    const closed = addAcross(grams, words, endSign, sums());
    const joined = addInside(grams, pause, sums());
    addAcross(grams, words, pause + next, joined);
    addAcross(grams, pause, next + endSign, joined);
    const begun = addAcross(grams, sign, words + endSign, copied(frame, sums()));
    return { begun: plus(begun, inside, begun), closed, joined, finished: plus(inside, closed, inside) };
  });
  return parts.flatMap(({ begun, closed, joined }, place) => {
    const clause = clauses[place]!;
    const alone = { ...clause, scores: plus(begun, closed, sums()) };
    const [next, following] = [parts[place + 1], clauses[place + 1]];
    if (!next || !following) return [alone];
    const both = plus(begun, joined, sums());
    const words = clause.words + pause + following.words;
    return [alone, { from: clause.from, to: following.to, words, scores: plus(both, next.finished, both) }];
  });
}

function copied(one: Sums, into: Sums): Sums {
  into.set(one);
  return into;
}

/** Two sums added, put into a third. */
function plus(one: Sums, other: Sums, into: Sums): Sums {
  for (let rule = 0; rule < into.length; rule++) into[rule] = one[rule]! + other[rule]!;
  return into;
}

function addInside(grams: Grams, text: string, sums: Sums): Sums {
  for (let from = 0; from < text.length; from++) addGrams(grams, text, from, 0, sums);
  return sums;
}

/** Grams that begin in one text and end in what follows it. */
function addAcross(grams: Grams, text: string, following: string, sums: Sums): Sums {
  const end = text.slice(1 - longestGram);
  const joint = end + following.slice(0, longestGram - 1);
  for (let from = 0; from < end.length; from++) addGrams(grams, joint, from, end.length, sums);
  return sums;
}

/** Adds what the grams weigh that begin at a place and end after another. */
function addGrams(grams: Grams, text: string, from: number, after: number, sums: Sums): void {
  const { begins, rules, weights } = grams;
  let gram = 0;
  for (let at = from; at < text.length; at++) {
    gram = grams.next(gram, text.charCodeAt(at));
    if (gram < 0) return;
    if (at < after) continue;
    const end = begins[gram + 1]!;
    for (let place = begins[gram]!; place < end; place++) sums[rules[place]!]! += weights[place]!;
  }
}
