import { onUnitSphere } from '../../geodata/unit-sphere.ts';
import type { Database } from '../db/database.ts';
import { createDictionary, grown } from './columns.ts';
import { createGrid } from './grid.ts';
import { findIdsOfEmployers, findPublished, findPublishedAfter, type OpeningRow } from './store.ts';

/**
 * The published openings in columns, in this process: one scan answers which openings pass a filter, so
 * the list, the facets and the map count the same set, and neither database has to group rows for every
 * move of a finger. PostgreSQL stays the truth: rows come from it at start and through the change log.
 */
export type OpeningsModel = ReturnType<typeof createOpeningsModel>;

const batch = 20_000;
/** Whole rows kept for lists, about 1 kB each; beyond it they are fetched by id and the oldest forgotten. */
const keptRows = 50_000;

export function createOpeningsModel() {
  const words = {
    district: createDictionary(),
    town: createDictionary(),
    occupation: createDictionary(),
    industry: createDictionary(),
    education: createDictionary(),
    experience: createDictionary(),
    employmentType: createDictionary(),
    benefits: createDictionary(),
  };
  const columns = {
    id: new Float64Array(0),
    lng: new Float64Array(0),
    lat: new Float64Array(0),
    /** The place on the unit sphere, for distances: 24 bytes a row save four sines and cosines a row and question. */
    x: new Float64Array(0),
    y: new Float64Array(0),
    z: new Float64Array(0),
    publishedAt: new Float64Array(0),
    expiresAt: new Float64Array(0),
    employerId: new Float64Array(0),
    monthlyMin: new Int32Array(0),
    headcount: new Uint16Array(0),
    district: new Uint16Array(0),
    town: new Uint16Array(0),
    occupation: new Int32Array(0),
    industry: new Uint16Array(0),
    education: new Uint16Array(0),
    experience: new Uint16Array(0),
    employmentType: new Uint16Array(0),
    /** Index into `benefitSets`: few combinations, many rows. */
    benefits: new Int32Array(0),
  };
  const benefitSets: number[][] = [];
  const setOfKey = new Map<string, number>();
  const grid = createGrid();
  const rowOfId = new Map<number, number>();
  const kept = new Map<number, OpeningRow>();
  const employerNames = new Map<number, string>();
  let length = 0;
  let version = 0;

  function benefitSet(benefits: readonly string[]): number {
    const codes = [...new Set(benefits)].map((benefit) => words.benefits.code(benefit)).sort((a, b) => a - b);
    const key = codes.join();
    let set = setOfKey.get(key);
    if (set === undefined) {
      set = benefitSets.push(codes) - 1;
      setOfKey.set(key, set);
    }
    return set;
  }

  function keep(opening: OpeningRow): void {
    kept.delete(opening.id);
    kept.set(opening.id, opening);
    if (kept.size > keptRows) kept.delete(kept.keys().next().value!);
  }

  function put(opening: OpeningRow): void {
    const row = rowOfId.get(opening.id) ?? length++;
    rowOfId.set(opening.id, row);
    for (const name of Object.keys(columns) as (keyof typeof columns)[])
      columns[name] = grown(columns[name], row) as never;
    columns.id[row] = opening.id;
    columns.lng[row] = opening.lng;
    columns.lat[row] = opening.lat;
    [columns.x[row], columns.y[row], columns.z[row]] = onUnitSphere(opening);
    grid.put(row, opening);
    columns.publishedAt[row] = opening.publishedAt;
    columns.expiresAt[row] = opening.expiresAt;
    columns.employerId[row] = opening.employerId;
    employerNames.set(opening.employerId, opening.employerName);
    columns.monthlyMin[row] = opening.salaryMonthlyMin ?? -1;
    columns.headcount[row] = opening.headcount;
    columns.district[row] = words.district.code(opening.town.slice(0, 6));
    columns.town[row] = words.town.code(opening.town);
    columns.occupation[row] = words.occupation.code(opening.occupation);
    columns.industry[row] = words.industry.code(opening.industry);
    columns.education[row] = words.education.code(opening.education);
    columns.experience[row] = words.experience.code(opening.experience);
    columns.employmentType[row] = words.employmentType.code(opening.employmentType);
    columns.benefits[row] = benefitSet(opening.benefits);
    keep(opening);
  }

  /** The last row moves into the gap, so that rows stay dense. */
  function remove(id: number): void {
    const row = rowOfId.get(id);
    if (row === undefined) return;
    const last = --length;
    grid.remove(row, last);
    for (const column of Object.values(columns)) column[row] = column[last]!;
    rowOfId.set(columns.id[row]!, row);
    rowOfId.delete(id);
    kept.delete(id);
  }

  return {
    words,
    columns,
    benefitSets,
    grid,
    get length() {
      return length;
    },
    /** Moves with every change: what was computed for one version holds for it. */
    get version() {
      return version;
    },
    employerName: (employerId: number): string => employerNames.get(employerId) ?? '',
    rowOf: (id: number): number | undefined => rowOfId.get(id),

    /** Reads every published opening; returns how many. */
    async load(db: Database, onProgress: (loaded: number) => void = () => {}): Promise<number> {
      for (let after = 0; ;) {
        const openings = await findPublishedAfter(db, after, batch);
        openings.forEach(put);
        version++;
        onProgress(length);
        if (openings.length < batch) return length;
        after = openings.at(-1)!.id;
      }
    },

    /** Reads the given openings again: what is no longer published leaves. */
    async refresh(db: Database, ids: readonly number[]): Promise<void> {
      const openings = await findPublished(db, ids);
      const published = new Set(openings.map((opening) => opening.id));
      for (const id of ids) if (!published.has(id)) remove(id);
      openings.forEach(put);
      version++;
    },

    /** Reads the openings of employers again, whose name or industry changed. */
    async refreshEmployers(db: Database, employerIds: readonly number[]): Promise<void> {
      await this.refresh(db, await findIdsOfEmployers(db, employerIds));
    },

    /** Whole rows by id, in the order of the ids; those that are gone are left out. */
    async rows(db: Database, ids: readonly number[]): Promise<OpeningRow[]> {
      const wanted = ids.filter((id) => !kept.has(id));
      if (wanted.length > 0) for (const opening of await findPublished(db, wanted)) keep(opening);
      return ids.flatMap((id) => kept.get(id) ?? []);
    },
  };
}
