import type { FeatureCollection, Point } from 'geojson';
import { CITY_CENTRE, type Bounds } from '../../geodata/bounds.ts';

const METRES_PER_DEGREE = 111_195;
const METRES_PER_DEGREE_EAST = METRES_PER_DEGREE * Math.cos((CITY_CENTRE.lat * Math.PI) / 180);
const MOST_CROSSES = 2500;

/** Spacing of the survey crosses, metres; null where there are none. */
export function crossSpacingMetres(zoom: number): number | null {
  if (zoom < 9.6) return null;
  if (zoom < 10.8) return 10_000;
  if (zoom < 12.2) return 2_000;
  if (zoom < 13.6) return 1_000;
  return 500;
}

/**
 * The crosses of a metric grid through the city's middle that fall into the bounds. East-west spacing is that of the
 * middle's latitude, so it errs by up to 1 % at the northern and southern ends.
 */
export function crossesIn(bounds: Bounds, spacingMetres: number): FeatureCollection<Point> {
  const stepLng = spacingMetres / METRES_PER_DEGREE_EAST;
  const stepLat = spacingMetres / METRES_PER_DEGREE;
  const columns = [
    Math.ceil((bounds.minLng - CITY_CENTRE.lng) / stepLng),
    Math.floor((bounds.maxLng - CITY_CENTRE.lng) / stepLng),
  ] as const;
  const rows = [
    Math.ceil((bounds.minLat - CITY_CENTRE.lat) / stepLat),
    Math.floor((bounds.maxLat - CITY_CENTRE.lat) / stepLat),
  ] as const;
  const features: FeatureCollection<Point>['features'] = [];
  const isTooMany = (columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > MOST_CROSSES;
  if (isTooMany) return { type: 'FeatureCollection', features };
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let column = columns[0]; column <= columns[1]; column++)
      features.push({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Point',
          coordinates: [CITY_CENTRE.lng + column * stepLng, CITY_CENTRE.lat + row * stepLat],
        },
      });
  return { type: 'FeatureCollection', features };
}
