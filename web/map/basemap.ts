import type { LayerSpecification } from 'maplibre-gl';
import { waterLayers } from './basemap-water.ts';
import { colours } from './colours.ts';
import { byZoom } from './expression.ts';
import { imageId } from './images.ts';

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
  ...waterLayers,
  { id: 'base-frame', type: 'fill', source: 'frame', paint: { 'fill-color': colours.ground } },
  {
    id: 'base-frame-edge',
    type: 'line',
    source: 'frame',
    paint: { 'line-color': colours.ground, 'line-width': 44, 'line-blur': 34 },
  },
  ...borderLayers,
];
