import { expect, it } from 'vitest';
import { CITY_BOUNDS } from '../../../geodata/bounds.ts';
import { distanceMetres } from '../../../geodata/distance.ts';
import { boundsAround, padded, viewportFor } from '../../../web/app/viewport.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

it('the whole city fits a phone, the height deciding', () => {
  const { zoom, lng, lat } = viewportFor(CITY_BOUNDS, { width: 390, height: 844 }, none);
  expect(zoom).toBeCloseTo(8.2, 1);
  expect(lng).toBeCloseTo(119.46, 5);
  expect(lat).toBeCloseTo(32.82, 1);
});

it('a sheet over the lower half moves the city up', () => {
  const open = viewportFor(CITY_BOUNDS, { width: 390, height: 844 }, none);
  const covered = viewportFor(CITY_BOUNDS, { width: 390, height: 844 }, { ...none, bottom: 422 });
  expect(covered.lat).toBeLessThan(open.lat);
  expect(covered.zoom).toBeLessThan(open.zoom);
});

it('a single place is not looked at from nearest', () => {
  const place = { minLng: 119.4, maxLng: 119.4, minLat: 32.4, maxLat: 32.4 };
  expect(viewportFor(place, { width: 390, height: 844 }, none).zoom).toBe(14.5);
});

it('the box around a circle touches it', () => {
  const centre = { lng: 119.44, lat: 32.39 };
  const box = boundsAround(centre, 3460);
  expect(distanceMetres(centre, { lng: box.maxLng, lat: centre.lat })).toBeCloseTo(3460, -1);
  expect(distanceMetres(centre, { lng: centre.lng, lat: box.minLat })).toBeCloseTo(3460, -1);
});

it('a margin never leaves the earth', () => {
  const box = padded({ minLng: -179, maxLng: 179, minLat: -84, maxLat: 84 }, 1);
  expect([box.minLng, box.maxLng]).toEqual([-180, 180]);
});
