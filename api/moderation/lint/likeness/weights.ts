import type { Rule } from '../../advert.ts';
import learned from './weights.json' with { type: 'json' };

/** Characters of a gram at most. */
export const longestGram = 3;

/** As `npm run learn` writes it: for a rule its bias, and grams (one a line) under their weight, in hundredths. */
export type Learned = Partial<Record<Rule, { bias: number; grams: Record<string, string> }>>;

/** A gram, and by character code those that go on from it. */
export interface Gram {
  /** Number of a rule, weight, number of a rule, weight, ... */
  pairs: number[];
  next: Map<number, Gram>;
}

export interface Weights {
  rules: readonly Rule[];
  bias: Float64Array;
  /** The gram without characters. */
  root: Gram;
}

export function readWeights(of: Learned): Weights {
  const entries = Object.entries(of) as [Rule, { bias: number; grams: Record<string, string> }][];
  const root: Gram = { pairs: [], next: new Map() };
  entries.forEach(([, { grams }], rule) => {
    for (const [hundredths, lines] of Object.entries(grams))
      for (const characters of lines.split('\n'))
        gramOf(characters, root).pairs.push(rule, Number(hundredths) / 100);
  });
  return {
    rules: entries.map(([rule]) => rule),
    bias: Float64Array.from(entries, ([, { bias }]) => bias / 100),
    root,
  };
}

function gramOf(characters: string, root: Gram): Gram {
  let gram = root;
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    let next = gram.next.get(code);
    if (!next) gram.next.set(code, (next = { pairs: [], next: new Map() }));
    gram = next;
  }
  return gram;
}

let weights: Weights | null = null;

/** The weights learned of `learn/examples`; read when first asked for. */
export const learnedWeights = (): Weights => (weights ??= readWeights(learned as Learned));
