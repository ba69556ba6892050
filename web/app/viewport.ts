import { CITY_BOUNDS, type Bounds } from '../../geodata/bounds.ts';
import { offsetByMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { Viewport } from '../map/map-view-props.ts';

export type Edges = { top: number; right: number; bottom: number; left: number };

/** A map of zoom 0 is 512 px wide. */
const WORLD_PX = 512;
const NEAREST_ZOOM = 14.5;

const toY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const toLat = (y: number) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90;

/** The view that shows the bounds in what the edges leave free of a window (Mercator). */
export function viewportFor(bounds: Bounds, size: { width: number; height: number }, edges: Edges): Viewport {
  const freeWidth = Math.max(100, size.width - edges.left - edges.right);
  const freeHeight = Math.max(100, size.height - edges.top - edges.bottom);
  const [low, high] = [toY(bounds.minLat), toY(bounds.maxLat)];
  const acrossX = Math.max(1e-6, (bounds.maxLng - bounds.minLng) / 360);
  const acrossY = Math.max(1e-6, (high - low) / (2 * Math.PI));
  const zoom = Math.min(
    NEAREST_ZOOM,
    Math.log2(freeWidth / WORLD_PX / acrossX),
    Math.log2(freeHeight / WORLD_PX / acrossY),
  );
  // The middle of the free part is not the middle of the window.
  const worldPx = WORLD_PX * 2 ** zoom;
  const shiftX = (edges.left - edges.right) / 2 / worldPx;
  const shiftY = (edges.top - edges.bottom) / 2 / worldPx;
  return {
    lng: (bounds.minLng + bounds.maxLng) / 2 - shiftX * 360,
    lat: toLat((low + high) / 2 + shiftY * 2 * Math.PI),
    zoom,
  };
}

/** The box around a circle. */
export function boundsAround(centre: LngLat, radiusMetres: number): Bounds {
  const low = offsetByMetres(centre, -radiusMetres, -radiusMetres);
  const high = offsetByMetres(centre, radiusMetres, radiusMetres);
  return { minLng: low.lng, minLat: low.lat, maxLng: high.lng, maxLat: high.lat };
}

/** A little more than the bounds on every side, so that a small pan finds its pins already there. */
export function padded(bounds: Bounds, share: number): Bounds {
  const lng = (bounds.maxLng - bounds.minLng) * share;
  const lat = (bounds.maxLat - bounds.minLat) * share;
  return {
    minLng: Math.max(-180, bounds.minLng - lng),
    minLat: Math.max(-85, bounds.minLat - lat),
    maxLng: Math.min(180, bounds.maxLng + lng),
    maxLat: Math.min(85, bounds.maxLat + lat),
  };
}

export const wholeCity = CITY_BOUNDS;

/** Search and chips over the phone's map. */
const TOP_PX = 132;
const NO_EDGES: Edges = { top: 0, right: 0, bottom: 0, left: 0 };
/** Height of the map's block where nothing floats, px at 16 px a rem. */
const FLOW_MAP_PX = 200;

/** What covers the map: on a phone the search and the sheet; beside a list nothing does. */
export const edgesOf = (floats: boolean, covered: number): Edges =>
  floats ? { top: TOP_PX, right: 8, bottom: covered + 16, left: 8 } : NO_EDGES;

/** The first view of the bounds, before the map has measured itself. */
export function firstViewport(bounds: Bounds, phone: boolean, flow: boolean): Viewport {
  if (flow) return viewportFor(bounds, { width: innerWidth, height: FLOW_MAP_PX }, roomAround(8));
  if (phone) return viewportFor(bounds, { width: innerWidth, height: innerHeight }, edgesOf(true, 250));
  return viewportFor(bounds, { width: innerWidth - 456, height: innerHeight - 118 }, roomAround(28));
}

const roomAround = (px: number): Edges => ({ top: px, right: px, bottom: px, left: px });
