import type { Feature, FeatureCollection, LineString, Position } from 'geojson';
import type { FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import bordersText from '../../geodata/borders.geojson?raw';
import districtsUrl from '../../geodata/districts.geojson?url';
import waterUrl from '../../geodata/water.geojson?url';
import { MAP_BOUNDS } from '../../geodata/bounds.ts';
import { colours } from './colours.ts';
import { imageId } from './images.ts';

/** Style expressions are checked by MapLibre; TypeScript cannot follow their nesting. */
type Expression = any;

const byZoom = (...stops: [zoom: number, value: number][]): Expression => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.flat(),
];

const isPolygon: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
/** 瘦西湖 is 90 m wide: the copies of its shore would lie outside of it. */
const isBroadWater: FilterSpecification = ['all', isPolygon, ['!=', ['get', 'name'], '瘦西湖']];
const isBigCanal: FilterSpecification = ['==', ['get', 'rank'], 'big'];
const isSmallCanal: FilterSpecification = ['==', ['get', 'rank'], 'small'];

/** The water ends at MAP_BOUNDS; beyond it there is only ground. */
const { minLng, minLat, maxLng, maxLat } = MAP_BOUNDS;
const drawnArea: Position[] = [
  [minLng, minLat],
  [maxLng, minLat],
  [maxLng, maxLat],
  [minLng, maxLat],
  [minLng, minLat],
];
const beyond: Position[] = [
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

/**
 * A darker band inside the city's edge. It is drawn on both sides and its outer half covered by the ground: an offset
 * line would fray wherever the outline turns sharply.
 */
function edgeBand(share: number): LayerSpecification {
  const width = (inside: number) => inside * 2 * share;
  return {
    id: `base-edge-${share}`,
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'rank'], 'city'],
    layout: { 'line-join': 'round' },
    paint: {
      // Opaque: where the outline doubles back, a translucent line would add up to blots.
      'line-color': share === 1 ? colours.edgeBand : colours.edgeBandInner,
      'line-blur': byZoom([9, 4], [11, 7], [14, 10]),
      'line-width': byZoom([9, width(8)], [11, width(18)], [14, width(26)]),
    },
  };
}

/** The shore, and two copies of it inside the water: as old sheets draw depth. */
function shore(times: 0 | 1 | 2): LayerSpecification {
  return {
    id: `base-shore-${times}`,
    type: 'line',
    source: 'water',
    filter: times === 0 ? isPolygon : isBroadWater,
    minzoom: times === 2 ? 9.4 : 0,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.shore,
      'line-width': byZoom([8, 0.8], [14, 1.4]),
      'line-opacity': [1, 0.42, 0.22][times]!,
      // Of a polygon, a positive offset lies inside.
      'line-offset': byZoom([8, (times * 4.5) / 1.6], [9.4, times * 4.5], [13, times * 8]),
    },
  };
}

type CanalWidths = { line: [number, number][]; core: [number, number][]; from: number };

/** Below z11.5 one line; above, a casing and a core. */
function canals(size: string, filter: FilterSpecification, widths: CanalWidths): LayerSpecification[] {
  const source = 'water';
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: `base-canal-${size}`,
      type: 'line',
      source,
      filter,
      minzoom: widths.from,
      maxzoom: 11.5,
      layout,
      paint: { 'line-color': colours.canal, 'line-width': byZoom(...widths.line) },
    },
    {
      id: `base-canal-${size}-casing`,
      type: 'line',
      source,
      filter,
      minzoom: 11.5,
      layout,
      paint: {
        'line-color': colours.shore,
        'line-width': byZoom(...widths.core.map(([zoom, px]): [number, number] => [zoom, px + 2.4])),
      },
    },
    {
      id: `base-canal-${size}-core`,
      type: 'line',
      source,
      filter,
      minzoom: 11.5,
      layout,
      paint: { 'line-color': colours.water, 'line-width': byZoom(...widths.core) },
    },
  ];
}

const bigCanal: CanalWidths = {
  from: 7,
  line: [
    [8, 1.5],
    [11.5, 5],
  ],
  core: [
    [11.5, 3.6],
    [12, 5],
    [14, 13],
    [15, 22],
  ],
};
const smallCanal: CanalWidths = {
  from: 9.6,
  line: [
    [9.6, 0.9],
    [11.5, 2.4],
  ],
  core: [
    [11.5, 1.8],
    [12, 2.4],
    [14, 6.5],
    [15, 12],
  ],
};

/** County and city lines: the only part of the base map that also lies over streets. */
export const borderLayers: LayerSpecification[] = [
  {
    id: 'base-county-line-far',
    type: 'line',
    source: 'borders',
    maxzoom: 9.5,
    filter: ['==', ['get', 'rank'], 'county'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.border, 'line-width': 0.7 },
  },
  {
    id: 'base-county-line',
    type: 'line',
    source: 'borders',
    minzoom: 9.5,
    filter: ['==', ['get', 'rank'], 'county'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.border,
      'line-width': byZoom([9.5, 0.7], [13, 1]),
      'line-dasharray': [8, 3, 1.5, 3],
    },
  },
  {
    id: 'base-city-line',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'rank'], 'city'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.border, 'line-width': byZoom([8, 1.3], [13, 1.8]) },
  },
];

/** Ground, city, water and borders of the offline base map, from below to above. Names: basemap-names.ts. */
export const basemapLayers: LayerSpecification[] = [
  { id: 'base-ground', type: 'background', paint: { 'background-color': colours.ground } },
  {
    id: 'base-land',
    type: 'fill',
    source: 'districts',
    paint: { 'fill-color': colours.land, 'fill-antialias': false },
  },
  edgeBand(1),
  edgeBand(0.45),
  { id: 'base-outside', type: 'fill', source: 'outside', paint: { 'fill-color': colours.ground } },
  {
    id: 'base-crosses',
    type: 'symbol',
    source: 'crosses',
    minzoom: 9.6,
    layout: {
      'icon-image': imageId.cross,
      'icon-size': byZoom([9.6, 0.5], [14, 1]),
      'icon-overlap': 'always',
      'icon-ignore-placement': true,
    },
  },
  {
    id: 'base-water',
    type: 'fill',
    source: 'water',
    filter: isPolygon,
    paint: { 'fill-color': colours.water },
  },
  shore(0),
  shore(1),
  shore(2),
  ...canals('small', isSmallCanal, smallCanal),
  ...canals('big', isBigCanal, bigCanal),
  { id: 'base-frame', type: 'fill', source: 'frame', paint: { 'fill-color': colours.ground } },
  {
    id: 'base-frame-edge',
    type: 'line',
    source: 'frame',
    paint: { 'line-color': colours.ground, 'line-width': 44, 'line-blur': 34 },
  },
  ...borderLayers,
];
