/** A figure on the screen, CSS px. */
export type Circle = { x: number; y: number; r: number };
export type BubbleLevel = 'county' | 'town';

const clamp = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));

/** Radius of a bubble, CSS px, by the number it carries. Counties grow a little where there is room. */
export function bubbleRadius(level: BubbleLevel, openings: number, isWide: boolean): number {
  if (level === 'town') return clamp(16, 8 + 1.3 * Math.sqrt(openings), 30);
  return clamp(26, 12 + 0.8 * Math.sqrt(openings), 38) * (isWide ? 1.08 : 1);
}

/** From which number on the next darker shade begins: the figures of the whole city. */
const CITY_THRESHOLDS: Record<BubbleLevel, readonly number[]> = {
  county: [100, 300, 450, 700],
  town: [20, 50, 100, 160],
};

/** Rounds to the nearest of 1, 1.5, 2, 3, 5, 7 times a power of ten, as a legend should read. */
function rounded(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 3, 5, 7, 10].map((step) => Math.max(1, Math.round(step * power)));
  return steps.reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best));
}

/**
 * Four or fewer ascending thresholds for these counts. The city's own serve while they tell the bubbles apart; a much
 * smaller or larger result takes rounded quantiles, so that it is not all one shade.
 */
export function shadeThresholds(level: BubbleLevel, counts: readonly number[]): readonly number[] {
  const fixed = CITY_THRESHOLDS[level];
  const sorted = [...counts].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const most = sorted.at(-1) ?? 0;
  if (sorted.length === 0 || (most >= fixed[1]! && median <= fixed[3]!)) return fixed;
  const quantiles = [0.2, 0.4, 0.6, 0.8].map((share) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!),
  );
  return [...new Set(quantiles)].filter((value) => value > 1);
}

/** Which of the five shades a number takes. Fewer thresholds use the lighter ones. */
export function shadeOf(openings: number, thresholds: readonly number[]): 0 | 1 | 2 | 3 | 4 {
  return thresholds.filter((threshold) => openings >= threshold).length as 0 | 1 | 2 | 3 | 4;
}

/** Farthest that a bubble leaves its place, CSS px; beyond that it would speak for a neighbour. */
export const MOST_SHIFT_PX = 24;
/** Two white rings of 2 px and a hair of ground between them. */
const GAP_PX = 5;
const LEAST_RADIUS_PX = 11;
const ROUNDS = 80;

function separate(circles: Circle[], homes: readonly Circle[], mostShift: number): boolean {
  let touching = false;
  for (const [i, a] of circles.entries()) {
    for (const b of circles.slice(i + 1)) {
      const dx = b.x - a.x || 0.01;
      const dy = b.y - a.y || 0.01;
      const distance = Math.hypot(dx, dy);
      const overlap = a.r + b.r + GAP_PX - distance;
      if (overlap <= 0.01) continue;
      touching = true;
      const [shiftX, shiftY] = [(dx / distance) * (overlap / 2), (dy / distance) * (overlap / 2)];
      a.x -= shiftX;
      a.y -= shiftY;
      b.x += shiftX;
      b.y += shiftY;
    }
  }
  for (const [i, circle] of circles.entries()) {
    const home = homes[i]!;
    const away = Math.hypot(circle.x - home.x, circle.y - home.y);
    if (away <= mostShift) continue;
    circle.x = home.x + ((circle.x - home.x) * mostShift) / away;
    circle.y = home.y + ((circle.y - home.y) * mostShift) / away;
  }
  return touching;
}

/** Circles that touch, directly or through others, in groups of their indices; lone ones are left out. */
function crowds(circles: readonly Circle[]): number[][] {
  const crowdOf = circles.map((_, i) => [i]);
  for (const [i, a] of circles.entries()) {
    for (let j = i + 1; j < circles.length; j++) {
      const b = circles[j]!;
      const touches = Math.hypot(b.x - a.x, b.y - a.y) < a.r + b.r + GAP_PX + 1;
      if (!touches || crowdOf[i] === crowdOf[j]) continue;
      const joined = [...crowdOf[i]!, ...crowdOf[j]!];
      for (const member of joined) crowdOf[member] = joined;
    }
  }
  return [...new Set(crowdOf)].filter(({ length }) => length > 1);
}

/** All of a crowd shrink alike, so that the larger number keeps the larger bubble. */
function shrinkCrowds(circles: Circle[], homes: readonly Circle[]): void {
  const isTight = (i: number) =>
    circles.some((other, j) => {
      const { x, y, r } = circles[i]!;
      return j !== i && Math.hypot(other.x - x, other.y - y) < r + other.r + GAP_PX - 0.5;
    });
  for (const crowd of crowds(circles)) {
    if (!crowd.some(isTight)) continue;
    for (const i of crowd)
      circles[i]!.r = Math.max(Math.min(LEAST_RADIUS_PX, homes[i]!.r), circles[i]!.r * 0.92);
  }
}

const SHRINKS = 8;

/**
 * Pushes figures apart until none overlaps, each at most 24 px from its place. Where a crowd does not fit so, its
 * figures shrink together (not below 11 px, where three digits still stand), and only then may they go farther, up to
 * 40 px.
 */
export function pushApart(circles: readonly Circle[]): Circle[] {
  const moved = circles.map((circle) => ({ ...circle }));
  const settle = (mostShift: number) => {
    for (let round = 0; round < ROUNDS; round++) if (!separate(moved, circles, mostShift)) return true;
    return false;
  };
  for (let shrinks = 0; shrinks < SHRINKS; shrinks++) {
    if (settle(MOST_SHIFT_PX)) return moved;
    shrinkCrowds(moved, circles);
  }
  for (const mostShift of [MOST_SHIFT_PX, 32, 40]) if (settle(mostShift)) break;
  return moved;
}
