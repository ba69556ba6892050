import { describe, expect, test } from 'vitest';
import { CITY_BOUNDS } from '../../geodata/bounds.ts';
import { countyAt, isInsideCity, isInWater } from '../../geodata/boundary.ts';
import { offsetByMetres } from '../../geodata/distance.ts';

describe('the county of a place', () => {
  test.each([
    ['个园', 119.4375, 32.3995, '321002'],
    ['邗江区政府', 119.3926, 32.3797, '321003'],
    ['江都区政府', 119.5646, 32.4366, '321012'],
    ['宝应县政府', 119.3553, 33.2423, '321023'],
    ['仪征市政府', 119.1794, 32.2743, '321081'],
    ['高邮市政府', 119.4538, 32.7836, '321084'],
    ['大仪镇', 119.248, 32.542, '321081'],
    ['开发区, whose outline is missing, stands on the ground of 邗江', 119.412, 32.306, '321003'],
  ])('%s', (_, lng, lat, code) => {
    expect(countyAt({ lng, lat })).toBe(code);
  });

  test.each([
    ['镇江', 119.4528, 32.2044],
    ['天长', 119.0, 32.69],
    ['泰州', 119.92, 32.46],
    ['兴化', 119.84, 32.94],
    ['北京', 116.4, 39.9],
    ['longitude and latitude swapped', 32.39, 119.43],
  ])('%s is outside', (_, lng, lat) => {
    expect(countyAt({ lng, lat })).toBeNull();
    expect(isInsideCity({ lng, lat })).toBe(false);
  });
});

describe('inside the city with a tolerance', () => {
  const easternEdge = () => {
    let place = { lng: 119.7, lat: 32.45 };
    while (countyAt(place)) place = offsetByMetres(place, 20, 0);
    return place;
  };

  test('a place 100 m over the line counts within 300 m and not without', () => {
    const place = offsetByMetres(easternEdge(), 80, 0);
    expect(isInsideCity(place)).toBe(false);
    expect(isInsideCity(place, 300)).toBe(true);
  });

  test('a place 5 km away does not', () => {
    expect(isInsideCity({ lng: 119.95, lat: 32.4 }, 300)).toBe(false);
  });
});

describe('water', () => {
  test.each([
    ['高邮湖', 119.3, 32.85],
    ['邵伯湖', 119.415, 32.625],
    ['长江 at 瓜洲', 119.38, 32.234],
    ['长江 between 扬中 and 高港', 119.888, 32.235],
    ['长江 where the source is cut', 119.66, 32.24],
    ['廖家沟', 119.5095, 32.405],
    ['夹江', 119.63, 32.3545],
    ['白马湖', 119.13, 33.262],
  ])('%s is water', (_, lng, lat) => expect(isInWater({ lng, lat })).toBe(true));

  test.each([
    ['东关街', 119.4405, 32.3965],
    ['高邮城', 119.45, 32.786],
    ['世业洲, an island', 119.31, 32.217],
    ['和畅洲, an island', 119.58, 32.218],
    ['扬中, an island', 119.82, 32.2],
    ['湾头, which the source drowns', 119.474, 32.414],
    ['头桥', 119.635, 32.296],
  ])('%s is land', (_, lng, lat) => expect(isInWater({ lng, lat })).toBe(false));
});

test('100,000 places are placed within two seconds', () => {
  const { minLng, minLat, maxLng, maxLat } = CITY_BOUNDS;
  const started = performance.now();
  let inside = 0;
  for (let i = 0; i < 100_000; i++) {
    const place = {
      lng: minLng + (maxLng - minLng) * ((i * 0.618034) % 1),
      lat: minLat + (maxLat - minLat) * ((i * 0.754878) % 1),
    };
    if (isInsideCity(place) && !isInWater(place)) inside += 1;
  }
  const elapsedMs = performance.now() - started;
  expect(inside).toBeGreaterThan(40_000);
  expect(elapsedMs).toBeLessThan(2000);
});
