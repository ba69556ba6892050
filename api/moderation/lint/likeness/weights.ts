import type { Rule } from '../../advert.ts';
import { createGrams, type Grams } from './grams.ts';
import learned from './weights.json' with { type: 'json' };

/** Bias, and grams (one a line) under their weight, in hundredths. */
type Separated = { bias: number; grams: Record<string, string> };

/** As `npm run learn` writes it: for each rule by the words themselves, and for all of them by frames. */
export interface Learned {
  rules: Partial<Record<Rule, Separated>>;
  frames: Separated;
}

/** Of each of several verdicts its bias in hundredths, and what grams weigh for it. */
export interface Scale {
  bias: readonly number[];
  grams: Grams;
}

export interface Weights extends Scale {
  rules: readonly Rule[];
  /** One verdict for all rules that have a subject. */
  frames: Scale;
}

function scaleOf(separated: readonly Separated[]): Scale {
  const grams = createGrams();
  separated.forEach(({ grams: own }, verdict) => {
    for (const [hundredths, lines] of Object.entries(own))
      for (const characters of lines.split('\n')) grams.add(characters, verdict, Number(hundredths));
  });
  return { bias: separated.map(({ bias }) => bias), grams: grams.done() };
}

export const readWeights = ({ rules, frames }: Learned): Weights => ({
  rules: Object.keys(rules) as Rule[],
  ...scaleOf(Object.values(rules)),
  frames: scaleOf([frames]),
});

let weights: Weights | null = null;

/** The weights learned of `learn/examples`; read when first asked for. */
export const learnedWeights = (): Weights => (weights ??= readWeights(learned as Learned));
