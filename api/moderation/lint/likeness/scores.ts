import { type Clause, endSign, pause } from './pieces.ts';
import { type Grams, longestGram } from './grams.ts';
import type { Scale } from './weights.ts';

/** Hundredths for each rule; small whole numbers in a plain array are made faster than a typed one. */
type Sums = number[];

export type Scored = Clause & { scores: Sums };

/**
 * Scores by rule of every clause, and of every clause with the one after it: an offence often takes two. What a clause
 * weighs is summed up once for all it stands in.
 */
export function scoresOf(sign: string, clauses: readonly Clause[], { bias, grams }: Scale): Scored[] {
  const nothing = bias.map(() => 0);
  const frame = addInside(grams, endSign, addInside(grams, sign, bias.slice()));
  const parts = clauses.map(({ words }, place) => {
    const next = clauses[place + 1]?.words ?? '';
    const inside = addInside(grams, words, nothing.slice());
    const closed = addAcross(grams, words, endSign, nothing.slice());
    const joined = addInside(grams, pause, nothing.slice());
    addAcross(grams, words, pause + next, joined);
    addAcross(grams, pause, next + endSign, joined);
    const begun = addTo(addAcross(grams, sign, words + endSign, frame.slice()), inside);
    return { begun, closed, joined, finished: addTo(inside, closed) };
  });
  return parts.flatMap(({ begun, closed, joined }, place) => {
    const clause = clauses[place]!;
    const alone = { ...clause, scores: addTo(begun.slice(), closed) };
    const [next, following] = [parts[place + 1], clauses[place + 1]];
    if (!next || !following) return [alone];
    const words = clause.words + pause + following.words;
    const scores = addTo(addTo(begun, joined), next.finished);
    return [alone, { from: clause.from, to: following.to, words, scores }];
  });
}

function addTo(sums: Sums, others: Sums): Sums {
  for (let rule = 0; rule < sums.length; rule++) sums[rule]! += others[rule]!;
  return sums;
}

function addInside(grams: Grams, text: string, sums: Sums): Sums {
  for (let from = 0; from < text.length; from++) grams.addTo(sums, text, from, 0);
  return sums;
}

/** Grams that begin in one text and end in what follows it. */
function addAcross(grams: Grams, text: string, following: string, sums: Sums): Sums {
  const end = text.slice(1 - longestGram);
  const joint = end + following.slice(0, longestGram - 1);
  for (let from = 0; from < end.length; from++) grams.addTo(sums, joint, from, end.length);
  return sums;
}
