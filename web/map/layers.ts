import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import { imageId } from './images.ts';
import { pill, textLiftEms } from './pills.ts';

/** Style expressions are checked by MapLibre; TypeScript cannot follow their nesting. */
type Expression = any;

/** Names of the sources that carry what speaks on the map. */
export const overlaySources = [
  'reach',
  'reach-label',
  'me',
  'counties',
  'towns',
  'singles',
  'county-halls',
  'town-halls',
  'houses',
  'lit',
] as const;
export type OverlaySource = (typeof overlaySources)[number];

/** From here on single points are drawn, as single openings are. */
export const SINGLES_ZOOM = 11.6;
const TOWNS_ZOOM = 9.2;

const FADE_MS = 160;
const always = { 'icon-overlap': 'always', 'text-overlap': 'always' } as const;
const get = (name: string): Expression => ['get', name];

const bubbleText = (first: string, second: string, isName: boolean): Expression =>
  isName
    ? [
        'format',
        get(first),
        { 'font-scale': ['/', get('namePx'), get('textPx')] },
        '\n',
        {},
        get(second),
        { 'text-font': ['literal', fonts.sans600] },
      ]
    : ['format', get(first), { 'text-font': ['literal', fonts.sans600] }];

function bubbles(source: 'counties' | 'towns'): LayerSpecification {
  return {
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': get('image'),
      'text-field':
        source === 'counties' ? bubbleText('name', 'count', true) : bubbleText('count', '', false),
      'text-font': fonts.sans,
      'text-size': get('textPx'),
      'text-line-height': 1.15,
      ...always,
      'icon-padding': 0,
      'symbol-sort-key': get('openings'),
    },
    paint: { 'text-color': get('ink') },
  };
}

/** Names under bubbles; those without room are left out, the largest first to stay. */
function namesUnder(source: 'towns' | 'county-halls' | 'town-halls'): LayerSpecification {
  // Half of the figure's height per px of radius, and the px from its edge to the name; a house is taller than a disc.
  const [half, gap] = source === 'towns' ? [1, 5.5] : [1.08, 7];
  return {
    id: `${source}-names`,
    type: 'symbol',
    source,
    layout: {
      'text-field': get('name'),
      'text-font': fonts.sans,
      'text-size': ['*', get('namePx'), 0.96],
      'text-anchor': 'top',
      'text-offset': [
        'interpolate',
        ['linear'],
        get('radius'),
        0,
        ['literal', [0, gap / 12.5]],
        60,
        ['literal', [0, (60 * half + gap) / 12.5]],
      ],
      'text-max-width': 20,
      'text-padding': 1,
      'symbol-sort-key': ['-', 0, get(source === 'towns' ? 'openings' : 'points')],
    },
    paint: { 'text-color': colours.townName, 'text-halo-color': colours.land, 'text-halo-width': 2.5 },
  };
}

function halls(source: 'county-halls' | 'town-halls'): LayerSpecification {
  return {
    id: source,
    type: 'symbol',
    source,
    minzoom: source === 'county-halls' ? 0 : TOWNS_ZOOM,
    maxzoom: source === 'county-halls' ? TOWNS_ZOOM : SINGLES_ZOOM,
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

const pinColour = (rest: string, seen: string): Expression => [
  'match',
  get('state'),
  ['seen', 'dashed', 'seen-dashed'],
  seen,
  ['selected', 'point'],
  colours.white,
  rest,
];

/** A pin's words: title, and its pay heavier; what was seen speaks more softly. */
const pinText: Expression = [
  'case',
  ['==', get('pay'), ''],
  ['format', get('title'), { 'text-color': pinColour(colours.ink2, colours.ink3) }],
  [
    'format',
    get('title'),
    { 'text-color': pinColour(colours.ink2, colours.ink3) },
    '\u2002',
    {},
    get('pay'),
    {
      'text-color': pinColour(colours.ink, colours.ink3),
      'text-font': [
        'case',
        ['in', get('state'), ['literal', ['seen', 'dashed', 'seen-dashed']]],
        ['literal', fonts.sans],
        ['literal', fonts.sans600],
      ],
    },
  ],
];

const pinLayout = (scale: number, isLarge: boolean): Expression => ({
  'icon-image': get('image'),
  'icon-text-fit': 'both',
  'text-field': pinText,
  'text-font': fonts.sans,
  'text-size': (isLarge ? pill.selectedTextPx : pill.textPx) * scale,
  'text-anchor': 'bottom',
  'text-offset': [0, -textLiftEms(isLarge)],
  'text-max-width': 60,
  ...always,
});

const houseImage = (size: number): Expression => [
  'concat',
  'house/',
  get('door'),
  '/',
  get('screen'),
  `/${size}`,
];
const shownOr = (shown: number, hidden: number): Expression => ['case', get('isShown'), shown, hidden];

/** Everything that speaks on the map, from below to above; `scale` is 1 or the elders' factor. */
export function overlayLayers(scale: number): LayerSpecification[] {
  return [
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
    {
      id: 'dots',
      type: 'circle',
      source: 'singles',
      filter: ['!', get('isPin')],
      layout: { 'circle-sort-key': ['-', 0, get('order')] },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 3 * scale, 12.5, 5 * scale] as Expression,
        'circle-color': ['case', get('isInside'), colours.willow7, colours.dotOutside],
        'circle-stroke-width': 1.6,
        'circle-stroke-color': colours.white,
      },
    },
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
    },
    {
      id: 'houses',
      type: 'symbol',
      source: 'houses',
      minzoom: SINGLES_ZOOM,
      layout: {
        'icon-image': ['step', ['zoom'], houseImage(0.62 * scale), 13, houseImage(scale)],
        'icon-overlap': ['step', ['zoom'], 'never', 13, 'always'],
        'icon-padding': 0,
        'symbol-sort-key': get('order'),
        'text-field': ['step', ['zoom'], '', 13, ['case', get('isShown'), get('short'), '']],
        'text-font': fonts.sans,
        'text-size': 12.5 * scale,
        'text-anchor': 'top',
        'text-offset': [0, 1.3],
        'text-max-width': 20,
        'text-optional': true,
      },
      paint: {
        'icon-opacity': shownOr(1, 0.28),
        'text-color': colours.tile,
        'text-halo-color': colours.land,
        'text-halo-width': 2,
      },
    },
    {
      id: 'me',
      type: 'symbol',
      source: 'me',
      layout: { 'icon-image': get('image'), ...always },
    },
    namesUnder('towns'),
    bubbles('towns'),
    bubbles('counties'),
    {
      ...(namesUnder('county-halls') as any),
      maxzoom: TOWNS_ZOOM,
    },
    { ...(namesUnder('town-halls') as any), minzoom: TOWNS_ZOOM, maxzoom: SINGLES_ZOOM },
    halls('county-halls'),
    halls('town-halls'),
    {
      id: 'pins',
      type: 'symbol',
      source: 'singles',
      filter: get('isPin'),
      layout: { ...pinLayout(scale, false), 'symbol-sort-key': ['-', 0, get('order')] },
    },
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
    {
      id: 'lit-bubble',
      type: 'symbol',
      source: 'lit',
      filter: ['==', get('figure'), 'bubble'],
      layout: {
        'icon-image': get('image'),
        'text-field': [
          'case',
          ['==', get('level'), 'county'],
          bubbleText('name', 'count', true),
          bubbleText('count', '', false),
        ],
        'text-font': fonts.sans,
        'text-size': get('textPx'),
        'text-line-height': 1.15,
        ...always,
      },
      paint: { 'text-color': get('ink') },
    },
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
    {
      id: 'lit-pin',
      type: 'symbol',
      source: 'lit',
      filter: ['==', get('figure'), 'pin'],
      layout: pinLayout(scale, false),
    },
    {
      id: 'lit-large-pin',
      type: 'symbol',
      source: 'lit',
      filter: ['==', get('figure'), 'large-pin'],
      layout: pinLayout(scale, true),
    },
  ];
}

/** Which layers belong together: they appear, take the pointer and go as one. */
export const layerGroups = {
  counties: ['counties'],
  towns: ['towns', 'towns-names'],
  singles: ['dots', 'pins'],
  sideHouses: ['side-houses'],
  halls: ['county-halls', 'county-halls-names', 'town-halls', 'town-halls-names'],
  houses: ['house-dots', 'houses'],
} as const;
export type LayerGroup = keyof typeof layerGroups;

const opacities: Partial<Record<LayerSpecification['type'], readonly string[]>> = {
  symbol: ['icon-opacity', 'text-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
};

/** The paint that shows or hides a layer by cross-fading: what to set, and to which value. */
export function opacityPaint(
  layer: LayerSpecification,
  isShown: boolean,
): [property: string, value: unknown][] {
  const paint = (layer as { paint?: Record<string, unknown> }).paint ?? {};
  return (opacities[layer.type] ?? []).map((property) => [property, isShown ? (paint[property] ?? 1) : 0]);
}

/** The layer hidden, with a transition on its opacities for when it comes. */
export function fadedOut(layer: LayerSpecification, isReducedMotion: boolean): LayerSpecification {
  const duration = isReducedMotion ? 0 : FADE_MS;
  const paint = Object.fromEntries(
    (opacities[layer.type] ?? []).flatMap((property) => [
      [property, 0],
      [`${property}-transition`, { duration, delay: 0 }],
    ]),
  );
  const { paint: existing, layout } = layer as { paint?: object; layout?: object };
  return {
    ...layer,
    layout: { ...layout, visibility: 'none' },
    paint: { ...existing, ...paint },
  } as LayerSpecification;
}
