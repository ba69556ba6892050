import { counties, towns, type Division } from '../geodata/towns.ts';
import { findDivision, villages } from '../geodata/divisions.ts';
import { parseHours } from '../api/service-points/hours.ts';
import type { NewServicePoint } from '../api/service-points/store.ts';
import { type Chance, createChance } from './chance.ts';
import { phone } from './phones.ts';

/** The figures of the launch: 1,359 service points, 1,243 of them with a terminal. */
export const servicePointCount = 1359;
export const terminalCount = 1243;

/** The main town of each county, where its centre stands; the map's anchor of a county may lie in fields. */
const mainTowns: Readonly<Record<string, string>> = {
  '321002': '321002001',
  '321003': '321003001',
  '321012': '321012100',
  '321023': '321023100',
  '321071': '321071050',
  '321081': '321081100',
  '321084': '321084001',
};

const townServices = [
  '政策咨询',
  '职业指导',
  '求职登记',
  '用工登记',
  '就业失业登记',
  '创业指导',
  '培训报名',
  '社保经办',
  '劳动保障监察投诉受理',
  '纠纷调解',
];
const countyServices = [...townServices, '创业担保贷款', '就业困难人员认定', '档案服务', '公益性岗位申请'];
const villageServices = ['政策咨询', '求职登记', '用工登记', '就业失业登记', '培训报名'];
const villageExtras = ['社保查询', '待遇资格认证', '灵活就业社保补贴', '零工登记', '职业指导'];

const townHours = [
  '一至五 08:30-12:00 14:00-17:30',
  '一至五 08:30-11:30 14:00-17:30; 六 09:00-11:30',
  '一至五 09:00-17:00',
];
const villageHours = [
  '一至五 08:30-11:30 14:00-17:30',
  '一至五 08:30-11:30 14:00-17:00; 六 09:00-11:00',
  '一至六 08:30-11:30',
  '一、三、五 08:30-11:30 14:00-17:00',
  '二、四、六 08:00-11:30',
  '一至五 14:00-17:30',
];

/** Every service point of the demo city, each at its division's approximate position. */
export function makePoints(): NewServicePoint[] {
  const chance = createChance(1359);
  const villagePoints = chance.some(villages, servicePointCount - counties.length - towns.length);
  const all: Division[] = [...counties, ...towns, ...villagePoints];
  const withoutTerminal = new Set(
    chance.some(villagePoints, servicePointCount - terminalCount).map((village) => village.code),
  );
  return all.map((division, index) =>
    makePoint(chance, division, index, !withoutTerminal.has(division.code)),
  );
}

function makePoint(chance: Chance, division: Division, index: number, hasTerminal: boolean): NewServicePoint {
  const town = findDivision(division.code.slice(0, 9));
  const installed = hasTerminal ? 1 : 0;
  return {
    externalId: `FWD-${division.code}`,
    name: nameOf(chance, division),
    level: division.level,
    division: division.code,
    address: addressOf(chance, division, town),
    telephones: division.level === 'village' && chance.happens(0.06) ? [] : [phone(index)],
    place: seatOf(division),
    placeSource: '示意位置',
    placeQuality: 'approximate',
    hours: hoursOf(chance, division),
    services: servicesOf(chance, division),
    terminalsInstalled: installed,
    terminalsWorking: installed > 0 && chance.happens(0.035) ? installed - 1 : installed,
  };
}

function seatOf({ code, seat }: Division): Division['seat'] {
  return findDivision(mainTowns[code] ?? code)?.seat ?? seat;
}

function nameOf(chance: Chance, { level, name, shortName }: Division): string {
  if (level === 'county') return `${name}公共就业服务中心`;
  if (level === 'town') return `${name}人力资源和社会保障服务所`;
  const place = name.replace(/(居民委员会|村民委员会|居委会|村委会)$/, '') || shortName;
  return `${place}${chance.weighted(['就业服务站', '家门口就业服务站', '零工驿站'], (kind) => (kind === '就业服务站' ? 6 : 2))}`;
}

function addressOf(chance: Chance, { level, name, shortName }: Division, town: Division | undefined): string {
  if (level === 'county') return `${name}政务服务中心 ${chance.between(1, 4)} 楼`;
  if (level === 'town') return `${name}便民服务中心 ${chance.between(1, 2)} 楼`;
  return `${town?.name ?? ''}${shortName}党群服务中心`;
}

/** Two in a hundred village points have no hours on file, so that the page must say to call first. */
function hoursOf(chance: Chance, { level }: Division) {
  if (level === 'village' && chance.happens(0.02)) return [];
  return parseHours(
    level === 'village'
      ? chance.weighted(villageHours, (hours) => (hours === villageHours[0] ? 6 : 1))
      : chance.pick(townHours),
  );
}

function servicesOf(chance: Chance, { level }: Division): string[] {
  if (level === 'county') return countyServices;
  if (level === 'town') return chance.happens(0.4) ? [...townServices, '就业困难人员认定'] : townServices;
  return [...villageServices, ...chance.some(villageExtras, chance.between(1, 4))];
}
