import { polygon, rewind } from '@turf/turf';
import type { FeatureCollection, Polygon, Position } from 'geojson';
import { cornersOf, type Area } from '../../geodata/area.ts';
import { beyond } from './basemap-sources.ts';

/** What was drawn, and everything around it. */
export function areaFeatures(area: Area): FeatureCollection<Polygon, { side: 'inside' | 'outside' }> {
  const corners = cornersOf(area).map(({ lng, lat }): Position => [lng, lat]);
  const ring = [...corners, corners[0]!];
  return {
    type: 'FeatureCollection',
    features: [
      polygon([ring], { side: 'inside' }),
      // MapLibre takes a ring for a hole by which way round it runs.
      rewind(polygon([beyond, ring], { side: 'outside' })) as ReturnType<typeof polygon<{ side: 'outside' }>>,
    ],
  };
}
