import type { LngLat } from './lng-lat.ts';

/** A box in degrees of WGS-84; it never crosses the 180th meridian here. */
export type Bounds = { minLng: number; minLat: number; maxLng: number; maxLat: number };

/** The box of the county outlines, rounded outward to 0.01 degrees. */
export const CITY_BOUNDS: Bounds = { minLng: 119.0, minLat: 32.21, maxLng: 119.92, maxLat: 33.43 };

/** The box that the water is drawn in: as far as a person may pan. */
export const MAP_BOUNDS: Bounds = { minLng: 118.02, minLat: 31.8, maxLng: 120.4, maxLat: 33.85 };

/** Around China, in whole degrees: what lies outside is a slip. */
export const CHINA_BOUNDS: Bounds = { minLng: 73, minLat: 3, maxLng: 136, maxLat: 54 };

/** The middle of the city, where a map without any other wish begins. */
export const CITY_CENTRE: LngLat = { lng: 119.46, lat: 32.8 };

export function boundsContain(bounds: Bounds, place: LngLat): boolean {
  return (
    place.lng >= bounds.minLng &&
    place.lng <= bounds.maxLng &&
    place.lat >= bounds.minLat &&
    place.lat <= bounds.maxLat
  );
}

/** The smallest box around the places, or null when there are none. */
export function boundsOf(places: Iterable<LngLat>): Bounds | null {
  let bounds: Bounds | null = null;
  for (const { lng, lat } of places) {
    bounds ??= { minLng: lng, minLat: lat, maxLng: lng, maxLat: lat };
    bounds.minLng = Math.min(bounds.minLng, lng);
    bounds.minLat = Math.min(bounds.minLat, lat);
    bounds.maxLng = Math.max(bounds.maxLng, lng);
    bounds.maxLat = Math.max(bounds.maxLat, lat);
  }
  return bounds;
}

/**
 * True when longitude and latitude stand in each other's column: as written the place is far from the city, turned
 * round it is near it (within one degree, so that a neighbour's list is recognised too).
 */
export function looksSwapped(place: LngLat): boolean {
  const near = {
    minLng: CITY_BOUNDS.minLng - 1,
    minLat: CITY_BOUNDS.minLat - 1,
    maxLng: CITY_BOUNDS.maxLng + 1,
    maxLat: CITY_BOUNDS.maxLat + 1,
  };
  return !boundsContain(near, place) && boundsContain(near, { lng: place.lat, lat: place.lng });
}
