import { fc, test } from '@fast-check/vitest';
import { kinks, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { cornersOf, type Area } from '../../../geodata/area.ts';
import { insideOf } from '../../../geodata/inside-area.ts';
import type { LngLat } from '../../../geodata/lng-lat.ts';
import { readFind, writeFind, emptyFind } from '../../../web/openings/filter.ts';
import { areaFeatures } from '../../../web/map/area-features.ts';
import { areaOfStroke } from '../../../web/map/drawn-area.ts';

/** At zoom 11 or so. */
const DEGREES_PER_PX = 0.0004;
const at = (x: number, y: number): LngLat => ({
  lng: 119.4 + x * DEGREES_PER_PX,
  lat: 32.4 - y * DEGREES_PER_PX * Math.cos((32.4 * Math.PI) / 180),
});
const stroke = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => at(x, y));
const drawn = (points: readonly (readonly [number, number])[]) =>
  areaOfStroke(stroke(points), DEGREES_PER_PX);

const round = (turns: number, radius: number, steps = 120): [number, number][] =>
  Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * turns * 2 * Math.PI;
    return [200 + radius * Math.cos(angle), 200 + radius * Math.sin(angle)];
  });

const holds = (area: Area, x: number, y: number) => {
  const { lng, lat } = at(x, y);
  return insideOf(area)(lng, lat);
};
const isSimple = (area: Area) => {
  const ring = cornersOf(area).map(({ lng, lat }) => [lng, lat]);
  return kinks(polygon([[...ring, ring[0]!]])).features.length === 0;
};

describe('a stroke becomes an area', () => {
  it('closed where the finger was lifted, of few corners, near the line', () => {
    const area = drawn(round(0.95, 120))!;
    expect(area.length / 2).toBeLessThanOrEqual(40);
    expect(area.length / 2).toBeGreaterThan(8);
    for (const [x, y, isIn] of [
      [200, 200, true],
      [200, 317, true],
      [200, 323, false],
      [316, 205, true],
    ] as const)
      expect(holds(area, x, y)).toBe(isIn);
  });

  it('keeps a bite', () => {
    const area = drawn([
      [0, 0],
      [200, 0],
      [200, 200],
      [100, 60],
      [0, 200],
    ])!;
    expect(holds(area, 100, 150)).toBe(false);
    expect(holds(area, 20, 150)).toBe(true);
  });

  it('without the little loop where the ends cross', () => {
    const area = drawn([...round(1, 120), [320, 200], [330, 190], [312, 240]])!;
    expect(isSimple(area)).toBe(true);
    expect(holds(area, 200, 200)).toBe(true);
  });

  it('as everything it goes around, where it is an eight', () => {
    const eight = Array.from({ length: 100 }, (_, step): [number, number] => {
      const angle = (step / 100) * 2 * Math.PI;
      return [200 + 150 * Math.sin(angle), 200 + 80 * Math.sin(2 * angle)];
    });
    const area = drawn(eight)!;
    expect(isSimple(area)).toBe(true);
    expect(holds(area, 120, 200)).toBe(true);
    expect(holds(area, 280, 200)).toBe(true);
  });

  it('whole, where it goes around twice', () => {
    const area = drawn(
      round(2, 120).map(([x, y], step): [number, number] => [x + step / 20, y - step / 15]),
    )!;
    expect(isSimple(area)).toBe(true);
    expect(holds(area, 200, 200)).toBe(true);
  });

  it.each<[string, [number, number][]]>([
    ['nothing', []],
    ['a press', [[10, 10]]],
    ['a trembling press', round(1, 5)],
    ['a straight line', Array.from({ length: 50 }, (_, x): [number, number] => [4 * x, 3 * x])],
    ['there and back', Array.from({ length: 100 }, (_, x): [number, number] => [Math.min(x, 100 - x), 0])],
  ])('unless it is %s', (_what, points) => {
    expect(drawn(points)).toBeNull();
  });

  const coordinate = fc.integer({ min: 0, max: 400 });
  test.prop([fc.array(fc.tuple(coordinate, coordinate), { maxLength: 80 })], { numRuns: 300 })(
    'never one that crosses itself, has many corners or does not come back out of an address',
    (points) => {
      const area = drawn(points);
      if (!area) return;
      expect(area.length / 2).toBeGreaterThanOrEqual(3);
      expect(area.length / 2).toBeLessThanOrEqual(40);
      expect(isSimple(area)).toBe(true);
      expect(readFind(writeFind({ ...emptyFind, area })).area).toEqual(area);
    },
  );
});

it('on the map an area is a hole in what surrounds it', () => {
  const [inside, outside] = areaFeatures([119.4, 32.4, 119.5, 32.4, 119.5, 32.5]).features;
  expect(inside!.geometry.coordinates).toHaveLength(1);
  const [around, hole] = outside!.geometry.coordinates;
  const turn = (ring: readonly (readonly number[])[]) =>
    Math.sign(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0));
  expect(turn(around!)).toBe(-turn(hole!));
});
