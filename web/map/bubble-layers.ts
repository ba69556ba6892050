import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import { always, get, type Expression } from './expression.ts';

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

/** Discs of counties or towns with their number inside. */
export function bubbles(source: 'counties' | 'towns'): LayerSpecification {
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
export function namesUnder(source: 'towns' | 'county-halls' | 'town-halls'): LayerSpecification {
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

/** A bubble under the pointer, drawn again over all others. */
export const litBubble: LayerSpecification = {
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
};
