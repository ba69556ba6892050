import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import { always, get } from './expression.ts';
import { imageId } from './images.ts';

/** The county of what is hovered: outlined, and a little darker. */
export const litCounty: LayerSpecification[] = [
  {
    id: 'lit-county-fill',
    type: 'fill',
    source: 'districts',
    filter: ['==', get('code'), ''],
    paint: { 'fill-color': colours.willow7, 'fill-opacity': 0.07 },
  },
  {
    id: 'lit-county-line',
    type: 'line',
    source: 'districts',
    filter: ['==', get('code'), ''],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.willow7, 'line-width': 1.8 },
  },
];

/** The circle around a start. */
export const reachLayers: LayerSpecification[] = [
  {
    id: 'reach-fill',
    type: 'fill',
    source: 'reach',
    paint: { 'fill-color': colours.willow7, 'fill-opacity': 0.07 },
  },
  {
    id: 'reach-line',
    type: 'line',
    source: 'reach',
    filter: ['!', get('isDotted')],
    paint: { 'line-color': colours.willow7, 'line-width': 1.6 },
  },
  {
    id: 'reach-dots',
    type: 'line',
    source: 'reach',
    filter: get('isDotted'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colours.willow7, 'line-width': 2, 'line-dasharray': [0.1, 2.6] },
  },
];

/** The person, or the start chosen by hand. */
export const me: LayerSpecification = {
  id: 'me',
  type: 'symbol',
  source: 'me',
  layout: { 'icon-image': get('image'), ...always },
};

/** What the circle is, on its lower edge: a tag on a line, plain words under dots. */
export function reachLabels(scale: number): LayerSpecification[] {
  return [
    {
      id: 'reach-label',
      type: 'symbol',
      source: 'reach-label',
      filter: ['!', get('isDotted')],
      layout: {
        'icon-image': imageId.tag(scale),
        'icon-text-fit': 'both',
        'text-field': get('label'),
        'text-font': fonts.sans,
        'text-size': 13 * scale,
        ...always,
      },
      paint: { 'text-color': colours.white },
    },
    {
      id: 'reach-label-dotted',
      type: 'symbol',
      source: 'reach-label',
      filter: get('isDotted'),
      layout: {
        'text-field': get('label'),
        'text-font': fonts.sans,
        'text-size': 13.5 * scale,
        'text-anchor': 'top',
        'text-offset': [0, 0.45],
        ...always,
      },
      paint: { 'text-color': colours.willow8, 'text-halo-color': colours.land, 'text-halo-width': 2.5 },
    },
  ];
}
