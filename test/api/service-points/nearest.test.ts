import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createNearest } from '../../../api/service-points/nearest.ts';
import { distanceMetres } from '../../../geodata/distance.ts';

const inCity = fc.record({
  lng: fc.double({ min: 119, max: 119.92, noNaN: true }),
  lat: fc.double({ min: 32.21, max: 33.43, noNaN: true }),
});

describe('the nearest places', () => {
  test.prop([fc.array(inCity, { maxLength: 40 }), inCity, fc.integer({ min: 0, max: 6 })])(
    'are those that measuring every distance finds',
    (places, from, count) => {
      const measured = places
        .map((place) => distanceMetres(from, place))
        .sort((a, b) => a - b)
        .slice(0, count);
      const found = createNearest(places.map((place) => ({ place })))(from, count);
      expect(found).toHaveLength(measured.length);
      found.forEach((near, index) => expect(near.distanceMetres).toBeCloseTo(measured[index]!, 2));
    },
  );

  test('only those are found that the filter takes', () => {
    const points = [119.1, 119.2, 119.3, 119.4].map((lng, number) => ({ number, place: { lng, lat: 32.4 } }));
    const found = createNearest(points)({ lng: 119, lat: 32.4 }, 2, ({ number }) => number % 2 === 1);
    expect(found.map(({ point }) => point.number)).toEqual([1, 3]);
  });

  test('a question from the other side of the earth has an answer', () => {
    const points = [{ place: { lng: 119.4, lat: 32.4 } }, { place: { lng: 119.5, lat: 33 } }];
    expect(createNearest(points)({ lng: -74, lat: 40.7 }, 1)).toHaveLength(1);
  });
});
