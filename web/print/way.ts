import type { LngLat } from '../../geodata/lng-lat.ts';
import { DETOUR_FACTOR, minutesFor } from '../near/reach.ts';
import { formatDistance } from '../text/distance.ts';
import { terminalWords } from '../text/terminal.ts';

/** Farther than this one rides rather than walks. */
const WALK_METRES = 2000;
/** Nearer than the positions are exact. */
const HERE_METRES = 60;

/** Which of eight directions a place lies in, 0 north, clockwise. */
export function directionOf(from: LngLat, to: LngLat): number {
  const radians = Math.PI / 180;
  const east = (to.lng - from.lng) * Math.cos(((from.lat + to.lat) / 2) * radians);
  const degrees = Math.atan2(east, to.lat - from.lat) / radians;
  return (Math.round(degrees / 45) + 8) % 8;
}

type Goal = { place: LngLat & { quality: string }; distanceMetres: number; town: { name: string } };

/**
 * The way from a point in words: direction, straight line, and the usual estimate on the road (straight × 1.3).
 * Nobody here knows the turns, so none are told.
 */
export function wayInWords(from: LngLat, { place, distanceMetres, town }: Goal): string {
  const words = terminalWords();
  if (place.quality === 'town') return words.wayTown(town.name);
  if (distanceMetres < HERE_METRES) return words.wayHere;
  const direction = words.directions[directionOf(from, place)]!;
  const straight = formatDistance(distanceMetres);
  return distanceMetres <= WALK_METRES
    ? words.way(
        direction,
        straight,
        formatDistance(distanceMetres * DETOUR_FACTOR),
        minutesFor(distanceMetres, 'walk'),
      )
    : words.wayRide(direction, straight, minutesFor(distanceMetres, 'ebike'));
}
