/** Seeded chance: the same seed gives the same city on every machine. */
export type Chance = ReturnType<typeof createChance>;

/** mulberry32: 32 bits of state, good enough to scatter openings, not to guard anything. */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    /** A whole number, both ends included. */
    between,
    happens: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!,
    /** One of them, by weight. */
    weighted<T>(from: readonly T[], weight: (item: T) => number): T {
      let left = next() * from.reduce((sum, item) => sum + weight(item), 0);
      for (const item of from) if ((left -= weight(item)) < 0) return item;
      return from.at(-1)!;
    },
    /** So many different ones, in their order. */
    some<T>(from: readonly T[], count: number): T[] {
      const taken = new Set<number>();
      while (taken.size < Math.min(count, from.length)) taken.add(Math.floor(next() * from.length));
      return [...taken].sort((a, b) => a - b).map((index) => from[index]!);
    },
  };
}
