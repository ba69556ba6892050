import type { Rule } from '../advert.ts';
import { type Learned, longestGram } from '../lint/likeness/weights.ts';

export interface Example {
  signed: string;
  /** What it offends; none is lawful. */
  rules: readonly Rule[];
}

/** Grams seen in fewer examples say more about the example than about the offence. */
const leastExamples = 3;
/** How much a wrong example may pull, and how often each is looked at. */
const penalty = 0.1;
const rounds = 20;
/** Hundredths; lighter ones together change hardly a verdict and are nine tenths of the file. */
const leastWeight = 6;

/**
 * Learns for each rule which grams tell its offences from everything else: a linear support vector machine with squared
 * hinge loss, by coordinate descent on its dual (Hsieh et al., ICML 2008). The same examples give the same weights.
 */
export function train(examples: readonly Example[], rules: readonly Rule[]): Learned {
  const { grams, rows } = inNumbers(examples);
  const learned: Learned = {};
  for (const rule of rules) {
    const isOffence = Int8Array.from(examples, (example) => (example.rules.includes(rule) ? 1 : -1));
    learned[rule] = inHundredths(separate(rows, isOffence, grams.length), grams);
  }
  return learned;
}

interface Rows {
  /** Numbers of an example's grams, the last one is the bias. */
  numbers: Int32Array[];
  counts: Float64Array[];
}

/** Every run of one to three characters, as often as it stands there. */
function eachGram(text: string, tell: (gram: string) => void): void {
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= from + longestGram && to <= text.length; to++) tell(text.slice(from, to));
}

function inNumbers(examples: readonly Example[]): { grams: string[]; rows: Rows } {
  const counted = examples.map(({ signed }) => {
    const counts = new Map<string, number>();
    eachGram(signed, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
    return counts;
  });
  const seen = new Map<string, number>();
  for (const counts of counted) for (const gram of counts.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const grams = [...seen].filter(([, times]) => times >= leastExamples).map(([gram]) => gram);
  const numberOf = new Map(grams.map((gram, number) => [gram, number]));
  const rows = counted.map((counts) => [...counts].filter(([gram]) => numberOf.has(gram)));
  return {
    grams,
    rows: {
      numbers: rows.map((row) =>
        Int32Array.from([...row.map(([gram]) => numberOf.get(gram)!), grams.length]),
      ),
      counts: rows.map((row) => Float64Array.from([...row.map(([, count]) => count), 1])),
    },
  };
}

function separate({ numbers, counts }: Rows, isOffence: Int8Array, bias: number): Float64Array {
  const weights = new Float64Array(bias + 1);
  const pulls = new Float64Array(numbers.length);
  const squares = counts.map((row) => row.reduce((sum, count) => sum + count * count, 1 / (2 * penalty)));
  // A step that shares no factor with the number of examples meets each of them once.
  const step = coprimeBelow(numbers.length);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0, at = round; turn < numbers.length; turn++, at = (at + step) % numbers.length) {
      const [own, count, side] = [numbers[at]!, counts[at]!, isOffence[at]!];
      let score = 0;
      for (let k = 0; k < own.length; k++) score += weights[own[k]!]! * count[k]!;
      const slope = side * score - 1 + pulls[at]! / (2 * penalty);
      const pull = Math.max(pulls[at]! - slope / squares[at]!, 0);
      const change = (pull - pulls[at]!) * side;
      if (change === 0) continue;
      pulls[at] = pull;
      for (let k = 0; k < own.length; k++) weights[own[k]!]! += change * count[k]!;
    }
  }
  return weights;
}

function coprimeBelow(count: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let step = Math.floor(count * 0.618);
  while (step > 1 && shared(count, step) !== 1) step--;
  return Math.max(step, 1);
}

function inHundredths(weights: Float64Array, grams: readonly string[]) {
  const byWeight = new Map<number, string[]>();
  grams.forEach((gram, number) => {
    const hundredths = Math.round(weights[number]! * 100);
    if (Math.abs(hundredths) < leastWeight) return;
    byWeight.set(hundredths, [...(byWeight.get(hundredths) ?? []), gram]);
  });
  const sorted = [...byWeight].sort(([one], [other]) => other - one);
  return {
    bias: Math.round(weights.at(-1)! * 100),
    grams: Object.fromEntries(sorted.map(([weight, own]) => [String(weight), own.sort().join('\n')])),
  };
}
