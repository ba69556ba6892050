import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import { always, get, type Expression } from './expression.ts';

/** From here on single points are drawn, as single openings are. */
export const SINGLES_ZOOM = 11.6;
/** From here on counties give way to towns. */
export const TOWNS_ZOOM = 9.2;
/** From here on a house is large enough for its terminal's screen and has a name. */
const LARGE_ZOOM = 13;

const houseImage = (size: number): Expression => [
  'concat',
  'house/',
  get('door'),
  '/',
  get('screen'),
  `/${size}`,
];
const shownOr = (shown: number, hidden: number): Expression => ['case', get('isShown'), shown, hidden];

/** House-shaped bubbles of counties or towns. */
export function halls(source: 'county-halls' | 'town-halls'): LayerSpecification {
  return {
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': get('image'),
      'text-field': [
        'format',
        get('total'),
        { 'text-font': ['literal', fonts.sans600] },
        '\n',
        {},
        get('open'),
        { 'font-scale': 0.82 },
      ],
      'text-font': fonts.sans,
      'text-size': get('textPx'),
      'text-line-height': 1.12,
      'text-offset': [0, 0.34],
      ...always,
      'icon-padding': 0,
    },
    paint: { 'text-color': colours.white },
  };
}

/** Single points of the points layer: below z13 small, and a dot for each that has no room. */
export function houseLayers(scale: number): LayerSpecification[] {
  return [
    {
      id: 'house-dots',
      type: 'circle',
      source: 'houses',
      minzoom: SINGLES_ZOOM,
      maxzoom: 13,
      filter: get('isShown'),
      paint: {
        'circle-radius': 3 * scale,
        'circle-color': colours.tile3,
        'circle-stroke-width': 1,
        'circle-stroke-color': colours.white,
      },
    },
    {
      id: 'houses',
      type: 'symbol',
      source: 'houses',
      minzoom: SINGLES_ZOOM,
      layout: {
        'icon-image': ['step', ['zoom'], houseImage(0.62 * scale), LARGE_ZOOM, houseImage(scale)],
        'icon-overlap': ['step', ['zoom'], 'never', LARGE_ZOOM, 'always'],
        'icon-padding': 0,
        'symbol-sort-key': get('order'),
        'text-field': ['step', ['zoom'], '', LARGE_ZOOM, ['case', get('isShown'), get('short'), '']],
        'text-font': fonts.sans,
        'text-size': 12.5 * scale,
        'text-anchor': 'top',
        'text-offset': [0, 1.3],
        'text-max-width': 20,
        'text-optional': true,
      },
      paint: {
        'icon-opacity': shownOr(1, 0.28),
        'text-color': ['case', get('isAway'), colours.amber, colours.tile],
        'text-halo-color': colours.land,
        'text-halo-width': 2,
      },
    },
  ];
}

/** Points beside openings: small, unnamed, only where pins leave room. */
export function sideHouses(scale: number): LayerSpecification {
  return {
    id: 'side-houses',
    type: 'symbol',
    source: 'houses',
    minzoom: SINGLES_ZOOM,
    filter: get('isInside'),
    layout: {
      'icon-image': ['step', ['zoom'], houseImage(0.62 * scale), 13.4, houseImage(0.9 * scale)],
      'icon-padding': 8,
      'symbol-sort-key': get('order'),
    },
  };
}

/** A point or a house-shaped bubble under the pointer. */
export const litHouses: LayerSpecification[] = [
  {
    id: 'lit-hall',
    type: 'symbol',
    source: 'lit',
    filter: ['==', get('figure'), 'hall'],
    layout: { ...(halls('county-halls') as any).layout },
    paint: { 'text-color': colours.white },
  },
  {
    id: 'lit-house',
    type: 'symbol',
    source: 'lit',
    filter: ['==', get('figure'), 'house'],
    layout: { 'icon-image': get('image'), ...always },
  },
];
