import { middlemost } from '../../geodata/inside-area.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { MapGroup } from './contract.ts';
import type { OpeningsModel } from './model.ts';
import type { Selection } from './query.ts';

/** Below it counties, from it towns, and from `pinZoom` single openings; as in the bubbles of the map. */
export const townZoom = 9.2;
export const pinZoom = 11.6;
/** A result this small is shown one by one from the town level on. */
const fewOpenings = 60;
/** More marks than these help nobody: they are grouped by town instead. */
export const maxMarks = 2000;

export type GroupLevel = 'county' | 'town' | 'opening';

/** How the map of a zoom shows a result of so many openings. */
export function levelOf(zoom: number, openings: number): GroupLevel {
  if (zoom < townZoom) return 'county';
  return zoom < pinZoom && openings > fewOpenings ? 'town' : 'opening';
}

type Division = { name: string; lng: number; lat: number };

/**
 * Groups by county or town; they add up to the selection. Each stands at the division's anchor or, among what lies in an
 * area, at the middlemost of its openings: an anchor may lie outside of the area.
 */
export function groupByDivision(
  model: OpeningsModel,
  { rows }: Selection,
  level: 'county' | 'town',
  divisionOf: (code: string) => Division,
  isInArea = false,
): MapGroup[] {
  const [column, dictionary] =
    level === 'county'
      ? [model.columns.district, model.words.district]
      : [model.columns.town, model.words.town];
  const groups = new Map<number, MapGroup>();
  const members = new Map<number, LngLat[]>();
  const { lng, lat } = model.columns;
  for (const row of rows) {
    const number = column[row]!;
    let group = groups.get(number);
    if (!group) {
      const code = dictionary.word(number)!;
      groups.set(number, (group = { level, code, ...divisionOf(code), openings: 0, positions: 0 }));
      members.set(number, []);
    }
    if (isInArea) members.get(number)!.push({ lng: lng[row]!, lat: lat[row]! });
    group.openings++;
    group.positions += model.columns.headcount[row]!;
  }
  return Array.from(groups, ([number, group]) => ({ ...group, ...middlemost(members.get(number)!) }));
}

/**
 * Rows that stand at one place, place by place; openings in one building come together. Places with one opening
 * come first: where marks crowd, a pin with its pay says more than a number.
 */
export function rowsByPlace(model: OpeningsModel, { rows }: Selection): number[][] {
  const places = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${model.columns.lng[row]},${model.columns.lat[row]}`;
    const there = places.get(key);
    if (there) there.push(row);
    else places.set(key, [row]);
  }
  return [...places.values()].sort((a, b) => Number(a.length > 1) - Number(b.length > 1));
}
