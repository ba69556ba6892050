import type { Rule } from '../advert.ts';
import { frameOf } from '../lint/likeness/frames.ts';
import { longestGram } from '../lint/likeness/grams.ts';
import { signOf } from '../lint/likeness/pieces.ts';
import type { Learned } from '../lint/likeness/weights.ts';

export interface Example {
  signed: string;
  /** What it offends; none is lawful. */
  rules: readonly Rule[];
  /** Of an offence in several clauses: each of them, and each with the next; one of these offends. */
  pieces?: readonly string[];
}

/** Grams seen in fewer examples say more about the example than about the offence. */
const leastExamples = 5;
/** How much a wrong example may pull, and how often each is looked at. */
const penalty = 0.1;
const rounds = 20;
/** Hundredths; lighter ones together change hardly a verdict and are nine tenths of the file. */
const leastWeight = 8;

/**
 * Learns for each rule which grams tell its offences from everything else: a linear support vector machine with squared
 * hinge loss, by coordinate descent on its dual (Hsieh et al., ICML 2008). Twice: of offences as they were written down, then
 * of the one piece of each that offends most by then, for harmless clauses beside an offence are no part of it (multiple
 * instances: Andrews et al., NIPS 2002). The same examples give the same weights.
 */
export function train(examples: readonly Example[], rules: readonly Rule[]): Learned['rules'] {
  const numbered = inNumbers(examples);
  return Object.fromEntries(
    rules.map((rule) => [rule, separateTwice(numbered, (at) => examples[at]!.rules.includes(rule))]),
  );
}

/**
 * Learns which frames are an offence, of the examples of all rules that have a subject together: a way of turning people away
 * that was used of one group is one for every group. Titles are too short for it.
 */
export function trainFrames(examples: readonly Example[], rules: readonly Rule[]): Learned['frames'] {
  const framed = new Map<string, Example>();
  const title = signOf('title')!;
  for (const example of examples.filter(({ signed }) => !signed.startsWith(title)))
    for (const rule of rules) {
      const offends = example.rules.includes(rule);
      // What an offence says of the subjects of other rules, nobody has said.
      if (example.rules.length > 0 && !offends) continue;
      const frame = frameOf(rule, example.signed);
      if (frame === null) continue;
      const pieces = example.pieces?.flatMap((piece) => frameOf(rule, piece) ?? []);
      framed.set(`${offends} ${frame}`, {
        signed: frame,
        rules: offends ? [rule] : [],
        pieces: pieces ?? [],
      });
    }
  const frames = [...framed.values()];
  return separateTwice(inNumbers(frames), (at) => frames[at]!.rules.length > 0);
}

function separateTwice({ grams, rows, pieces }: Numbered, offends: (at: number) => boolean) {
  const isOffence = Int8Array.from(rows, (_, at) => (offends(at) ? 1 : -1));
  const weights = separate(rows, isOffence, grams.length);
  const worst = rows.map((row, at) => (isOffence[at] === 1 ? worstOf([row, ...pieces[at]!], weights) : row));
  return inHundredths(separate(worst, isOffence, grams.length), grams);
}

/** Of several pieces the one that weighs most; of one alone, itself. The first is the whole they are of. */
function worstOf([whole, ...pieces]: readonly Row[], weights: Float64Array): Row {
  const scores = pieces.map((piece) => weigh(piece, weights));
  return pieces[scores.indexOf(Math.max(...scores))] ?? whole!;
}

/** Numbers of an example's grams, and how often each stands there; the last one is the bias. */
interface Row {
  numbers: Int32Array;
  counts: Float64Array;
}

/** Every run of one to three characters, as often as it stands there. */
function eachGram(text: string, tell: (gram: string) => void): void {
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= from + longestGram && to <= text.length; to++) tell(text.slice(from, to));
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  eachGram(text, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
  return counts;
}

interface Numbered {
  grams: string[];
  rows: Row[];
  pieces: Row[][];
}

function inNumbers(examples: readonly Example[]): Numbered {
  const seen = new Map<string, number>();
  for (const { signed } of examples)
    for (const gram of countsOf(signed).keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const grams = [...seen].filter(([, times]) => times >= leastExamples).map(([gram]) => gram);
  const numberOf = new Map(grams.map((gram, number) => [gram, number]));
  const toRow = (text: string): Row => {
    const known = [...countsOf(text)].filter(([gram]) => numberOf.has(gram));
    return {
      numbers: Int32Array.from([...known.map(([gram]) => numberOf.get(gram)!), grams.length]),
      counts: Float64Array.from([...known.map(([, count]) => count), 1]),
    };
  };
  return {
    grams,
    rows: examples.map(({ signed }) => toRow(signed)),
    pieces: examples.map(({ pieces = [] }) => pieces.map(toRow)),
  };
}

function weigh({ numbers, counts }: Row, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < numbers.length; at++) score += weights[numbers[at]!]! * counts[at]!;
  return score;
}

function separate(rows: readonly Row[], isOffence: Int8Array, bias: number): Float64Array {
  const weights = new Float64Array(bias + 1);
  const pulls = new Float64Array(rows.length);
  const squares = rows.map(({ counts }) =>
    counts.reduce((sum, count) => sum + count * count, 1 / (2 * penalty)),
  );
  // A step that shares no factor with the number of examples meets each of them once.
  const step = coprimeBelow(rows.length);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0, at = round; turn < rows.length; turn++, at = (at + step) % rows.length) {
      const [{ numbers, counts }, side] = [rows[at]!, isOffence[at]!];
      const slope = side * weigh(rows[at]!, weights) - 1 + pulls[at]! / (2 * penalty);
      const pull = Math.max(pulls[at]! - slope / squares[at]!, 0);
      const change = (pull - pulls[at]!) * side;
      if (change === 0) continue;
      pulls[at] = pull;
      for (let k = 0; k < numbers.length; k++) weights[numbers[k]!]! += change * counts[k]!;
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
