import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import neighboursUrl from '../../geodata/neighbours.geojson?url';
import { counties, towns } from '../../geodata/towns.ts';
import waterLabelsUrl from '../../geodata/water-labels.geojson?url';
import { colours, fonts } from './colours.ts';
import { bubbleName, pointAt } from './features.ts';
import { imageId } from './images.ts';

/** Style expressions are checked by MapLibre; TypeScript cannot follow their nesting. */
type Expression = any;

const features = (list: FeatureCollection['features']): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: list },
});

const divisionNames = (list: typeof counties) =>
  features(list.map(({ code, name, seat }) => pointAt(seat, { name: bubbleName(code, name), code })));

/** Where names stand. Villages come later, when somebody is near enough to read them. */
export const nameSources: Record<string, SourceSpecification> = {
  'water-names': { type: 'geojson', data: waterLabelsUrl },
  'county-names': divisionNames(counties),
  neighbours: { type: 'geojson', data: neighboursUrl },
  'town-names': divisionNames(towns),
  'village-names': features([]),
};

type Symbols = Omit<SymbolLayerSpecification, 'type' | 'layout' | 'paint'> & {
  font: string[];
  /** Size by zoom at ordinary text size. */
  sizes: [number, number][];
  colour: string;
  halo: string;
  haloPx: number;
  layout?: SymbolLayerSpecification['layout'];
};

function names(
  scale: number,
  { font, sizes, colour, halo, haloPx, layout, ...rest }: Symbols,
): LayerSpecification {
  return {
    ...rest,
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        ...sizes.flatMap(([zoom, px]) => [zoom, px * scale]),
      ] as Expression,
      'text-padding': 4,
      ...layout,
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': haloPx },
  };
}

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
      [119.4, 32.9],
      [119.43, 32.9],
      [119.43, 32.96],
      [119.4, 32.96],
      [119.4, 32.9],
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

/**
 * Names of the base map, from below to above. MapLibre places the uppermost first, so the order is also who gives way:
 * villages to towns, towns to neighbours, those to counties, and all of them to water.
 */
export function nameLayers(scale: number): LayerSpecification[] {
  return [
    names(scale, {
      id: 'name-village',
      source: 'village-names',
      minzoom: 12.2,
      font: fonts.sans,
      sizes: [
        [12.2, 11.5],
        [15, 14],
      ],
      colour: colours.villageName,
      halo: colours.land,
      haloPx: 2,
      layout: { 'text-padding': 10, 'text-max-width': 20 },
    }),
    names(scale, {
      id: 'name-town-ring',
      source: 'town-names',
      minzoom: 9.3,
      maxzoom: 11.5,
      font: fonts.sans,
      sizes: [
        [9.3, 11],
        [11.5, 13.5],
      ],
      colour: colours.townName,
      halo: colours.land,
      haloPx: 2,
      layout: {
        'icon-image': imageId.ring,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.5,
        'text-max-width': 20,
      },
    }),
    names(scale, {
      id: 'name-town',
      source: 'town-names',
      minzoom: 11.5,
      font: fonts.sans,
      sizes: [
        [11.5, 13.5],
        [14, 17],
      ],
      colour: colours.townName,
      halo: colours.land,
      haloPx: 3,
      layout: { 'text-letter-spacing': 0.16, 'text-max-width': 20 },
    }),
    names(scale, {
      id: 'name-neighbour',
      source: 'neighbours',
      maxzoom: 10.6,
      font: fonts.sans,
      sizes: [
        [8, 12],
        [10.6, 14],
      ],
      colour: colours.neighbourName,
      halo: colours.ground,
      haloPx: 2,
      layout: { 'text-letter-spacing': 0.2 },
    }),
    names(scale, {
      id: 'name-county',
      source: 'county-names',
      maxzoom: 11.4,
      font: fonts.song,
      sizes: [
        [7.5, 13],
        [11, 20],
      ],
      colour: colours.countyName,
      halo: colours.land,
      haloPx: 2.5,
      layout: { 'text-letter-spacing': 0.35 },
    }),
    canalNames(scale),
    canalFromAfar(scale, false),
    canalFromAfar(scale, true),
    waterNames(scale, 'name-ponds', 12, ['all', isLake, ['==', ['get', 'rank'], 'small']], 0.2),
    waterNames(scale, 'name-channels', 11.5, isNamed('廖家沟', '夹江'), 0.3),
    waterNames(scale, 'name-river', 8.6, isNamed('长江'), 0.9),
    waterNames(scale, 'name-lakes', 9.4, ['all', isLake, ['==', ['get', 'rank'], 'big']], 0.3),
    waterNames(scale, 'name-great-lakes', 7.5, isNamed('高邮湖', '洪泽湖'), 0.4),
  ];
}
