import { cornersOf, type Area } from '../geodata/area.ts';
import { boundsContain, CHINA_BOUNDS, type Bounds } from '../geodata/bounds.ts';
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

function readBounds(value: string | null): Bounds | null {
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

const AREA_UNITS = 10_000;

/**
 * An area, corner after corner in units of 1e-4 degrees: the first as it is, each other as far as it lies from the one
 * before. Forty corners are 300 characters so, half of what they are as degrees.
 */
export function writeArea(area: Area): string {
  const units = area.map((degrees) => Math.round(degrees * AREA_UNITS));
  return units.map((unit, at) => (at < 2 ? unit : unit - units[at - 2]!)).join(',');
}

/** 3 to 60 corners, as many as the server takes. */
const AREA = /^-?\d{1,7}(,-?\d{1,7}){5,119}$/;

function readArea(value: string | null): Area | null {
  if (!value || !AREA.test(value)) return null;
  const units = value.split(',').map(Number);
  for (let at = 2; at < units.length; at++) units[at]! += units[at - 2]!;
  const area = units.map((unit) => unit / AREA_UNITS);
  const isWhole = area.length % 2 === 0;
  return isWhole && cornersOf(area).every((corner) => boundsContain(CHINA_BOUNDS, corner)) ? area : null;
}

/** What bounds a result on the ground, one thing at a time: an area, else a circle, else the view. */
export function readBound<Mode extends string>(params: URLSearchParams, modes: readonly Mode[]) {
  const area = readArea(params.get('area'));
  return {
    area,
    mode: area ? null : oneOf(params.get('mode'), modes),
    withinMetres: area ? null : readWhole(params.get('within'), 1, 200_000),
    // Links of before areas were drawn have the view in their place.
    view: area ? null : readBounds(params.get('view') ?? params.get('area')),
  };
}
