import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import { always, byZoom, get, type Expression } from './expression.ts';
import { pill, textLiftEms } from './pills.ts';

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

/** Openings without room for a pin. */
export function dots(scale: number): LayerSpecification {
  return {
    id: 'dots',
    type: 'circle',
    source: 'singles',
    filter: ['!', get('isPin')],
    layout: { 'circle-sort-key': ['-', 0, get('order')] },
    paint: {
      'circle-radius': byZoom([10, 3 * scale], [12.5, 5 * scale]),
      'circle-color': ['case', get('isInside'), colours.willow7, colours.dotOutside],
      'circle-stroke-width': 1.6,
      'circle-stroke-color': colours.white,
    },
  };
}

/** Openings with title and pay; the best ranked is drawn over the others. */
export function pins(scale: number): LayerSpecification {
  return {
    id: 'pins',
    type: 'symbol',
    source: 'singles',
    filter: get('isPin'),
    layout: { ...pinLayout(scale, false), 'symbol-sort-key': ['-', 0, get('order')] },
  };
}

/** The hovered pin, and above it the selected one. */
export function litPins(scale: number): LayerSpecification[] {
  return [
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
