import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { offsetByMetres } from './distance.ts';
import type { LngLat } from './lng-lat.ts';
import { indexPolygon, polygonContains, type PolygonIndex } from './polygon-index.ts';

function readIndexes(name: string): { properties: Record<string, unknown>; index: PolygonIndex }[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const collection = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon>;
  return collection.features.flatMap(({ properties, geometry }) => {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    return polygons.map((rings) => ({ properties: properties ?? {}, index: indexPolygon(rings) }));
  });
}

const counties = readIndexes('./districts.geojson');
const waters = readIndexes('./water.geojson');

/**
 * The six-digit code of the county a WGS-84 place lies in, or null outside the city.
 *
 * 经济技术开发区 (321071) has no outline in the source: its ground is answered as 邗江 (321003) or 广陵 (321002).
 */
export function countyAt(place: LngLat): string | null {
  return (
    (counties.find(({ index }) => polygonContains(index, place))?.properties.code as string | undefined) ??
    null
  );
}

/** Eight directions; between two of them an outline comes at most 8 % nearer than the tolerance asks for. */
const COMPASS = Array.from({ length: 8 }, (_, i) => {
  const angle = (i * Math.PI) / 4;
  return { east: Math.sin(angle), north: Math.cos(angle) };
});

/**
 * True inside the city, or within so many metres of its outline. The outline itself is good to about 200 m, so a
 * caller that refuses places should allow at least that.
 */
export function isInsideCity(place: LngLat, toleranceMetres = 0): boolean {
  if (countyAt(place)) return true;
  if (toleranceMetres <= 0) return false;
  return COMPASS.some(
    ({ east, north }) =>
      countyAt(offsetByMetres(place, east * toleranceMetres, north * toleranceMetres)) !== null,
  );
}

/**
 * True on a lake or a wide river of water.geojson. Its shores err by up to a kilometre: a reason to ask, never a
 * reason to refuse.
 */
export function isInWater(place: LngLat): boolean {
  return waters.some(({ index }) => polygonContains(index, place));
}
