import { fc, test } from '@fast-check/vitest';
import { booleanPointInPolygon, polygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { boundsOfArea, cornersOf, type Area } from '../../geodata/area.ts';
import { insideOf, middlemost } from '../../geodata/inside-area.ts';

const square: Area = [119.4, 32.4, 119.5, 32.4, 119.5, 32.5, 119.4, 32.5];
/** A square with a bite out of its upper edge, down to its middle. */
const bitten: Area = [119.4, 32.4, 119.5, 32.4, 119.5, 32.5, 119.45, 32.45, 119.4, 32.5];

describe('inside of an area', () => {
  it.each<[string, Area, number, number, boolean]>([
    ['the middle', square, 119.45, 32.45, true],
    ['beside it', square, 119.51, 32.45, false],
    ['above it', square, 119.45, 32.51, false],
    ['a corner', square, 119.4, 32.4, true],
    ['the lower edge', square, 119.43, 32.4, true],
    ['the upper edge', square, 119.43, 32.5, true],
    ['the left edge', square, 119.4, 32.43, true],
    ['the right edge', square, 119.5, 32.43, true],
    ['the bite', bitten, 119.45, 32.48, false],
    ['beside the bite', bitten, 119.41, 32.48, true],
    ['the tip of the bite', bitten, 119.45, 32.45, true],
    ['a slanted edge', bitten, 119.48, 32.48, true],
    ['as high as the tip of the bite', bitten, 119.42, 32.45, true],
  ])('%s', (_what, area, lng, lat, expected) => {
    expect(insideOf(area)(lng, lat)).toBe(expected);
  });

  const coordinate = (least: number) => fc.integer({ min: 0, max: 1000 }).map((units) => least + units / 1e4);
  const place = fc.tuple(coordinate(119.4), coordinate(32.4));

  test.prop([fc.array(place, { minLength: 3, maxLength: 12 }), place])(
    'is what another counts by even and odd, and does not hang on where the ring begins or which way it runs',
    (corners, [lng, lat]) => {
      const flat = (ring: typeof corners) => ring.flat();
      const expected = insideOf(flat(corners))(lng, lat);
      expect(insideOf([...flat(corners), ...corners[0]!])(lng, lat)).toBe(expected);
      expect(insideOf(flat([...corners.slice(1), corners[0]!]))(lng, lat)).toBe(expected);
      expect(insideOf(flat([...corners].reverse()))(lng, lat)).toBe(expected);
      // Off every border by half a unit, where there is nothing to be rounded.
      const [x, y] = [lng + 0.000_05, lat + 0.000_031];
      const ring = [...corners, corners[0]!];
      expect(insideOf(flat(corners))(x, y)).toBe(booleanPointInPolygon([x, y], polygon([ring])));
    },
  );
});

it('an area has the same corners closed or not', () => {
  expect(cornersOf([...square, 119.4, 32.4])).toEqual(cornersOf(square));
  expect(boundsOfArea(bitten)).toEqual({ minLng: 119.4, minLat: 32.4, maxLng: 119.5, maxLat: 32.5 });
});

it('the middlemost of places is one of them', () => {
  const corners = cornersOf(bitten);
  expect(middlemost(corners)).toEqual({ lng: 119.45, lat: 32.45 });
  expect(middlemost([])).toBeUndefined();
});
