import { describe, expect, test } from 'vitest';
import { creditCodeFault } from '../../api/employers/credit-code.ts';
import { countyAt, isInsideCity, isInWater } from '../../geodata/boundary.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { makeEmployers } from '../../seeds/employers.ts';
import { hiddenCounts, makeOpenings } from '../../seeds/openings.ts';
import { makePoints } from '../../seeds/points.ts';

const now = new Date('2026-11-23T02:00:00Z');
const points = makePoints();
const employers = makeEmployers();
const openings = makeOpenings(employers, now);
const published = openings.filter(
  ({ status, expiresAt }) => status === 'published' && Date.parse(expiresAt ?? '') > now.getTime(),
);

describe('service points of the demo city', () => {
  test('there are 1,359, with 1,243 terminals at as many of them', () => {
    expect(points).toHaveLength(1359);
    expect(points.filter(({ terminalsInstalled }) => terminalsInstalled > 0)).toHaveLength(1243);
    expect(points.reduce((sum, { terminalsInstalled }) => sum + terminalsInstalled, 0)).toBe(1243);
  });

  test('every division has at most one, every county and town has one', () => {
    const divisions = points.map(({ division }) => division);
    expect(new Set(divisions).size).toBe(1359);
    expect(divisions.filter((code) => code.length === 6)).toHaveLength(7);
    expect(divisions.filter((code) => code.length === 9)).toHaveLength(98);
  });

  test.each([
    ['321002', '321002001'],
    ['321003', '321003001'],
    ['321012', '321012100'],
    ['321023', '321023100'],
    ['321071', '321071050'],
    ['321081', '321081100'],
    ['321084', '321084001'],
  ])('the centre of %s stands at the seat of its main town %s', (county, town) => {
    const centre = points.find(({ division }) => division === county);
    expect(centre?.place).toEqual(findDivision(town)?.seat);
  });
});

describe('employers of the demo city', () => {
  test('there are 1,400 or more, each with its own name and credit code', () => {
    expect(employers.length).toBeGreaterThanOrEqual(1400);
    expect(new Set(employers.map(({ name }) => name)).size).toBe(employers.length);
    expect(new Set(employers.map(({ creditCode }) => creditCode)).size).toBe(employers.length);
  });

  test('their credit codes hold', () => {
    expect(employers.filter(({ creditCode }) => creditCodeFault(creditCode) !== null)).toEqual([]);
  });

  test('an address does not stutter', () => {
    const twice = employers.filter(({ address }) => /^(.{2,})\1/.test(address));
    expect(twice.map(({ address }) => address)).toEqual([]);
  });
});

describe('openings of the demo city', () => {
  test('3,455 can be seen; drafts, closed and expired ones stay hidden', () => {
    expect(published).toHaveLength(3455);
    expect(openings).toHaveLength(3455 + hiddenCounts.draft + hiddenCounts.closed + hiddenCounts.expired);
  });

  test('every employer has at least one that can be seen', () => {
    const hiring = new Set(published.map(({ creditCode }) => creditCode));
    expect(employers.filter(({ creditCode }) => !hiring.has(creditCode))).toEqual([]);
  });

  test('pay is a range in order, and nothing is dated after now', () => {
    const wrong = openings.filter(
      ({ salaryMin, salaryMax, publishedAt, confirmedAt }) =>
        (salaryMin ?? 0) > (salaryMax ?? 0) ||
        Date.parse(publishedAt!) > now.getTime() ||
        confirmedAt! < publishedAt! ||
        Date.parse(confirmedAt!) > now.getTime(),
    );
    expect(wrong).toEqual([]);
  });

  test('casual and part-time work promises no benefits of the payroll', () => {
    const wrong = openings.filter(
      ({ employmentType, benefits }) =>
        ['兼职', '临时', '实习'].includes(employmentType ?? '') &&
        benefits.some((benefit) => ['五险', '五险一金', '年终奖', '带薪年假'].includes(benefit)),
    );
    expect(wrong).toEqual([]);
  });

  test('a benefit that the title or the duties name is among the benefits', () => {
    const wrong = openings.filter(
      ({ title, benefits, employmentType }) =>
        employmentType === '全职' &&
        ['日结', '长白班', '包吃'].some((benefit) => title.includes(benefit) && !benefits.includes(benefit)),
    );
    expect(wrong.map(({ title, benefits }) => [title, benefits])).toEqual([]);
  });
});

test('nothing of the demo city stands in water or outside the city', () => {
  const places = [
    ...points.map(({ name, place }) => ({ name, place })),
    ...employers.map(({ name, place }) => ({ name, place })),
    ...openings.map(({ externalId, place }) => ({ name: externalId, place })),
  ];
  const astray = places.filter(({ place }) => !place || !isInsideCity(place) || isInWater(place));
  expect(astray).toEqual([]);
});

test('every county has employers and openings', () => {
  const grounds = new Set(employers.map(({ place }) => countyAt(place)));
  expect([...grounds].sort()).toEqual(['321002', '321003', '321012', '321023', '321081', '321084']);
});

test('the same seed gives the same city twice', () => {
  expect(makePoints()).toEqual(points);
  expect(makeEmployers()).toEqual(employers);
  expect(makeOpenings(makeEmployers(), now)).toEqual(openings);
});

test('another day gives the same texts and places with other dates', () => {
  const later = makeOpenings(employers, new Date('2027-02-03T09:00:00Z'));
  const textsOf = (list: typeof openings) =>
    list.map(({ externalId, title, duties, requirements, place, status }) => ({
      externalId,
      title,
      duties,
      requirements,
      place,
      status,
    }));
  expect(textsOf(later)).toEqual(textsOf(openings));
  expect(later[0]!.publishedAt).not.toBe(openings[0]!.publishedAt);
});
