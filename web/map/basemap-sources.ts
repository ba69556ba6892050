import type { Feature, FeatureCollection, LineString, Position } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import bordersText from '../../geodata/borders.geojson?raw';
import { MAP_BOUNDS } from '../../geodata/bounds.ts';
import districtsUrl from '../../geodata/districts.geojson?url&no-inline';
import waterUrl from '../../geodata/water.geojson?url&no-inline';

/** The water ends at MAP_BOUNDS; beyond it there is only ground. */
const { minLng, minLat, maxLng, maxLat } = MAP_BOUNDS;
const drawnArea: Position[] = [
  [minLng, minLat],
  [maxLng, minLat],
  [maxLng, maxLat],
  [minLng, maxLat],
  [minLng, minLat],
];
/** A box around everything that can be seen. */
export const beyond: Position[] = [
  [minLng - 4, minLat - 4],
  [minLng - 4, maxLat + 4],
  [maxLng + 4, maxLat + 4],
  [maxLng + 4, minLat - 4],
  [minLng - 4, minLat - 4],
];

/** Borders are at hand, not fetched: what lies outside of the city is cut from them before the first frame. */
const borders = JSON.parse(bordersText) as FeatureCollection<LineString, { rank: 'city' | 'county' }>;
const outside: Feature = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      beyond,
      ...borders.features
        .filter(({ properties }) => properties.rank === 'city')
        .map(({ geometry }) => [...geometry.coordinates].reverse()),
    ],
  },
};

/**
 * The base map's sources. The files are given as addresses of our own: MapLibre's worker fetches and cuts them, the
 * page never holds them.
 */
export const basemapSources: Record<string, SourceSpecification> = {
  districts: { type: 'geojson', data: districtsUrl },
  borders: { type: 'geojson', data: borders },
  outside: { type: 'geojson', data: outside },
  water: { type: 'geojson', data: waterUrl },
  frame: {
    type: 'geojson',
    data: {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [beyond, drawnArea] },
    },
  },
  crosses: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
};
