import { distanceMetres } from '../../geodata/distance.ts';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import type { Facets, FacetName, MatchKind, OpeningFilter, sorts } from './contract.ts';
import type { Dictionary } from './columns.ts';
import type { OpeningsModel } from './model.ts';

/** What words found: ids, best first, and how. */
export type Hits = readonly { id: number; matched: MatchKind }[];

/** Rows of the model that pass, with what was worked out on the way. Row numbers hold for one model version. */
export type Selection = {
  rows: Int32Array;
  positions: number;
  /** Per selected row, whole metres from `near`; null without it. */
  distances: Float64Array | null;
  /** Per selected row when words were asked for; null without. */
  matched: MatchKind[] | null;
};

const metresPerDegree = 111_195;

/**
 * The one place that says which openings pass a filter. Times are milliseconds since 1970.
 * With hits the rows come best first, otherwise in no particular order.
 */
export function selectOpenings(
  model: OpeningsModel,
  filter: OpeningFilter,
  now: number,
  hits: Hits | null,
): Selection {
  const passes = compile(model, filter, now);
  const within = filter.near && filter.withinMetres !== undefined ? filter.withinMetres : Infinity;
  const measure = filter.near ? distanceFrom(model, filter.near, within) : null;
  const capacity = hits ? hits.length : model.length;
  const rows = new Int32Array(capacity);
  const distances = measure ? new Float64Array(capacity) : null;
  const matched: MatchKind[] | null = hits ? [] : null;
  let count = 0;
  let positions = 0;
  for (let index = 0; index < capacity; index++) {
    const row = hits ? model.rowOf(hits[index]!.id) : index;
    if (row === undefined || !passes(row)) continue;
    if (measure) {
      const metres = measure(row);
      if (metres > within) continue;
      distances![count] = Math.round(metres);
    }
    matched?.push(hits![index]!.matched);
    rows[count++] = row;
    positions += model.columns.headcount[row]!;
  }
  return {
    rows: rows.subarray(0, count),
    positions,
    distances: distances?.subarray(0, count) ?? null,
    matched,
  };
}

function compile(model: OpeningsModel, filter: OpeningFilter, now: number): (row: number) => boolean {
  const { columns, words } = model;
  const tests: ((row: number) => boolean)[] = [
    (row) => columns.publishedAt[row]! <= now && now < columns.expiresAt[row]!,
  ];
  const equal = (column: Uint16Array | Int32Array, dictionary: Dictionary, value: string | undefined) => {
    if (value === undefined) return;
    const code = dictionary.find(value);
    tests.push((row) => column[row] === code);
  };
  equal(columns.district, words.district, filter.district);
  equal(columns.town, words.town, filter.town);
  equal(columns.occupation, words.occupation, filter.occupation);
  equal(columns.industry, words.industry, filter.industry);
  equal(columns.education, words.education, filter.education);
  equal(columns.experience, words.experience, filter.experience);
  equal(columns.employmentType, words.employmentType, filter.employmentType);
  if (filter.salaryMin !== undefined) {
    const least = filter.salaryMin;
    tests.push((row) => columns.monthlyMin[row]! >= least);
  }
  if (filter.publishedWithinDays !== undefined) {
    // Whole days in Asia/Shanghai: 0 is today, 3 reaches back to the first moment of three days ago.
    const since = millisOf(dayNumberAt(new Date(now)) - filter.publishedWithinDays, 0);
    tests.push((row) => columns.publishedAt[row]! >= since);
  }
  if (filter.benefits !== undefined) {
    const codes = filter.benefits.map((benefit) => words.benefits.find(benefit));
    const holds = model.benefitSets.map((set) => codes.every((code) => set.includes(code)));
    tests.push((row) => holds[columns.benefits[row]!]!);
  }
  if (filter.bbox) {
    const [minLng, minLat, maxLng, maxLat] = filter.bbox;
    tests.push((row) => {
      const lng = columns.lng[row]!;
      const lat = columns.lat[row]!;
      return lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat;
    });
  }
  return (row) => tests.every((test) => test(row));
}

/** Metres from a place, or Infinity as soon as a degree box of `within` shows that it is farther. */
function distanceFrom(
  model: OpeningsModel,
  [lng, lat]: [number, number],
  within: number,
): (row: number) => number {
  const { columns } = model;
  const latDegrees = (within / metresPerDegree) * 1.01;
  const lngDegrees =
    latDegrees / Math.max(0.01, Math.cos((Math.min(89, Math.abs(lat) + latDegrees) * Math.PI) / 180));
  return (row) => {
    const place = { lng: columns.lng[row]!, lat: columns.lat[row]! };
    if (Math.abs(place.lat - lat) > latDegrees || Math.abs(place.lng - lng) > lngDegrees) return Infinity;
    return distanceMetres({ lng, lat }, place);
  };
}

export type Sort = (typeof sorts)[number];

/**
 * The first `count` indices into the selection in the order asked for. Ties go to the newer opening, then to the
 * higher id, so that pages never overlap. `relevance` without words is `newest`.
 */
export function order(model: OpeningsModel, selection: Selection, sort: Sort, count: number): Int32Array {
  const { columns } = model;
  const { rows, distances, matched } = selection;
  if (sort === 'relevance' && matched)
    return Int32Array.from({ length: Math.min(count, rows.length) }, (_, i) => i);
  const newest = (a: number, b: number) =>
    columns.publishedAt[rows[b]!]! - columns.publishedAt[rows[a]!]! ||
    columns.id[rows[b]!]! - columns.id[rows[a]!]!;
  const by = {
    relevance: newest,
    newest,
    distance: (a: number, b: number) => (distances ? distances[a]! - distances[b]! : 0) || newest(a, b),
    salary: (a: number, b: number) =>
      columns.monthlyMin[rows[b]!]! - columns.monthlyMin[rows[a]!]! || newest(a, b),
  }[sort];
  return first(rows.length, count, by);
}

/** More than this many, and sorting all is cheaper than keeping the best in order. */
const fewKept = 200;

/** The first `count` of 0…length-1 by `compare`. A page of 20 out of 3,455 costs one pass instead of a sort. */
function first(length: number, count: number, compare: (a: number, b: number) => number): Int32Array {
  if (count > fewKept || count >= length)
    return Int32Array.from({ length }, (_, index) => index)
      .sort(compare)
      .subarray(0, count);
  const best = new Int32Array(count);
  let kept = 0;
  for (let index = 0; index < length; index++) {
    if (kept === count && compare(index, best[kept - 1]!) >= 0) continue;
    let at = kept < count ? kept++ : kept - 1;
    while (at > 0 && compare(index, best[at - 1]!) < 0) best[at] = best[--at]!;
    best[at] = index;
  }
  return best.subarray(0, kept);
}

/**
 * Openings and positions by value of every facet, most first, "not stated" (null) last. Single-valued facets
 * add up to the selection; `label` is filled by the caller, who knows names.
 */
export function countFacets(model: OpeningsModel, { rows }: Selection): Facets {
  const { columns, words } = model;
  const single = {
    district: columns.district,
    town: columns.town,
    occupation: columns.occupation,
    industry: columns.industry,
    education: columns.education,
    experience: columns.experience,
    employmentType: columns.employmentType,
  };
  const facets = {} as Facets;
  for (const [name, column] of Object.entries(single) as [
    Exclude<FacetName, 'benefits'>,
    Uint16Array | Int32Array,
  ][]) {
    const tally = createTally(words[name]);
    for (const row of rows) tally.add(column[row]!, columns.headcount[row]!);
    facets[name] = tally.values();
  }
  const benefits = createTally(words.benefits);
  for (const row of rows) {
    const set = model.benefitSets[columns.benefits[row]!]!;
    if (set.length === 0) benefits.add(0, columns.headcount[row]!);
    for (const code of set) benefits.add(code, columns.headcount[row]!);
  }
  facets.benefits = benefits.values();
  return facets;
}

function createTally(dictionary: Dictionary) {
  const openings = new Int32Array(dictionary.size());
  const positions = new Float64Array(dictionary.size());
  return {
    add(code: number, headcount: number) {
      openings[code]!++;
      positions[code]! += headcount;
    },
    values() {
      const values = [];
      for (let code = 0; code < openings.length; code++) {
        if (openings[code]! === 0) continue;
        const value = dictionary.word(code);
        values.push({ value, label: value ?? '', openings: openings[code]!, positions: positions[code]! });
      }
      return values.sort(
        (a, b) => Number(a.value === null) - Number(b.value === null) || b.openings - a.openings,
      );
    },
  };
}
