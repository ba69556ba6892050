/** A place on the ground in degrees, longitude first. WGS-84 unless a datum is named beside it. */
export type LngLat = { lng: number; lat: number };

/**
 * True for a `{ lng, lat }` of finite degrees within -180..180 and -90..90.
 *
 * PostGIS in PGlite takes infinite coordinates without an error, so this is the guard for every place from outside.
 */
export function isLngLat(value: unknown): value is LngLat {
  if (typeof value !== 'object' || value === null) return false;
  const { lng, lat } = value as Partial<Record<'lng' | 'lat', unknown>>;
  return (
    typeof lng === 'number' &&
    typeof lat === 'number' &&
    Number.isFinite(lng) &&
    Number.isFinite(lat) &&
    Math.abs(lng) <= 180 &&
    Math.abs(lat) <= 90
  );
}
