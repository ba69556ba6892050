import { test as property, fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { bubbleRadius, pushApart, shadeOf, shadeThresholds, type Circle } from '../../../web/map/bubbles.ts';

const city = [272, 389, 667, 812, 486, 398, 431];

describe('the size of a bubble', () => {
  it('grows with its number between two ends', () => {
    expect(bubbleRadius('county', 1, false)).toBe(26);
    expect(bubbleRadius('county', 812, false)).toBeCloseTo(34.8, 1);
    expect(bubbleRadius('county', 9000, false)).toBe(38);
    expect(bubbleRadius('town', 4, false)).toBe(16);
    expect(bubbleRadius('town', 214, false)).toBeCloseTo(27, 0);
  });
  it('is a little larger where there is room', () => {
    expect(bubbleRadius('county', 400, true)).toBeCloseTo(28 * 1.08);
  });
});

describe('the shade of a bubble', () => {
  it('follows the figures of the city', () => {
    const thresholds = shadeThresholds('county', city);
    expect(thresholds).toEqual([100, 300, 450, 700]);
    expect(city.map((count) => shadeOf(count, thresholds))).toEqual([1, 2, 3, 4, 3, 2, 2]);
  });
  it('still tells counties apart when a filter leaves a few openings in each', () => {
    const few = [3, 12, 18, 27, 9, 41, 6];
    const thresholds = shadeThresholds('county', few);
    expect(new Set(few.map((count) => shadeOf(count, thresholds))).size).toBeGreaterThanOrEqual(4);
    expect(shadeOf(41, thresholds)).toBe(4);
  });
  it('still tells them apart in a city ten times as large', () => {
    const large = city.map((count) => count * 10);
    const thresholds = shadeThresholds('county', large);
    expect(new Set(large.map((count) => shadeOf(count, thresholds))).size).toBeGreaterThanOrEqual(4);
  });
  property.prop([fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 98 })])(
    'never has more than five steps, and they ascend',
    (counts) => {
      const thresholds = shadeThresholds('town', counts);
      expect(thresholds.length).toBeLessThanOrEqual(4);
      expect([...thresholds].sort((a, b) => a - b)).toEqual(thresholds);
    },
  );
});

const overlap = (circles: readonly Circle[]) =>
  Math.max(
    -Infinity,
    ...circles.flatMap((a, i) =>
      circles.slice(i + 1).map((b) => a.r + b.r - Math.hypot(a.x - b.x, a.y - b.y)),
    ),
  );

describe('bubbles that would overlap', () => {
  it('move apart, none farther than 24 px', () => {
    const circles = [
      { x: 0, y: 0, r: 34 },
      { x: 40, y: 10, r: 30 },
      { x: 10, y: 55, r: 28 },
    ];
    const moved = pushApart(circles);
    expect(overlap(moved)).toBeLessThanOrEqual(0);
    for (const [i, { x, y, r }] of moved.entries()) {
      expect(Math.hypot(x - circles[i]!.x, y - circles[i]!.y)).toBeLessThanOrEqual(24.01);
      expect(r).toBe(circles[i]!.r);
    }
  });
  it('stay where they are when they do not', () => {
    const apart = [
      { x: 0, y: 0, r: 20 },
      { x: 100, y: 0, r: 20 },
    ];
    expect(pushApart(apart)).toEqual(apart);
  });
  it('shrink together in a crowd, so that the larger number keeps the larger bubble', () => {
    const crowd = Array.from({ length: 25 }, (_, i) => ({
      x: (i % 5) * 28,
      y: Math.floor(i / 5) * 28,
      r: 18 + (i % 3) * 5,
    }));
    const moved = pushApart(crowd);
    expect(overlap(moved)).toBeLessThanOrEqual(1);
    for (const [i, a] of moved.entries())
      for (const [j, b] of moved.entries())
        if (crowd[i]!.r > crowd[j]!.r) expect(a.r).toBeGreaterThanOrEqual(b.r);
  });
  it('come apart even when they share one place', () => {
    expect(overlap(pushApart(Array.from({ length: 3 }, () => ({ x: 5, y: 5, r: 16 }))))).toBeLessThanOrEqual(
      0.1,
    );
  });
});
