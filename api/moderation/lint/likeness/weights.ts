import type { Rule } from '../../advert.ts';
import { createGrams, type Grams } from './grams.ts';
import learned from './weights.json' with { type: 'json' };

/** As `npm run learn` writes it: for a rule its bias, and grams (one a line) under their weight, in hundredths. */
export type Learned = Partial<Record<Rule, { bias: number; grams: Record<string, string> }>>;

export interface Weights {
  rules: readonly Rule[];
  bias: Float64Array;
  grams: Grams;
}

export function readWeights(of: Learned): Weights {
  const entries = Object.entries(of) as [Rule, { bias: number; grams: Record<string, string> }][];
  const grams = createGrams();
  entries.forEach(([, { grams: own }], rule) => {
    for (const [hundredths, lines] of Object.entries(own))
      for (const characters of lines.split('\n')) grams.add(characters, rule, Number(hundredths) / 100);
  });
  return {
    rules: entries.map(([rule]) => rule),
    bias: Float64Array.from(entries, ([, { bias }]) => bias / 100),
    grams: grams.done(),
  };
}

let weights: Weights | null = null;

/** The weights learned of `learn/examples`; read when first asked for. */
export const learnedWeights = (): Weights => (weights ??= readWeights(learned as Learned));
