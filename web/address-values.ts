import type { Bounds } from '../geodata/bounds.ts';
import type { LngLat } from '../geodata/lng-lat.ts';

/**
 * Values read out of an address and written into it. Reading is total: what does not read is null, so that a broken
 * link heals instead of failing.
 */
export const readText = (value: string | null, longest: number): string | null => {
  // Cutting may leave half a character or a blank at the end: neither comes back out of an address as it went in.
  const cut =
    value
      ?.trim()
      .slice(0, longest)
      .replace(/\p{Surrogate}$/u, '')
      .trim() ?? '';
  return cut && !/\p{Surrogate}/u.test(cut) ? cut : null;
};
export const matching = (value: string | null, pattern: RegExp): string | null =>
  value !== null && pattern.test(value) ? value : null;
export const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | null =>
  allowed.includes(value as T) ? (value as T) : null;
export const readWhole = (value: string | null, least: number, most: number): number | null => {
  if (value === null || !/^\d{1,7}$/.test(value)) return null;
  const number = Number(value);
  return number >= least && number <= most ? number : null;
};

function numbers(value: string | null, count: number): number[] | null {
  const parts = value?.split(',') ?? [];
  if (parts.length !== count || !parts.every((part) => /^-?\d{1,3}(\.\d{1,10})?$/.test(part))) return null;
  return parts.map(Number);
}

export function readLngLat(value: string | null): LngLat | null {
  const [lng, lat] = numbers(value, 2) ?? [];
  if (lng === undefined || lat === undefined || Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  return { lng, lat };
}

export function readBounds(value: string | null): Bounds | null {
  const [minLng, minLat, maxLng, maxLat] = numbers(value, 4) ?? [];
  const low = readLngLat(minLng === undefined ? null : `${minLng},${minLat}`);
  const high = readLngLat(maxLng === undefined ? null : `${maxLng},${maxLat}`);
  if (!low || !high || low.lng >= high.lng || low.lat >= high.lat) return null;
  return { minLng: low.lng, minLat: low.lat, maxLng: high.lng, maxLat: high.lat };
}

/** 1e-4 degrees is 11 m: exact enough for the edge of a map, short enough for a link. */
const rounded = (degrees: number, digits = 4) => String(Number(degrees.toFixed(digits)));
export const writeLngLat = ({ lng, lat }: LngLat, digits?: number) =>
  `${rounded(lng, digits)},${rounded(lat, digits)}`;

export const writeBounds = ({ minLng, minLat, maxLng, maxLat }: Bounds): string =>
  [minLng, minLat, maxLng, maxLat].map((degrees) => rounded(degrees)).join(',');
