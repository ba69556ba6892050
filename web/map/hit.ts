import type { Map as MapLibre, MapGeoJSONFeature, Point } from 'maplibre-gl';

/** What stands under a finger or pointer. */
export type Hit = { kind: 'group' | 'opening' | 'place' | 'hall' | 'point'; id: string };

const openingLayers = ['lit-large-pin', 'lit-pin', 'pins', 'counties', 'towns', 'dots', 'side-houses'];
const pointLayers = ['lit-large-pin', 'lit-house', 'county-halls', 'town-halls', 'houses', 'house-dots'];

function hitOf(feature: MapGeoJSONFeature): Hit {
  const { id, level, figure } = feature.properties as { id: string; level?: string; figure?: string };
  const source = feature.source;
  if (source === 'houses' || figure === 'house' || level === 'point') return { kind: 'point', id };
  if (source === 'county-halls' || source === 'town-halls') return { kind: 'hall', id };
  if (level === 'county' || level === 'town') return { kind: 'group', id };
  return { kind: level === 'place' ? 'place' : 'opening', id };
}

/**
 * What stands under a point of the screen: the uppermost figure there, or the nearest within so many px (a dot is 10 px
 * wide, a finger 44).
 */
export function hitAt(map: MapLibre, layer: 'openings' | 'points', at: Point, withinPx: number): Hit | null {
  const layers = layer === 'openings' ? openingLayers : pointLayers;
  const [exact] = map.queryRenderedFeatures(at, { layers });
  if (exact) return hitOf(exact);
  if (withinPx === 0) return null;
  const around = map.queryRenderedFeatures(
    [
      [at.x - withinPx, at.y - withinPx],
      [at.x + withinPx, at.y + withinPx],
    ],
    { layers },
  );
  const away = (feature: MapGeoJSONFeature) => {
    if (feature.geometry.type !== 'Point') return Infinity;
    const [lng, lat] = feature.geometry.coordinates as [number, number];
    return map.project([lng, lat]).dist(at);
  };
  const [nearest] = around.sort((a, b) => away(a) - away(b));
  return nearest ? hitOf(nearest) : null;
}
