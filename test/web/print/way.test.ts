import { beforeAll, expect, it } from 'vitest';
import { directionOf, wayInWords } from '../../../web/print/way.ts';
import { whereOf } from '../../../web/print/where.ts';

beforeAll(() => void ((globalThis as any).document ??= { documentElement: { lang: 'zh-CN' } }));

const from = { lng: 119.4, lat: 32.3 };
const goal = (lng: number, lat: number, distanceMetres: number, quality = 'imported') => ({
  place: { lng, lat, quality },
  distanceMetres,
  town: { name: '施桥镇' },
});

it.each([
  [119.4, 32.4, 0],
  [119.5, 32.385, 1],
  [119.5, 32.3, 2],
  [119.5, 32.215, 3],
  [119.4, 32.2, 4],
  [119.3, 32.215, 5],
  [119.3, 32.3, 6],
  [119.3, 32.385, 7],
])('towards %d, %d is direction %d', (lng, lat, direction) => {
  expect(directionOf(from, { lng, lat })).toBe(direction);
});

it('is told on foot when it can be walked, else by e-bike', () => {
  expect(wayInWords(from, goal(119.41, 32.3, 940))).toBe(
    '出站往正东，直线 940 米，走过去约 1.2 公里、18 分钟。',
  );
  expect(wayInWords(from, goal(119.4, 32.35, 5560))).toBe('在站的正北，直线 5.6 公里，骑电动车约 24 分钟。');
});

it('says so where the place is next door, or only the town is known', () => {
  expect(wayInWords(from, goal(119.4001, 32.3, 10))).toContain('就在站旁边');
  expect(wayInWords(from, goal(119.41, 32.3, 940, 'town'))).toContain('在施桥镇');
});

it('no part of an address is said twice', () => {
  const place = { district: { name: '邗江区' }, town: { name: '瓜洲镇' } };
  expect(whereOf({ ...place, address: '瓜洲镇振兴路4号' })).toBe('邗江区瓜洲镇振兴路 4 号');
  expect(whereOf({ ...place, address: '邗江区振兴路 4 号' })).toBe('邗江区瓜洲镇振兴路 4 号');
  expect(whereOf({ ...place, address: '' })).toBe('邗江区瓜洲镇');
});
