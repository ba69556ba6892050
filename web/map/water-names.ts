import type { LayerSpecification } from 'maplibre-gl';
import { colours, fonts } from './colours.ts';
import type { Expression } from './expression.ts';
import { names } from './name-layer.ts';

const waterBase = {
  font: fonts.song,
  colour: colours.waterName,
  halo: colours.water,
  sizes: [
    [8, 13],
    [11, 17],
    [14, 20],
  ] as [number, number][],
};

/**
 * Names of canals and rivers beside their line. Where it runs north and south, MapLibre stacks hanzi upright along it,
 * which is how such names are written.
 */
function canalNames(scale: number): LayerSpecification {
  return names(scale, {
    id: 'name-canal',
    source: 'water',
    minzoom: 11.5,
    filter: ['all', ['has', 'rank'], ['to-boolean', ['get', 'name']]],
    ...waterBase,
    halo: colours.land,
    haloPx: 2,
    sizes: [
      [11.5, 13],
      [14, 16],
    ],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 460,
      'text-letter-spacing': 0.9,
      'text-offset': [0, 1.25],
      'text-max-angle': 45,
      'text-padding': 6,
    },
  });
}

/** Between 宝应 and 高邮, where the land beside the Grand Canal is free: its one name when the whole city is seen. */
const FREE_STRETCH = {
  type: 'Polygon',
  coordinates: [
    [
      [119.4, 32.84],
      [119.43, 32.84],
      [119.43, 32.99],
      [119.4, 32.99],
      [119.4, 32.84],
    ],
  ],
};

/** The Grand Canal from afar, written downwards beside its line. */
function canalFromAfar(scale: number, isFarthest: boolean): LayerSpecification {
  const isBigCanal: Expression = ['all', ['==', ['get', 'kind'], 'canal'], ['==', ['get', 'rank'], 'big']];
  const layer = names(scale, {
    id: isFarthest ? 'name-canal-farthest' : 'name-canal-far',
    source: 'water-names',
    minzoom: isFarthest ? 7.8 : 9.6,
    maxzoom: isFarthest ? 9.6 : 11.5,
    filter: isFarthest ? ['all', isBigCanal, ['within', FREE_STRETCH]] : isBigCanal,
    ...waterBase,
    halo: colours.land,
    haloPx: 2,
    layout: { 'text-writing-mode': ['vertical'], 'text-letter-spacing': 0.25, 'text-max-width': 40 },
  });
  return { ...layer, paint: { ...layer.paint, 'text-translate': [17 * scale, 0] } } as LayerSpecification;
}

/** Names on water broad enough to hold them, the largest from afar. */
function waterNames(
  scale: number,
  id: string,
  minzoom: number,
  filter: Expression,
  spacing: number,
): LayerSpecification {
  return names(scale, {
    id,
    source: 'water-names',
    minzoom,
    filter,
    ...waterBase,
    haloPx: 2,
    layout: { 'text-letter-spacing': spacing, 'text-max-width': 40 },
  });
}

const isNamed = (...wanted: string[]): Expression => ['in', ['get', 'name'], ['literal', wanted]];
const isLake: Expression = ['==', ['get', 'kind'], 'lake'];

/** All names of water, from below to above. */
export function waterNameLayers(scale: number): LayerSpecification[] {
  return [
    canalNames(scale),
    canalFromAfar(scale, false),
    canalFromAfar(scale, true),
    names(scale, {
      id: 'name-ponds',
      source: 'water-names',
      minzoom: 11.8,
      filter: ['all', isLake, ['==', ['get', 'rank'], 'small']],
      ...waterBase,
      sizes: [
        [11.8, 12.5],
        [15, 16],
      ],
      halo: colours.land,
      haloPx: 2,
      layout: { 'text-letter-spacing': 0.2 },
    }),
    waterNames(scale, 'name-channels', 11.5, isNamed('廖家沟', '夹江'), 0.3),
    waterNames(scale, 'name-river', 8.6, isNamed('长江'), 0.9),
    waterNames(scale, 'name-lakes', 9.4, ['all', isLake, ['==', ['get', 'rank'], 'big']], 0.3),
    waterNames(scale, 'name-great-lakes', 7.5, isNamed('高邮湖', '洪泽湖'), 0.4),
  ];
}
