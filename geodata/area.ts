import { boundsOf, type Bounds } from './bounds.ts';
import type { LngLat } from './lng-lat.ts';

/**
 * What somebody drew on a map: `lng, lat, lng, lat, …` in WGS-84 degrees, corner after corner, the last joined to the
 * first. It may be closed (the first corner again at the end) or not.
 */
export type Area = readonly number[];

export const fewestCorners = 3;
export const mostCorners = 60;

/** The corners as places, the first not again at the end. */
export function cornersOf(area: Area): LngLat[] {
  const corners: LngLat[] = [];
  for (let at = 0; at + 1 < area.length; at += 2) corners.push({ lng: area[at]!, lat: area[at + 1]! });
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first!.lng === last!.lng && first!.lat === last!.lat) corners.pop();
  return corners;
}

export const boundsOfArea = (area: Area): Bounds => boundsOf(cornersOf(area))!;
