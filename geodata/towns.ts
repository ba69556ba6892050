import rows from './divisions.json' with { type: 'json' };
import type { LngLat } from './lng-lat.ts';

/** Where a division's position comes from; README.md says how each was made. None of them is surveyed. */
export type DivisionPositionSource = 'county-anchor' | 'township-seat' | 'village-spread';

export type Division = {
  /** GB/T 2260 six digits, + 3 for the town, + 3 for the village. */
  code: string;
  name: string;
  /** As people say it: 邗江, 瓜洲, 东关, 琼花观社区. */
  shortName: string;
  level: 'county' | 'town' | 'village';
  /** Code of the division above; 321000 (扬州市) for a county. */
  parent: string;
  seat: LngLat;
  positionSource: DivisionPositionSource;
  positionQuality: 'approximate';
  datum: 'wgs84';
};

const all = rows as Division[];

/** The 7 county-level units, 经济技术开发区 (321071) among them, which has no outline of its own. */
export const counties: readonly Division[] = all.filter(({ level }) => level === 'county');

/** The 98 town-level units: streets, towns, zones and farms. */
export const towns: readonly Division[] = all.filter(({ level }) => level === 'town');

const byCode = new Map(all.map((division) => [division.code, division]));

/** The county that a code of 6, 9 or 12 digits lies in. */
export function countyOf(code: string): Division | undefined {
  return byCode.get(code.slice(0, 6));
}

/** The town that a code of 9 or 12 digits lies in; none for a county. */
export function townOf(code: string): Division | undefined {
  return code.length >= 9 ? byCode.get(code.slice(0, 9)) : undefined;
}
