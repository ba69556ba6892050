import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { basemapLayers, borderLayers } from './basemap.ts';
import { basemapSources } from './basemap-sources.ts';
import { nameLayers, nameSources } from './basemap-names.ts';
import type { BaseStyle } from './basemap-real.ts';
import { colours } from './colours.ts';
import { fadedOut, layerGroups } from './fading.ts';
import { overlayLayers, overlaySources } from './layers.ts';

const fading = new Set<string>(Object.values(layerGroups).flat());

/** Everything that speaks, the layers of a group not yet shown. */
function speakingLayers(scale: number, isReducedMotion: boolean): LayerSpecification[] {
  return overlayLayers(scale).map((layer) =>
    fading.has(layer.id) ? fadedOut(layer, isReducedMotion) : layer,
  );
}

const emptySources = Object.fromEntries(
  overlaySources.map((name): [string, StyleSpecification['sources'][string]] => [
    name,
    { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
  ]),
);

/** Paper over streets, so that what speaks stays louder than they. */
const veil: LayerSpecification = {
  id: 'base-veil',
  type: 'background',
  paint: { 'background-color': colours.land, 'background-opacity': 0.45 },
};

/**
 * The style of the whole map: the ground, then what speaks. `base` null is the offline base map; any other is kept as
 * it is under a veil, with the county lines as the only ones of ours.
 */
export function wholeStyle(
  base: BaseStyle | null,
  scale: number,
  isReducedMotion: boolean,
): StyleSpecification {
  const speaking = speakingLayers(scale, isReducedMotion);
  if (base === null)
    return {
      version: 8,
      sources: { ...basemapSources, ...nameSources, ...emptySources },
      layers: [...basemapLayers, ...nameLayers(scale), ...speaking],
    };
  const { districts, borders } = basemapSources;
  return {
    version: 8,
    ...(base.sprite && { sprite: base.sprite }),
    sources: { ...base.sources, districts: districts!, borders: borders!, ...emptySources },
    layers: [...base.layers, veil, ...borderLayers, ...speaking],
  };
}
