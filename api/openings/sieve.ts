import { insideOf } from '../../geodata/inside-area.ts';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import type { OpeningFilter } from './contract.ts';
import type { Dictionary } from './columns.ts';
import type { OpeningsModel } from './model.ts';

/** Moves the rows that pass to the front, in their order; returns how many. */
type Sieve = (rows: Int32Array, count: number) => number;

/**
 * Which of the first `count` rows pass a filter, without its distance. One condition after the other over whole
 * columns: a plain loop over a typed array costs 2 ns a row, a chain of closures 18.
 */
export function sift(
  model: OpeningsModel,
  filter: OpeningFilter,
  now: number,
  rows: Int32Array,
  count: number,
): number {
  let left = count;
  for (const sieve of sievesOf(model, filter, now)) left = sieve(rows, left);
  return left;
}

function sievesOf(model: OpeningsModel, filter: OpeningFilter, now: number): Sieve[] {
  const { columns, words } = model;
  const sieves: Sieve[] = [];
  if (filter.ids) sieves.push(memberOf(columns.id, new Set(filter.ids.map(Number))));
  const equal = (column: Uint16Array | Int32Array, dictionary: Dictionary, value: string | undefined) => {
    if (value !== undefined) sieves.push(equalTo(column, dictionary.find(value)));
  };
  equal(columns.district, words.district, filter.district);
  equal(columns.town, words.town, filter.town);
  equal(columns.occupation, words.occupation, filter.occupation);
  equal(columns.industry, words.industry, filter.industry);
  equal(columns.education, words.education, filter.education);
  equal(columns.experience, words.experience, filter.experience);
  equal(columns.employmentType, words.employmentType, filter.employmentType);
  sieves.push(between(columns.publishedAt, -Infinity, now), after(columns.expiresAt, now));
  if (filter.salaryMin !== undefined) sieves.push(between(columns.monthlyMin, filter.salaryMin, Infinity));
  if (filter.publishedWithinDays !== undefined) {
    // Whole days in Asia/Shanghai: 0 is today, 3 reaches back to the first moment of three days ago.
    const since = millisOf(dayNumberAt(new Date(now)) - filter.publishedWithinDays, 0);
    sieves.push(between(columns.publishedAt, since, Infinity));
  }
  if (filter.benefits !== undefined) {
    const codes = filter.benefits.map((benefit) => words.benefits.find(benefit));
    const holds = model.benefitSets.map((set) => codes.every((code) => set.includes(code)));
    sieves.push(oneOf(columns.benefits, Uint8Array.from(holds, Number)));
  }
  if (filter.bbox) {
    const [minLng, minLat, maxLng, maxLat] = filter.bbox;
    sieves.push(between(columns.lng, minLng, maxLng), between(columns.lat, minLat, maxLat));
  }
  if (filter.area) sieves.push(within(columns.lng, columns.lat, insideOf(filter.area)));
  return sieves;
}

const equalTo =
  (column: Uint16Array | Int32Array, code: number): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      if (column[row] === code) rows[kept++] = row;
    }
    return kept;
  };

const memberOf =
  (column: Float64Array, members: ReadonlySet<number>): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      if (members.has(column[row]!)) rows[kept++] = row;
    }
    return kept;
  };

const between =
  (column: Float64Array | Int32Array, least: number, most: number): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      const value = column[row]!;
      if (value >= least && value <= most) rows[kept++] = row;
    }
    return kept;
  };

const within =
  (lng: Float64Array, lat: Float64Array, isInside: (lng: number, lat: number) => boolean): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      if (isInside(lng[row]!, lat[row]!)) rows[kept++] = row;
    }
    return kept;
  };

const after =
  (column: Float64Array, instant: number): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      if (column[row]! > instant) rows[kept++] = row;
    }
    return kept;
  };

const oneOf =
  (column: Int32Array, holds: Uint8Array): Sieve =>
  (rows, count) => {
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index]!;
      if (holds[column[row]!] === 1) rows[kept++] = row;
    }
    return kept;
  };
