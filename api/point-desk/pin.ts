import { countyAt, isInsideCity, isInWater } from '../../geodata/boundary.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import { findDivision } from '../../geodata/divisions.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { type Fault, Refusal } from '../refusals.ts';
import type { PinDoubt } from './contract.ts';

/** The outline of the city is good to about 200 m. */
const outlineToleranceMetres = 200;
/** From here on it is no doubt but a mistake: longitude and latitude changed places, a digit lost. */
const impossibleMetres = 100_000;
/**
 * A point is told by the seat of its division, for addresses are not looked up anywhere. Villages here are 1 to 2 km
 * across and their seats approximate, towns 8 to 12 km, counties 30 to 50.
 */
const farMetres = { village: 3000, town: 8000, county: 15_000 } as const;
/** 开发区 has no outline of its own: its ground lies in these two. */
const groundOf: Readonly<Record<string, readonly string[]>> = { '321071': ['321002', '321003'] };

const asks: Readonly<Record<PinDoubt, string>> = {
  'other-city': '这个位置在扬州外面',
  'outside-jurisdiction': '这个位置在别的区县',
  'in-water': '图上这里是水面',
  'far-from-address': '离这个村、社区的中心很远',
};

/** What is doubtful about a pin. The shores of the map err by up to a kilometre, so water asks and never refuses. */
export function pinDoubts(place: LngLat, division: string): PinDoubt[] {
  const county = countyAt(place);
  const grounds = groundOf[division.slice(0, 6)] ?? [division.slice(0, 6)];
  const isOutside = !isInsideCity(place, outlineToleranceMetres);
  const known = findDivision(division);
  return [
    ...(isOutside ? ['other-city' as const] : []),
    ...(county !== null && !grounds.includes(county) ? ['outside-jurisdiction' as const] : []),
    ...(isInWater(place) ? ['in-water' as const] : []),
    ...(known && distanceMetres(place, known.seat) > farMetres[known.level]
      ? ['far-from-address' as const]
      : []),
  ];
}

/** How far a pin is from the seat of its division, metres; null where the division is unknown. */
export function fromSeatMetres(place: LngLat, division: string): number | null {
  const known = findDivision(division);
  return known ? Math.round(distanceMetres(place, known.seat)) : null;
}

/** Says no to a pin that cannot be, and to a doubtful one without a reason. */
export function refusePin(place: LngLat, division: string, reason: string): Refusal | null {
  const metres = fromSeatMetres(place, division);
  if (metres !== null && metres > impossibleMetres && !isInsideCity(place, outlineToleranceMetres)) {
    const detail = `这个位置离${findDivision(division)?.name} ${Math.round(metres / 1000)} 公里，是不是经度和纬度写反了`;
    return new Refusal('invalid', 'pin.impossible', detail, [fault('facts.place', 'pin.impossible', detail)]);
  }
  const doubts = pinDoubts(place, division);
  if (doubts.length === 0 || reason.length >= 4) return null;
  const said = doubts.map((doubt) =>
    doubt === 'far-from-address' && metres !== null
      ? `离${findDivision(division)?.name}的中心 ${(metres / 1000).toFixed(1)} 公里`
      : asks[doubt],
  );
  const detail = `${said.join('，')}。真在这里就写一句为什么`;
  return new Refusal('invalid', 'pin.doubtful', detail, [
    ...doubts.map((doubt) => fault('facts.place', `pin.${doubt}`, asks[doubt])),
    fault('pinReason', 'pin.reason-wanted', detail),
  ]);
}

function fault(name: string, code: string, detail: string): Fault {
  return { in: 'body', name, code, detail };
}
