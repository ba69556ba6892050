import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { colours } from './colours.ts';
import { byZoom } from './expression.ts';

const isPolygon: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
/** 瘦西湖 is 90 m wide: the copies of its shore would lie outside of it. */
const isBroadWater: FilterSpecification = ['all', isPolygon, ['!=', ['get', 'name'], '瘦西湖']];
const isBigCanal: FilterSpecification = ['==', ['get', 'rank'], 'big'];
const isSmallCanal: FilterSpecification = ['==', ['get', 'rank'], 'small'];

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

/** Lakes, rivers and canals, from below to above. */
export const waterLayers: LayerSpecification[] = [
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
];
