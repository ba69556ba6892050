import { creditCodeCheck } from '../api/employers/credit-code.ts';
import type { NewEmployer } from '../api/openings/store.ts';
import { isInsideCity, isInWater } from '../geodata/boundary.ts';
import { villages, type Division } from '../geodata/divisions.ts';
import type { LngLat } from '../geodata/lng-lat.ts';
import { towns } from '../geodata/towns.ts';
import { type Chance, createChance } from './chance.ts';
import type { Workplace } from './trade.ts';
import { workplaces } from './workplaces.ts';

/** More than 1,400 employers, about 2.4 openings each. */
export const employerCount = 1426;

export type DemoEmployer = NewEmployer & {
  workplace: Workplace;
  town: Division;
  place: LngLat;
  address: string;
  /** How many openings it draws. */
  size: number;
};

// Waterside plants, birds and things: names that no register is likely to hold in these pairs.
const firsts = [...'禾芦梨鹭澄苇棹汀砚槐榆蓼菱荻桑麦桐杏枫莲藕萍蒲棠橘雁鸥莺鲤溪渚浦笠簑橹蓑蕊蘅芷葭菖蕖荇'];
const seconds = [...'渡埭汀塘院泾荻圩垛墩岸堤斋亭坡川潭澜泽帆樯灯笛蓬篷坞埠矶浔漪沚汐岑岫砚笺'];
const streets = [
  '江堤路',
  '文昌路',
  '运河路',
  '邮驿路',
  '兴业路',
  '创新路',
  '双塘路',
  '花园路',
  '河滨路',
  '开发路',
  '桥东街',
  '中心街',
  '振兴路',
  '农贸街',
];

/** Every employer of the demo city: invented, with valid check digits, standing where its kind stands. */
export function makeEmployers(): DemoEmployer[] {
  const chance = createChance(1426);
  const kinds = Object.keys(workplaces) as Workplace[];
  const used = new Set<string>();
  return Array.from({ length: employerCount }, (_, index) => {
    const workplace = chance.weighted(kinds, (kind) => workplaces[kind].weight);
    const town = chance.weighted(towns, (candidate) => townWeight(candidate, workplaces[workplace].ground));
    const { place, near } = placeIn(chance, town);
    const first17 = `9${chance.happens(0.3) ? 2 : 1}${town.code.slice(0, 6)}MA${toAlphabet(710_000 + index * 131)}`;
    return {
      creditCode: first17 + creditCodeCheck(first17),
      name: nameOf(chance, workplace, used),
      industry: workplaces[workplace].section,
      workplace,
      town,
      place,
      address: `${town.name}${near}${chance.pick(streets)} ${chance.between(1, 199)} 号`,
      size: Math.exp(chance.next() * 2.2),
    };
  });
}

function nameOf(chance: Chance, workplace: Workplace, used: Set<string>): string {
  for (;;) {
    const name = chance.pick(firsts) + chance.pick(seconds) + chance.pick(workplaces[workplace].ends);
    if (name[0] === name[1] || used.has(name)) continue;
    used.add(name);
    return name;
  }
}

/** Seven characters of the code's alphabet, so that every number gives another code. */
function toAlphabet(number: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let text = '';
  for (let rest = number; text.length < 7; rest = Math.floor(rest / 31)) text = alphabet[rest % 31] + text;
  return text;
}

const villagesOf = new Map(
  towns.map((town) => [town.code, villages.filter(({ parent }) => parent === town.code)]),
);

/** Streets of the old town and county seats for shops, zones for factories, villages for small workshops. */
function townWeight(town: Division, ground: 'centre' | 'zone' | 'village'): number {
  const size = villagesOf.get(town.code)?.length ?? 1;
  const isZone = /开发区|园区|科技新城|工业园|经济新区|产业/.test(town.name);
  const isStreet =
    town.name.endsWith('街道') || /^(321023100|321081100|321084001|321012100)$/.test(town.code);
  // The development zone on the river has five towns and as many works as a county.
  if (town.code.startsWith('321071')) return ground === 'zone' ? 70 : 30;
  if (ground === 'zone') return isZone ? 40 : isStreet ? 10 : 6 + size / 4;
  if (ground === 'centre') return isStreet ? 26 + size : isZone ? 8 : 3 + size / 5;
  return isStreet ? 4 : 5 + size / 2;
}

/** Near one of the town's villages, on land and inside the city. */
function placeIn(chance: Chance, town: Division): { place: LngLat; near: string } {
  const village = chance.pick([town, ...(villagesOf.get(town.code) ?? [])]);
  const near = town.name.includes(village.shortName) ? '' : village.shortName;
  for (let tries = 0; tries < 40; tries++) {
    const metres = 60 + chance.next() * 640;
    const angle = chance.next() * 2 * Math.PI;
    const place = {
      lng: round(village.seat.lng + (metres * Math.sin(angle)) / 93_800),
      lat: round(village.seat.lat + (metres * Math.cos(angle)) / 111_200),
    };
    if (isInsideCity(place) && !isInWater(place)) return { place, near };
  }
  return { place: village.seat, near };
}

/** Five decimals: a metre, as fine as an approximate place deserves. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
