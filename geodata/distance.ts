import type { LngLat } from './lng-lat.ts';

/** Mean Earth radius of IUGG (R1), metres. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in metres (haversine on a sphere).
 *
 * Against the ellipsoid (PostGIS geography) it is off by at most 0.3 % at the latitude of Yangzhou.
 */
export function distanceMetres(from: LngLat, to: LngLat): number {
  const sinHalfLat = Math.sin(radians(to.lat - from.lat) / 2);
  const sinHalfLng = Math.sin(radians(to.lng - from.lng) / 2);
  const chord =
    sinHalfLat * sinHalfLat +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * sinHalfLng * sinHalfLng;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The place reached by going east and north by so many metres; good to 1 % within 50 km. */
export function offsetByMetres(from: LngLat, eastMetres: number, northMetres: number): LngLat {
  const metresPerDegree = radians(1) * EARTH_RADIUS_METRES;
  return {
    lng: from.lng + eastMetres / (metresPerDegree * Math.cos(radians(from.lat))),
    lat: from.lat + northMetres / metresPerDegree,
  };
}
