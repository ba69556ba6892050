import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { counties, towns } from '../../geodata/towns.ts';
import { colours, fonts } from './colours.ts';
import { bubbleName } from './features.ts';
import { imageId } from './images.ts';
import { nameFeature, neighbours, waterNames } from './place-names.ts';

/** Style expressions are checked by MapLibre; TypeScript cannot follow their nesting. */
type Expression = any;

const features = (list: FeatureCollection['features']): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: list },
});

const divisionNames = (list: typeof counties) =>
  features(list.map(({ code, name, seat }) => nameFeature({ ...seat, name: bubbleName(code, name), code })));

/** Where names stand. Villages come later (`setVillages`), when somebody is near enough to read them. */
export const nameSources: Record<string, SourceSpecification> = {
  'water-names': features(waterNames.map(nameFeature)),
  'county-names': divisionNames(counties),
  neighbours: features(neighbours.map(nameFeature)),
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
  text?: Expression;
};

function names(
  scale: number,
  { font, sizes, colour, halo, haloPx, layout, text, ...rest }: Symbols,
): LayerSpecification {
  return {
    ...rest,
    type: 'symbol',
    layout: {
      'text-field': text ?? ['get', 'name'],
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

/** Names along canals, once they are drawn with two shores. */
const canalNames = (scale: number) =>
  names(scale, {
    id: 'name-canal',
    source: 'water',
    minzoom: 11.5,
    filter: ['all', ['==', ['geometry-type'], 'LineString'], ['has', 'name']],
    ...waterBase,
    halo: colours.land,
    haloPx: 2,
    sizes: [
      [11.5, 13],
      [14, 16],
    ],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-letter-spacing': 0.9,
      'text-offset': [0, 1.3],
      'text-max-angle': 40,
      'text-padding': 8,
      'text-pitch-alignment': 'viewport',
    },
  });

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
    ...waterNames.map((water, i) =>
      names(scale, {
        id: `name-water-${i}`,
        source: 'water-names',
        minzoom: water.from,
        maxzoom: water.to,
        filter: ['all', ['==', ['get', 'name'], water.name], ['==', ['get', 'from'], water.from]],
        ...waterBase,
        halo: water.isVertical ? colours.land : colours.water,
        haloPx: 2,
        layout: {
          'text-letter-spacing': water.spacing,
          ...(water.isVertical && {
            'text-writing-mode': ['vertical'],
            'text-anchor': 'left',
            'text-max-width': 40,
          }),
        },
      }),
    ),
  ];
}
