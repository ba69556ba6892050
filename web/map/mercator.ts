import type { LngLat } from '../../geodata/lng-lat.ts';

/** A position on the flattened world, CSS px from its upper left corner at the given zoom. */
export type Pixel = { x: number; y: number };

/** MapLibre counts zoom by tiles of 512 px. */
const WORLD_PX = 512;

/** Web Mercator. */
export function toPixel({ lng, lat }: LngLat, zoom: number): Pixel {
  const size = WORLD_PX * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    x: (lng / 360 + 0.5) * size,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size,
  };
}

/** The inverse of `toPixel`. */
export function fromPixel({ x, y }: Pixel, zoom: number): LngLat {
  const size = WORLD_PX * 2 ** zoom;
  return {
    lng: (x / size - 0.5) * 360,
    lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI,
  };
}

/** How many metres one CSS px is at a latitude. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
}
