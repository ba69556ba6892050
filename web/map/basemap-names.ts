import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import neighboursUrl from '../../geodata/neighbours.geojson?url&no-inline';
import { counties, towns } from '../../geodata/towns.ts';
import waterLabelsUrl from '../../geodata/water-labels.geojson?url&no-inline';
import { colours, fonts } from './colours.ts';
import { bubbleName, pointAt } from './features.ts';
import { imageId } from './images.ts';
import { names } from './name-layer.ts';
import { waterNameLayers } from './water-names.ts';

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
    ...waterNameLayers(scale),
  ];
}
