import { describe, expect, test } from 'vitest';
import { countyAt, isInWater } from '../../geodata/boundary.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import {
  childrenOf,
  countyOf,
  divisions,
  findDivision,
  townOf,
  villages,
  type Division,
} from '../../geodata/divisions.ts';
import { counties, towns } from '../../geodata/towns.ts';

const groundOf = (code: string) => {
  const county = code.slice(0, 6);
  return county === '321071' ? ['321002', '321003'] : [county];
};
const outsideItsCounty = ({ code, seat }: Division) => !groundOf(code).includes(countyAt(seat) ?? '');

describe('divisions', () => {
  test('there are 7 counties, 98 towns and 1,437 villages', () => {
    expect([counties.length, towns.length, villages.length]).toEqual([7, 98, 1437]);
    expect(divisions).toHaveLength(7 + 98 + 1437);
  });

  test.each([
    ['321002', 12, 151],
    ['321003', 21, 177],
    ['321012', 14, 337],
    ['321023', 15, 283],
    ['321071', 5, 61],
    ['321081', 18, 197],
    ['321084', 13, 231],
  ])('%s has %i towns and %i villages', (county, townCount, villageCount) => {
    const below = childrenOf(county);
    expect(below).toHaveLength(townCount);
    expect(below.flatMap(({ code }) => childrenOf(code))).toHaveLength(villageCount);
  });

  test('codes are unique, of 6, 9 or 12 digits, and begin with their parent', () => {
    expect(new Set(divisions.map(({ code }) => code)).size).toBe(divisions.length);
    const digits = { county: 6, town: 9, village: 12 };
    for (const { code, level, parent } of divisions) {
      expect(code).toMatch(/^3210\d+$/);
      expect(code).toHaveLength(digits[level]);
      if (level === 'county') expect(parent).toBe('321000');
      else expect([code.startsWith(parent), findDivision(parent)?.code]).toEqual([true, parent]);
    }
  });

  test('a code of any level leads to its county and town', () => {
    expect(findDivision('321002001001')?.name).toBe('琼花观社区居委会');
    expect(townOf('321002001001')?.name).toBe('东关街道');
    expect(countyOf('321002001001')?.name).toBe('广陵区');
    expect(countyOf('321002001')?.name).toBe('广陵区');
    expect(townOf('321002')).toBeUndefined();
    expect(findDivision('320100')).toBeUndefined();
    expect(childrenOf('321000')).toHaveLength(7);
  });

  test('people say 邗江, 瓜洲, 东关, 琼花观社区, 渡江村', () => {
    const said = ['321003', '321003103', '321002001', '321002001001', '321071'].map(
      (code) => findDivision(code)?.shortName,
    );
    expect(said).toEqual(['邗江', '瓜洲', '东关', '琼花观社区', '开发区']);
    expect(villages.find(({ name }) => name === '渡江村委会')?.shortName).toBe('渡江村');
    expect(divisions.filter(({ shortName }) => /委会?$|居委|虚拟|^$/.test(shortName))).toEqual([]);
  });
});

describe('positions', () => {
  test('every seat lies in its county', () => {
    expect([...counties, ...towns].filter(outsideItsCounty).map(({ name }) => name)).toEqual([]);
  });

  test('every village lies in its county', () => {
    expect(villages.filter(outsideItsCounty).map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  test('nobody lives in the water', () => {
    expect(divisions.filter(({ seat }) => isInWater(seat)).map(({ name }) => name)).toEqual([]);
  });

  test('a village stands within 11 km of its town’s seat and nearer to no other village than 150 m', () => {
    for (const town of towns) {
      const below = childrenOf(town.code);
      for (const [i, village] of below.entries()) {
        expect(distanceMetres(village.seat, town.seat), village.name).toBeLessThan(11_500);
        for (const other of below.slice(i + 1)) {
          expect(distanceMetres(village.seat, other.seat), `${village.name} ${other.name}`).toBeGreaterThan(
            150,
          );
        }
      }
    }
  });

  test('each says that it is approximate, where it comes from and in which datum', () => {
    const said = new Set(
      divisions.map((division) =>
        [division.level, division.positionSource, division.positionQuality, division.datum].join(' '),
      ),
    );
    expect([...said].sort()).toEqual([
      'county county-anchor approximate wgs84',
      'town township-seat approximate wgs84',
      'village village-spread approximate wgs84',
    ]);
  });
});
