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
const MOST_SHIFT_PX = 24;
/** How far it may go at last, where nothing else helps. */
const FARTHEST_SHIFT_PX = 40;
/** Two white rings of 2 px and a hair of ground between them. */
const GAP_PX = 5;
const LEAST_RADIUS_PX = 11;
const ROUNDS = 40;

type Pair = readonly [i: number, j: number];

/** Pairs that could ever touch, however far both go. Most towns are too far apart to be looked at again. */
function neighbours(homes: readonly Circle[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, a] of homes.entries())
    for (let j = i + 1; j < homes.length; j++) {
      const b = homes[j]!;
      const reach = a.r + b.r + GAP_PX + 2 * FARTHEST_SHIFT_PX;
      if (Math.abs(b.x - a.x) < reach && Math.abs(b.y - a.y) < reach) pairs.push([i, j]);
    }
  return pairs;
}

function separate(
  circles: Circle[],
  homes: readonly Circle[],
  pairs: readonly Pair[],
  mostShift: number,
): boolean {
  let touching = false;
  for (const [i, j] of pairs) {
    const a = circles[i]!;
    const b = circles[j]!;
    const dx = b.x - a.x || 0.01;
    const dy = b.y - a.y || 0.01;
    const reach = a.r + b.r + GAP_PX;
    if (dx > reach || dx < -reach || dy > reach || dy < -reach) continue;
    const distance = Math.sqrt(dx * dx + dy * dy);
    const overlap = reach - distance;
    if (overlap <= 0.05) continue;
    touching = true;
    const [shiftX, shiftY] = [(dx / distance) * (overlap / 2), (dy / distance) * (overlap / 2)];
    a.x -= shiftX;
    a.y -= shiftY;
    b.x += shiftX;
    b.y += shiftY;
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

/** Figures that have touched, directly or through others, and by how much all of them have shrunk. */
type Crowd = { members: number[]; share: number };

const SHRINK = 0.9;

/** All of a crowd shrink alike, so that the larger number keeps the larger bubble. */
function shrinkCrowds(
  circles: Circle[],
  homes: readonly Circle[],
  pairs: readonly Pair[],
  crowdOf: Crowd[],
): void {
  const tight = new Set<Crowd>();
  for (const [i, j] of pairs) {
    const [a, b] = [circles[i]!, circles[j]!];
    const overlap = a.r + b.r + GAP_PX - Math.hypot(b.x - a.x, b.y - a.y);
    if (overlap < -1) continue;
    const [one, other] = [crowdOf[i]!, crowdOf[j]!];
    const crowd =
      one === other
        ? one
        : { members: [...one.members, ...other.members], share: Math.min(one.share, other.share) };
    if (overlap > 0.5 || tight.has(one) || tight.has(other)) tight.add(crowd);
    if (crowd !== one) for (const member of crowd.members) crowdOf[member] = crowd;
  }
  for (const crowd of new Set(crowdOf)) {
    if (tight.has(crowd)) crowd.share *= SHRINK;
    for (const i of crowd.members)
      circles[i]!.r = Math.max(Math.min(LEAST_RADIUS_PX, homes[i]!.r), homes[i]!.r * crowd.share);
  }
}

const SHRINKS = 7;

/**
 * Pushes figures apart until none overlaps, each at most 24 px from its place. Where a crowd does not fit so, its
 * figures shrink together (not below 11 px, where three digits still stand), and only then may they go farther, up to
 * 40 px.
 */
export function pushApart(circles: readonly Circle[]): Circle[] {
  const moved = circles.map((circle) => ({ ...circle }));
  const pairs = neighbours(circles);
  const crowdOf = circles.map((_, i): Crowd => ({ members: [i], share: 1 }));
  const settle = (mostShift: number) => {
    for (let round = 0; round < ROUNDS; round++) if (!separate(moved, circles, pairs, mostShift)) return true;
    return false;
  };
  for (let shrinks = 0; shrinks < SHRINKS; shrinks++) {
    if (settle(MOST_SHIFT_PX)) return moved;
    shrinkCrowds(moved, circles, pairs, crowdOf);
  }
  for (const mostShift of [MOST_SHIFT_PX, 32, FARTHEST_SHIFT_PX]) if (settle(mostShift)) break;
  return moved;
}
