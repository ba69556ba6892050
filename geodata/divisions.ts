import { counties, towns, type Division } from './towns.ts';
import rows from './villages.json' with { type: 'json' };

export { countyOf, townOf, type Division } from './towns.ts';

type VillageRow = [code: string, name: string, shortName: string, lng: number, lat: number];

/** The 1,437 village-level units. */
export const villages: readonly Division[] = (rows as VillageRow[]).map(
  ([code, name, shortName, lng, lat]) => ({
    code,
    name,
    shortName,
    level: 'village',
    parent: code.slice(0, 9),
    seat: { lng, lat },
    positionSource: 'village-spread',
    positionQuality: 'approximate',
    datum: 'wgs84',
  }),
);

/** Every division of the city, counties first, then towns, then villages, each by code. */
export const divisions: readonly Division[] = [...counties, ...towns, ...villages];

const byCode = new Map(divisions.map((division) => [division.code, division]));
const byParent = new Map<string, Division[]>();
for (const division of divisions) {
  byParent.set(division.parent, [...(byParent.get(division.parent) ?? []), division]);
}

/** The division of a code of 6, 9 or 12 digits. */
export function findDivision(code: string): Division | undefined {
  return byCode.get(code);
}

/** Towns of a county, villages of a town, counties of the city (321000). */
export function childrenOf(code: string): readonly Division[] {
  return byParent.get(code) ?? [];
}
