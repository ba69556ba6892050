import { boundsContain, boundsOf, type Bounds } from './bounds.ts';
import type { LngLat } from './lng-lat.ts';

/** Rings of GeoJSON positions; the first is the outside, the others are holes. */
export type Rings = readonly (readonly (readonly number[])[])[];

/** Edges in bands of latitude, so that a question looks at a few of a thousand edges. */
export type PolygonIndex = { bounds: Bounds; bandDegrees: number; bands: Float64Array[] };

/** About 550 m: some ten edges of these outlines cross a band. */
const BAND_DEGREES = 0.005;

export function indexPolygon(rings: Rings): PolygonIndex {
  const bounds = boundsOf(rings.flat().map(([lng, lat]) => ({ lng: lng!, lat: lat! })));
  if (!bounds) throw new Error('A polygon without positions has no inside.');
  const bandOf = (lat: number) => Math.floor((lat - bounds.minLat) / BAND_DEGREES);
  const bands: number[][] = Array.from({ length: bandOf(bounds.maxLat) + 1 }, () => []);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1, x2, y2] = [ring[i - 1]![0]!, ring[i - 1]![1]!, ring[i]![0]!, ring[i]![1]!];
      for (let band = bandOf(Math.min(y1, y2)); band <= bandOf(Math.max(y1, y2)); band++) {
        bands[band]!.push(x1, y1, x2, y2);
      }
    }
  }
  return { bounds, bandDegrees: BAND_DEGREES, bands: bands.map((edges) => Float64Array.from(edges)) };
}

/** Even-odd rule: holes are outside. On the line itself the answer may be either. */
export function polygonContains({ bounds, bandDegrees, bands }: PolygonIndex, place: LngLat): boolean {
  if (!boundsContain(bounds, place)) return false;
  const { lng, lat } = place;
  const edges = bands[Math.floor((lat - bounds.minLat) / bandDegrees)]!;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1, x2, y2] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
