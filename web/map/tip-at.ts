import type { Map as MapLibre } from 'maplibre-gl';
import { screenOf } from './camera.ts';
import type { LiveMap } from './live-map.ts';
import type { MapViewProps } from './map-view-props.ts';
import { groupTip, hallTip, pointTip, type TipWords } from './tip.ts';
import type { Tip } from './tip-box.tsx';

/** The words beside what is hovered in list or map, and where they stand; null when it says everything itself. */
export function tipAt(map: MapLibre, live: LiveMap, props: MapViewProps): Tip | null {
  const { hoveredId, layer, groups, points, selectedId } = props;
  const id = live.hoveredPoint ?? hoveredId;
  if (id === null) return null;
  const { bubbles, halls, houses } = live.figures;
  const isPoint = layer === 'points' || live.hoveredPoint !== null;
  const figure = isPoint ? (halls.get(id) ?? houses.get(id)) : bubbles.get(id);
  if (!figure || (isPoint && id === selectedId)) return null;
  const group = isPoint ? undefined : groups.find(({ code }) => code === id);
  const hall = isPoint ? halls.get(id)?.properties : undefined;
  const point = isPoint ? points?.features.find(({ properties }) => properties.id === id) : undefined;
  const words: TipWords | null = group
    ? groupTip(group, points)
    : hall
      ? hallTip(hall)
      : point
        ? pointTip(point.properties)
        : null;
  if (!words) return null;
  const [lng, lat] = figure.geometry.coordinates as [number, number];
  const { x, y } = map.project([lng, lat]);
  const radius = 'radius' in figure.properties ? figure.properties.radius + 4 : 16;
  return { ...words, x, y, radius, screenWidth: screenOf(map).width };
}
