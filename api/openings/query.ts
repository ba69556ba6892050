import { chordOfMetres, onUnitSphere } from '../../geodata/unit-sphere.ts';
import type { Facets, FacetName, MatchKind, OpeningFilter, sorts } from './contract.ts';
import type { Dictionary } from './columns.ts';
import type { OpeningsModel } from './model.ts';
import { sift } from './sieve.ts';

/** What words found: ids, best first, and how. */
export type Hits = readonly { id: number; matched: MatchKind }[];

/** Rows of the model that pass, with what was worked out on the way. Row numbers hold for one model version. */
export type Selection = {
  rows: Int32Array;
  positions: number;
  /** Per selected row, the squared chord from `near` (see metresOfChord); null without it. */
  chords: Float64Array | null;
  /** Per selected row when words were asked for; null without. */
  matched: MatchKind[] | null;
};

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
  const asked = hits ? rowsOfHits(model, hits) : null;
  const rows = asked ? asked.rows.slice() : upTo(model.length);
  let count = sift(model, filter, now, rows, rows.length);
  let chords: Float64Array | null = null;
  if (filter.near) {
    chords = new Float64Array(count);
    count = measure(model, filter.near, filter.withinMetres ?? Infinity, rows.subarray(0, count), chords);
  }
  let positions = 0;
  for (let index = 0; index < count; index++) positions += model.columns.headcount[rows[index]!]!;
  return {
    // What is kept holds no more than it found.
    rows: count * 2 < rows.length ? rows.slice(0, count) : rows.subarray(0, count),
    positions,
    chords: chords?.subarray(0, count) ?? null,
    matched: asked ? kindsOf(asked, rows, count) : null,
  };
}

/** 0 … length-1. A loop, because `Int32Array.from` with a function takes 20 ns an element. */
function upTo(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let number = 0; number < length; number++) numbers[number] = number;
  return numbers;
}

type AskedRows = { rows: Int32Array; matched: MatchKind[] };

/** The rows of hits that the model has, in the order of the hits. */
function rowsOfHits(model: OpeningsModel, hits: Hits): AskedRows {
  const rows = new Int32Array(hits.length);
  const matched: MatchKind[] = [];
  for (const hit of hits) {
    const row = model.rowOf(hit.id);
    if (row === undefined) continue;
    rows[matched.length] = row;
    matched.push(hit.matched);
  }
  return { rows: rows.subarray(0, matched.length), matched };
}

/** How the first `count` rows matched; they stand in the order of what was asked, with gaps. */
function kindsOf(asked: AskedRows, rows: Int32Array, count: number): MatchKind[] {
  const kinds: MatchKind[] = [];
  for (let at = 0; kinds.length < count; at++)
    if (asked.rows[at] === rows[kinds.length]) kinds.push(asked.matched[at]!);
  return kinds;
}

/** Squared chords from a place for the rows no farther than `within`, which move to the front; returns how many. */
function measure(
  model: OpeningsModel,
  [lng, lat]: [number, number],
  within: number,
  rows: Int32Array,
  chords: Float64Array,
): number {
  const { x, y, z } = model.columns;
  const [x0, y0, z0] = onUnitSphere({ lng, lat });
  const farthest = chordOfMetres(within);
  let kept = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const dx = x[row]! - x0;
    const dy = y[row]! - y0;
    const dz = z[row]! - z0;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > farthest) continue;
    rows[kept] = row;
    chords[kept++] = squared;
  }
  return kept;
}

/** The same selection, measured from a place. */
export function withChords(
  model: OpeningsModel,
  selection: Selection,
  { lng, lat }: { lng: number; lat: number },
): Selection {
  const chords = new Float64Array(selection.rows.length);
  measure(model, [lng, lat], Infinity, selection.rows.slice(), chords);
  return { ...selection, chords };
}

/** The squared chord from a place to one row. */
export function chordOfRow(
  { columns: { x, y, z } }: OpeningsModel,
  row: number,
  place: { lng: number; lat: number },
): number {
  const [x0, y0, z0] = onUnitSphere(place);
  return (x[row]! - x0) ** 2 + (y[row]! - y0) ** 2 + (z[row]! - z0) ** 2;
}

export type Sort = (typeof sorts)[number];

/**
 * The first `count` indices into the selection in the order asked for. Ties go to the newer opening, then to the
 * higher id, so that pages never overlap. `relevance` without words is `newest`.
 */
export function order(model: OpeningsModel, selection: Selection, sort: Sort, count: number): Int32Array {
  const { columns } = model;
  const { rows, chords, matched } = selection;
  if (sort === 'relevance' && matched)
    return Int32Array.from({ length: Math.min(count, rows.length) }, (_, i) => i);
  const newest = (a: number, b: number) =>
    columns.publishedAt[rows[b]!]! - columns.publishedAt[rows[a]!]! ||
    columns.id[rows[b]!]! - columns.id[rows[a]!]!;
  const by = {
    relevance: newest,
    newest,
    distance: (a: number, b: number) => (chords ? chords[a]! - chords[b]! : 0) || newest(a, b),
    salary: (a: number, b: number) =>
      columns.monthlyMin[rows[b]!]! - columns.monthlyMin[rows[a]!]! || newest(a, b),
  }[sort];
  return first(rows.length, count, by);
}

/** More than this many, and sorting all is cheaper than keeping the best in order. */
export const fewKept = 200;

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
