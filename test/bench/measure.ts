import { setTimeout as sleep } from 'node:timers/promises';

export type Spread = { median: number; least: number; most: number };

/** One of the things compared: `slice` measures it for a short while and gives a figure. */
export type Side<T = number> = { name: string; slice: () => Promise<T> };

/** What was measured of each side, round by round: on the way there and on the way back. */
export type Turns<T> = { there: T[][]; back: T[][] };

export type Comparison = {
  /** Of each side, in the order given. */
  figures: Spread[];
  /** Of each side against the last one, round by round. */
  ratios: Spread[];
  /** How far the same side differs from itself within a round, median over the rounds, the worse side: 0.04 is 4 %. */
  control: number;
  rounds: number;
};

/** A control beyond this says more about the machine than about us. */
export const controlLimit = 0.1;

/** A figure of each side against the last one's, measured in turn. */
export const alternate = async (sides: readonly Side[], rounds: number): Promise<Comparison> =>
  comparisonOf(await takeTurns(sides, rounds), (figure) => figure);

/**
 * Measures sides in turn, there and back (A B B A for two), round after round, so that whatever else the machine does
 * falls on all of them alike. Each side is its own control: its two slices of a round should be equal.
 */
export async function takeTurns<T>(sides: readonly Side<T>[], rounds: number): Promise<Turns<T>> {
  const there: T[][] = sides.map(() => []);
  const back: T[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, side] of sides.entries()) there[at]!.push(await settled(side));
    for (const [at, side] of [...sides.entries()].reverse()) back[at]!.push(await settled(side));
  }
  return { there, back };
}

/** One figure of what was measured, compared. */
export function comparisonOf<T>(turns: Turns<T>, figureOf: (taken: T) => number): Comparison {
  const figures = (taken: T[][]) => taken.map((ofSide) => ofSide.map(figureOf));
  const [first, second] = [figures(turns.there), figures(turns.back)];
  const sides = first;
  const rounds = first[0]!.length;
  const mean = (at: number, round: number) => (first[at]![round]! + second[at]![round]!) / 2;
  const eachRound = Array.from({ length: rounds }, (_, round) => round);
  const last = sides.length - 1;
  return {
    figures: sides.map((_, at) => spreadOf([...first[at]!, ...second[at]!])),
    ratios: sides.map((_, at) => spreadOf(eachRound.map((round) => mean(at, round) / mean(last, round)))),
    control: Math.max(
      ...sides.map((_, at) =>
        Math.abs(spreadOf(eachRound.map((round) => first[at]![round]! / second[at]![round]!)).median - 1),
      ),
    ),
    rounds,
  };
}

async function settled<T>({ slice }: Side<T>): Promise<T> {
  // What the slice before left behind (closing sockets, garbage) is not charged to this one.
  await sleep(50);
  return slice();
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

/** Figures of a comparison, or the reason why none are given. */
export function refusalOf({ control }: Comparison): string | null {
  if (control <= controlLimit) return null;
  return `控制组差 ${(control * 100).toFixed(0)} %，这台机器太忙，不报`;
}
