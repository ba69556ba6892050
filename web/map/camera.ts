import type { Map as MapLibre } from 'maplibre-gl';
import type { Bounds } from '../../geodata/bounds.ts';
import type { MapViewProps } from './map-view-props.ts';
import type { Edges } from './nudge.ts';

export const CAMERA_MS = 350;
/** A single place is not looked at from nearer than this. */
const NEAREST_FIT_ZOOM = 14.5;
const LEAST_ROOM_PX = 120;

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Padding made smaller where a sheet leaves almost nothing of the map: then what it hides counts as seen. */
export function usablePadding(padding: Edges, screen: { width: number; height: number }): Edges {
  const { top, right, bottom, left } = padding;
  const isNarrow = screen.width - left - right < LEAST_ROOM_PX;
  const isLow = screen.height - top - bottom < LEAST_ROOM_PX;
  return {
    top: isLow ? 0 : top,
    bottom: isLow ? 0 : bottom,
    left: isNarrow ? 0 : left,
    right: isNarrow ? 0 : right,
  };
}

export const screenOf = (map: MapLibre) => {
  const { clientWidth, clientHeight } = map.getContainer();
  return { width: clientWidth, height: clientHeight };
};

/** The part of the ground that is seen: what sheet and panels leave free. */
export function seenBounds(map: MapLibre, padding: Edges): Bounds {
  const screen = screenOf(map);
  const { top, right, bottom, left } = usablePadding(padding, screen);
  const northWest = map.unproject([left, top]);
  const southEast = map.unproject([screen.width - right, screen.height - bottom]);
  return { minLng: northWest.lng, minLat: southEast.lat, maxLng: southEast.lng, maxLat: northWest.lat };
}

/** Does what a page asked of the camera; with reduced motion, or when told so, at once. */
export function moveCamera(
  map: MapLibre,
  request: NonNullable<MapViewProps['camera']>,
  padding: Edges,
  atOnce: boolean,
): void {
  const duration = atOnce || prefersReducedMotion() ? 0 : CAMERA_MS;
  const edges = usablePadding(padding, screenOf(map));
  if ('bounds' in request) {
    const { minLng, minLat, maxLng, maxLat } = request.bounds;
    map.fitBounds([minLng, minLat, maxLng, maxLat], {
      padding: edges,
      duration,
      maxZoom: NEAREST_FIT_ZOOM,
    });
    return;
  }
  map.easeTo({
    center: request.centre,
    ...(request.zoom !== undefined && { zoom: request.zoom }),
    // The place comes to the middle of what is seen, not of the canvas.
    offset: [(edges.left - edges.right) / 2, (edges.top - edges.bottom) / 2],
    duration,
  });
}
