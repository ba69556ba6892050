import { cornersOf, type Area } from './area.ts';
import { boundsOf } from './bounds.ts';
import type { LngLat } from './lng-lat.ts';

/** 0.1 mm: what lies on a border is inside, however its sums are rounded. */
const BORDER_DEGREES = 1e-9;

/** The test for one area, made once: its box first, then even-odd over its edges. What lies on a border is inside. */
export function insideOf(area: Area): (lng: number, lat: number) => boolean {
  const corners = cornersOf(area);
  const { minLng, minLat, maxLng, maxLat } = boundsOf(corners)!;
  const edges = Float64Array.from(
    corners.flatMap(({ lng, lat }, at) => {
      const next = corners[(at + 1) % corners.length]!;
      return [lng, lat, next.lng, next.lat];
    }),
  );
  return (lng, lat) => {
    if (lng < minLng || lng > maxLng || lat < minLat || lat > maxLat) return false;
    let inside = false;
    for (let at = 0; at < edges.length; at += 4) {
      const [x1, y1, x2, y2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
      if (lat < Math.min(y1, y2) - BORDER_DEGREES || lat > Math.max(y1, y2) + BORDER_DEGREES) continue;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const aside = dx * (lat - y1) - dy * (lng - x1);
      const isBeside = lng >= Math.min(x1, x2) - BORDER_DEGREES && lng <= Math.max(x1, x2) + BORDER_DEGREES;
      if (isBeside && Math.abs(aside) <= BORDER_DEGREES * Math.hypot(dx, dy)) return true;
      if (y1 > lat !== y2 > lat && aside > 0 === dy > 0) inside = !inside;
    }
    return inside;
  };
}

/** The one nearest to the middle of all: unlike the middle itself it lies in every area that holds them. */
export function middlemost<T extends LngLat>(places: readonly T[]): T | undefined {
  const sum = { lng: 0, lat: 0 };
  for (const { lng, lat } of places) {
    sum.lng += lng;
    sum.lat += lat;
  }
  const away = ({ lng, lat }: T) =>
    (lng - sum.lng / places.length) ** 2 + (lat - sum.lat / places.length) ** 2;
  let best: T | undefined;
  let least = Infinity;
  for (const place of places) {
    const distance = away(place);
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
