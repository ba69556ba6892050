import type { LngLat } from '../../geodata/lng-lat.ts';

type Place = { name: string; shortName: string; seat: LngLat };

/**
 * The place somebody names: nothing typed is the point itself, otherwise a town or village by its whole or short
 * name, or by the beginning of one. null: no such place.
 */
export function placeNamed(typed: string, places: readonly Place[], point: LngLat): LngLat | null {
  const name = typed.trim();
  if (name === '') return point;
  const found =
    places.find((place) => place.name === name || place.shortName === name) ??
    places.find((place) => place.name.startsWith(name));
  return found?.seat ?? null;
}
