import type { LayerSpecification } from 'maplibre-gl';
import { colours } from './colours.ts';
import { get } from './expression.ts';

/** What was drawn: the ground around it steps back, what stands in it is at its brightest. */
export const areaLayers: LayerSpecification[] = [
  {
    id: 'area-outside',
    type: 'fill',
    source: 'area',
    filter: ['==', get('side'), 'outside'],
    paint: { 'fill-color': colours.ink, 'fill-opacity': 0.08, 'fill-antialias': false },
  },
  {
    id: 'area-inside',
    type: 'fill',
    source: 'area',
    filter: ['==', get('side'), 'inside'],
    paint: { 'fill-color': colours.willow7, 'fill-opacity': 0.05, 'fill-antialias': false },
  },
  {
    id: 'area-line',
    type: 'line',
    source: 'area',
    filter: ['==', get('side'), 'inside'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.willow7, 'line-width': 2.5 },
  },
];
