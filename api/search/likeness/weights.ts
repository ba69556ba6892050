/** What was learned: for each gram its trades, as three characters each (`encode`). */
export type Weights = {
  trades: readonly string[];
  /** How common each trade is, from 1 to 5. */
  commonness: readonly number[];
  grams: Readonly<Record<string, string>>;
};

export type Weighed = { trade: number; weight: number };

const base = 36;
/** A step of a weight; the heaviest is 35 of them. */
const step = 0.25;

/** Two characters for the trade's number, one for its weight in steps. */
export const encode = (list: readonly Weighed[]): string =>
  list
    .map(
      ({ trade, weight }) =>
        trade.toString(base).padStart(2, '0') + Math.min(base - 1, Math.round(weight / step)).toString(base),
    )
    .join('');

const digits = new Uint8Array(128);
for (let digit = 0; digit < base; digit++) digits[digit.toString(base).charCodeAt(0)] = digit;

/** Adds what one gram says to the sums, one for each trade. */
export function addTo(sums: Float64Array, said: string): void {
  for (let at = 0; at < said.length; at += 3) {
    const trade = digits[said.charCodeAt(at)]! * base + digits[said.charCodeAt(at + 1)]!;
    sums[trade]! += digits[said.charCodeAt(at + 2)]! * step;
  }
}
