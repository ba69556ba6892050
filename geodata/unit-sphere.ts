import { EARTH_RADIUS_METRES } from './distance.ts';
import type { LngLat } from './lng-lat.ts';

/**
 * A place as a point of the unit sphere. Between two such points the chord grows as the great-circle distance does and
 * its square costs three multiplications, where the haversine costs four calls of sine and cosine.
 */
export function onUnitSphere({ lng, lat }: LngLat): [x: number, y: number, z: number] {
  const east = (lng * Math.PI) / 180;
  const north = (lat * Math.PI) / 180;
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Great-circle metres of a squared chord. */
export function metresOfChord(squared: number): number {
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The squared chord of great-circle metres; 4 is the other side of the earth. */
export function chordOfMetres(metres: number): number {
  const angle = metres / EARTH_RADIUS_METRES;
  return angle >= Math.PI ? 4 : (2 * Math.sin(angle / 2)) ** 2;
}
