import { describe, expect, test } from 'vitest';
import { distanceMetres, offsetByMetres } from '../../geodata/distance.ts';

const beijing = { lng: 116.4074, lat: 39.9042 };
const shanghai = { lng: 121.4737, lat: 31.2304 };
const yangzhou = { lng: 119.4128, lat: 32.3947 };
const zhenjiang = { lng: 119.4528, lat: 32.2044 };

describe('distance', () => {
  test('Beijing to Shanghai is 1,067 km', () => {
    expect(distanceMetres(beijing, shanghai) / 1000).toBeCloseTo(1067, -1);
  });

  test('扬州 to 镇江 across the river is 21.5 km, whichever way it is asked', () => {
    expect(distanceMetres(yangzhou, zhenjiang)).toBeGreaterThan(21_000);
    expect(distanceMetres(yangzhou, zhenjiang)).toBeLessThan(22_000);
    expect(distanceMetres(zhenjiang, yangzhou)).toBe(distanceMetres(yangzhou, zhenjiang));
  });

  test('a place is 0 m from itself and half the Earth from its antipode', () => {
    expect(distanceMetres(yangzhou, yangzhou)).toBe(0);
    const antipode = { lng: yangzhou.lng - 180, lat: -yangzhou.lat };
    expect(distanceMetres(yangzhou, antipode) / 1000).toBeCloseTo(20_015, 0);
  });

  test('going 3 km east and 4 km north ends 5 km away', () => {
    expect(distanceMetres(yangzhou, offsetByMetres(yangzhou, 3000, 4000))).toBeCloseTo(5000, -1);
  });
});
