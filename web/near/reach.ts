import type { LngLat } from '../../geodata/lng-lat.ts';

/** Settings of the estimate. Walking and e-bike are common city values; the bus one leaves waiting out. */
export const KILOMETRES_PER_HOUR = { walk: 4, ebike: 18, bus: 24 } as const;
export const MINUTES = 15;
/** Roads are longer than the straight line; 1.3 is the usual factor for a town's streets. */
export const DETOUR_FACTOR = 1.3;

export type Mode = keyof typeof KILOMETRES_PER_HOUR;

/** How far one gets in 15 minutes, as a straight line in metres, to the nearest ten. */
export function reachMetres(mode: Mode): number {
  const onTheRoad = (KILOMETRES_PER_HOUR[mode] * 1000 * MINUTES) / 60;
  return Math.round(onTheRoad / DETOUR_FACTOR / 10) * 10;
}

/** Minutes for a straight-line distance, by the same estimate; never under one. */
export function minutesFor(straightMetres: number, mode: Mode): number {
  const hours = (straightMetres * DETOUR_FACTOR) / 1000 / KILOMETRES_PER_HOUR[mode];
  return Math.max(1, Math.round(hours * 60));
}

/** Where distances are measured from: `me` is the device, `start` a place chosen by hand. */
export type Origin = { place: LngLat; kind: 'me' | 'start'; name: string };
