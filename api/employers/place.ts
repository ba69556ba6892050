import { countyAt, isInWater } from '../../geodata/boundary.ts';
import { distanceMetres, offsetByMetres } from '../../geodata/distance.ts';
import { findDivision } from '../../geodata/divisions.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { towns } from '../../geodata/towns.ts';

/** Outlines are good to about 200 m, so a pin this near to its county is taken at its word; the import does the same. */
const boundaryToleranceMetres = 1500;
/** Towns here are 5 to 12 km across: farther from the seat wants a reason. */
export const farFromTownMetres = 12_000;
/** 经济技术开发区 has no outline in the source; its ground is that of these two. */
const developmentZone = { code: '321071', lies: ['321002', '321003'] };

export type PlaceFinding = { name: 'address' | 'town' | 'place'; code: string; detail: string };
export type PlaceCheck = {
  faults: PlaceFinding[];
  doubts: PlaceFinding[];
  countyAt: string | null;
  metresFromTown: number;
};

/**
 * Holds the three things that say where a place is against each other: the words of the address, the town, the pin
 * (WGS-84). A pin outside the town's county is a fault, one far from the town's seat or on the water a doubt.
 */
export function checkPlace({
  address,
  town,
  place,
}: {
  address: string;
  town: string;
  place: LngLat;
}): PlaceCheck {
  const division = findDivision(town);
  const county = countyAt(place);
  const faults: PlaceFinding[] = [];
  const doubts: PlaceFinding[] = [];
  if (!division || division.level !== 'town') {
    faults.push({ name: 'town', code: 'town.unknown', detail: '扬州没有这个镇或街道' });
    return { faults, doubts, countyAt: county, metresFromTown: 0 };
  }
  const metresFromTown = Math.round(distanceMetres(place, division.seat));
  const countyName = findDivision(town.slice(0, 6))?.name ?? '';
  if (!isIn(place, town.slice(0, 6))) {
    const found = county === null ? '扬州以外' : (findDivision(county)?.name ?? county);
    faults.push({
      name: 'place',
      code: 'place.outside-county',
      detail: `图钉在${found}，选的却是${countyName}${division.name}。挪图钉，或者改镇街`,
    });
  } else if (metresFromTown > farFromTownMetres) {
    doubts.push({
      name: 'place',
      code: 'place.far-from-town',
      detail: `图钉离${division.name}有 ${Math.round(metresFromTown / 1000)} 公里。没标错的话写一句为什么`,
    });
  } else if (isInWater(place)) {
    doubts.push({ name: 'place', code: 'place.in-water', detail: '图钉落在水里了。没标错的话写一句为什么' });
  }
  const named = otherTownIn(address, town);
  if (named !== null)
    doubts.push({
      name: 'address',
      code: 'address.other-town',
      detail: `地址里写的是${named}，选的却是${division.name}。没写错的话写一句为什么`,
    });
  return { faults, doubts, countyAt: county, metresFromTown };
}

function isIn(place: LngLat, countyCode: string): boolean {
  const accepted = countyCode === developmentZone.code ? developmentZone.lies : [countyCode];
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => {
    const angle = (eighth * Math.PI) / 4;
    return offsetByMetres(
      place,
      Math.sin(angle) * boundaryToleranceMetres,
      Math.cos(angle) * boundaryToleranceMetres,
    );
  });
  return [place, ...around].some((spot) => accepted.includes(countyAt(spot) ?? ''));
}

const townNames = towns.map(({ name }) => name).filter((name) => /(镇|乡|街道)$/.test(name));

/** A town or street that the address names in full though another is meant; null when there is none. */
function otherTownIn(address: string, town: string): string | null {
  if (address.includes(findDivision(town)!.name)) return null;
  return townNames.find((name) => address.includes(name)) ?? null;
}
