import type { LayerSpecification } from 'maplibre-gl';
import { areaLayers } from './area-layers.ts';
import { bubbles, litBubble, namesUnder } from './bubble-layers.ts';
import { halls, houseLayers, litHouses, SINGLES_ZOOM, sideHouses, TOWNS_ZOOM } from './house-layers.ts';
import { dots, litPins, pins } from './pin-layers.ts';
import { litCounty, me, reachLabels, reachLayers } from './reach-layers.ts';

/** Names of the sources that carry what speaks on the map. */
export const overlaySources = [
  'area',
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

const between = (minzoom: number, maxzoom: number, layer: LayerSpecification): LayerSpecification =>
  ({ ...layer, minzoom, maxzoom }) as LayerSpecification;

/** Everything that speaks on the map, from below to above; `scale` is 1 or the elders' factor. */
export function overlayLayers(scale: number): LayerSpecification[] {
  return [
    ...litCounty,
    ...areaLayers,
    ...reachLayers,
    dots(scale),
    ...houseLayers(scale),
    sideHouses(scale),
    me,
    namesUnder('towns'),
    bubbles('towns'),
    bubbles('counties'),
    between(0, TOWNS_ZOOM, namesUnder('county-halls')),
    between(TOWNS_ZOOM, SINGLES_ZOOM, namesUnder('town-halls')),
    between(0, TOWNS_ZOOM, halls('county-halls')),
    between(TOWNS_ZOOM, SINGLES_ZOOM, halls('town-halls')),
    pins(scale),
    ...reachLabels(scale),
    litBubble,
    ...litHouses,
    ...litPins(scale),
  ];
}
