import { describe, expect, test } from 'vitest';
import { boundsContain, boundsOf, CITY_BOUNDS, CITY_CENTRE, looksSwapped } from '../../geodata/bounds.ts';
import { isLngLat } from '../../geodata/lng-lat.ts';

describe('bounds', () => {
  test('the city contains its centre and not Nanjing', () => {
    expect(boundsContain(CITY_BOUNDS, CITY_CENTRE)).toBe(true);
    expect(boundsContain(CITY_BOUNDS, { lng: 118.7969, lat: 32.0603 })).toBe(false);
  });

  test('the smallest box around places holds each of them; around none there is none', () => {
    const places = [
      { lng: 119.4, lat: 32.4 },
      { lng: 119.1, lat: 33.2 },
    ];
    expect(boundsOf(places)).toEqual({ minLng: 119.1, minLat: 32.4, maxLng: 119.4, maxLat: 33.2 });
    expect(boundsOf([])).toBeNull();
  });

  test('longitude in the place of latitude is noticed, a place abroad is not called swapped', () => {
    expect(looksSwapped({ lng: 32.39, lat: 119.43 })).toBe(true);
    expect(looksSwapped({ lng: 119.43, lat: 32.39 })).toBe(false);
    expect(looksSwapped({ lng: 2.35, lat: 48.85 })).toBe(false);
  });
});

describe('a place', () => {
  test.each([
    { lng: 119.43, lat: 32.39 },
    { lng: -180, lat: 90 },
  ])('accepts $lng, $lat', (place) => expect(isLngLat(place)).toBe(true));

  test.each([
    null,
    'place',
    {},
    { lng: 119 },
    { lng: '119', lat: '32' },
    { lng: Infinity, lat: 32 },
    { lng: 119, lat: NaN },
    { lng: 180.1, lat: 32 },
    { lng: 119, lat: -90.1 },
    [119, 32],
  ])('refuses %o', (value) => expect(isLngLat(value)).toBe(false));
});
