import { circle } from '@turf/turf';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import { offsetByMetres } from '../../geodata/distance.ts';
import type { Reach } from './map-view-props.ts';

/** The circle as a polygon; round to the eye at every zoom. */
export function reachArea(reach: Reach): Feature<Polygon, { isDotted: boolean }> {
  return circle([reach.centre.lng, reach.centre.lat], reach.radiusMetres, {
    steps: 128,
    units: 'meters',
    properties: { isDotted: reach.dotted },
  });
}

/** Where its label stands: on the lower edge. */
export function reachLabel(reach: Reach): FeatureCollection<Point> {
  const { lng, lat } = offsetByMetres(reach.centre, 0, -reach.radiusMetres);
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { label: reach.label, isDotted: reach.dotted },
        geometry: { type: 'Point', coordinates: [lng, lat] },
      },
    ],
  };
}
