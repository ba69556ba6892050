import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { educations, employmentTypes, experiences, sorts } from '../../../api/openings/contract.ts';
import {
  clearConditions,
  countConditions,
  effectiveSort,
  emptyFind,
  filterQuery,
  modes,
  readFind,
  writeFind,
  type FindState,
} from '../../../web/openings/filter.ts';

const degrees = (least: number, most: number, digits = 4) =>
  fc
    .integer({ min: least * 10 ** digits, max: most * 10 ** digits })
    .map((scaled) => Number((scaled / 10 ** digits).toFixed(digits)));
const place = fc.record({ lng: degrees(118, 121), lat: degrees(31, 34) });
const words = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: longest })
    .map((text) => text.trim().slice(0, longest).trim())
    .filter((text) => text !== '' && !/\p{Surrogate}/u.test(text));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const unbound: fc.Arbitrary<FindState> = fc.record({
  q: orNull(words(20)),
  literal: fc.boolean(),
  occupation: orNull(words(10)),
  industry: orNull(fc.constantFrom('A', 'C', 'T')),
  district: orNull(fc.constantFrom('321002', '321012')),
  town: orNull(fc.constantFrom('321002001', '321012100')),
  salaryMin: orNull(fc.integer({ min: 1, max: 1_000_000 })),
  education: orNull(fc.constantFrom(...educations)),
  experience: orNull(fc.constantFrom(...experiences)),
  employmentType: orNull(fc.constantFrom(...employmentTypes)),
  benefits: fc.uniqueArray(fc.constantFrom('包吃', '包住', '接受50岁以上', '五险'), { maxLength: 4 }),
  publishedWithinDays: orNull(fc.integer({ min: 1, max: 3650 })),
  sort: orNull(fc.constantFrom(...sorts)),
  start: orNull(fc.record({ place, name: words(10) })),
  mode: orNull(fc.constantFrom(...modes)),
  withinMetres: orNull(fc.integer({ min: 1, max: 200_000 })),
  view: orNull(
    fc.tuple(place, place).map(([low, size]) => ({
      minLng: low.lng,
      minLat: low.lat,
      maxLng: Number((low.lng + (size.lng - 117)).toFixed(4)),
      maxLat: Number((low.lat + (size.lat - 30)).toFixed(4)),
    })),
  ),
  spot: orNull(fc.record({ lng: degrees(118, 121, 7), lat: degrees(31, 34, 7) })),
  area: orNull(
    fc
      .array(place, { minLength: 3, maxLength: 60 })
      .map((places) => places.flatMap(({ lng, lat }) => [lng, lat])),
  ),
  follow: fc.boolean(),
});
/** An area leaves no other bound beside it. */
const states = unbound.map((state) =>
  state.area ? { ...state, mode: null, withinMetres: null, view: null } : state,
);

describe('the address of a search', () => {
  test.prop([states])('reads back as the state it was written from', (state) => {
    expect(readFind(writeFind(state))).toEqual(state);
  });

  test.prop([fc.string({ unit: 'binary' })])('heals whatever is in it', (search) => {
    const healed = readFind(search);
    expect(readFind(writeFind(healed))).toEqual(healed);
  });

  test.prop([
    fc.constantFrom(
      'q',
      'pay',
      'at',
      'view',
      'area',
      'district',
      'sort',
      'benefits',
      'mode',
      'spot',
      'days',
      'town',
    ),
    fc.string({ unit: 'binary' }),
  ])('never lets a broken value into a query', (name, value) => {
    const state = readFind(`?v=1&${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))}`);
    const query = filterQuery(
      state,
      state.start && { place: state.start.place, withinMetres: null },
      state.view,
    );
    for (const part of Object.values(query).flat())
      if (typeof part === 'number') expect(Number.isFinite(part)).toBe(true);
    if (query.bbox) expect(query.bbox[0]).toBeLessThanOrEqual(query.bbox[2]);
  });

  it('bounds by one thing on the ground: an area before a circle before the view', () => {
    const area = [119.4, 32.4, 119.5, 32.4, 119.5, 32.5];
    const written = 'area=1194000,324000,1000,0,0,1000';
    expect(writeFind({ ...emptyFind, area })).toBe(`?v=1&${written}`);
    expect(readFind(`?v=1&${written}&mode=walk&within=900&view=119,32,120,33`)).toEqual({
      ...emptyFind,
      area,
    });
  });

  it('knows the links of when the view was called an area', () => {
    const view = { minLng: 119, minLat: 32, maxLng: 120, maxLat: 33 };
    expect(readFind('?v=1&area=119,32,120,33')).toEqual({ ...emptyFind, view });
    expect(writeFind({ ...emptyFind, view })).toBe('?v=1&view=119,32,120,33');
  });

  it.each([
    'area=',
    'area=1194000,324000,1000,0',
    'area=1194000,324000,1000,0,0',
    'area=1194000,324000,1000,0,0,x',
    'area=1194000,324000,1000,0,0,900000',
    'area=324000,1194000,1000,0,0,1000',
    `area=1194000,324000${',1,1'.repeat(60)}`,
  ])('%s is no area', (broken) => {
    expect(readFind(`?v=1&${broken}`)).toEqual(emptyFind);
  });

  it('is empty when nothing is asked', () => {
    expect(writeFind(emptyFind)).toBe('');
  });

  it('carries its version', () => {
    expect(writeFind({ ...emptyFind, q: '焊工' })).toBe('?v=1&q=%E7%84%8A%E5%B7%A5');
  });

  it('keeps what is right beside what is wrong', () => {
    expect(
      readFind('?v=1&q=焊工&district=abc&pay=-5&sort=best&at=999,32&view=2,2,1,1&area=1194000,324000,1'),
    ).toEqual({
      ...emptyFind,
      q: '焊工',
    });
  });
});

describe('what the server is asked', () => {
  it('has the radius only with a start', () => {
    const state = { ...emptyFind, mode: 'ebike' as const, withinMetres: 3000 };
    expect(filterQuery(state, null, null).withinMetres).toBeUndefined();
  });

  it('looks for one address in a box of a few metres, whatever the map shows', () => {
    const view = { minLng: 119, minLat: 32, maxLng: 120, maxLat: 33 };
    const query = filterQuery({ ...emptyFind, spot: { lng: 119.44, lat: 32.39 } }, null, view);
    expect(query.bbox).toEqual([119.43998, 32.38998, 119.44002, 32.39002]);
  });

  it('asks for the letters alone only when there are words', () => {
    expect(filterQuery({ ...emptyFind, literal: true }, null, null).literal).toBeUndefined();
    expect(filterQuery({ ...emptyFind, literal: true, q: '包住' }, null, null).literal).toBe(true);
  });
});

describe('the order', () => {
  it('is near first with a start, best match with words, newest otherwise', () => {
    expect(effectiveSort(emptyFind, true)).toBe('distance');
    expect(effectiveSort({ ...emptyFind, q: '焊工' }, false)).toBe('relevance');
    expect(effectiveSort(emptyFind, false)).toBe('newest');
  });

  it('is never by distance from nowhere', () => {
    expect(effectiveSort({ ...emptyFind, sort: 'distance' }, false)).toBe('newest');
  });

  it('is never by match without words', () => {
    expect(effectiveSort({ ...emptyFind, sort: 'relevance' }, false)).toBe('newest');
  });
});

describe('conditions', () => {
  it('are counted one by one, a circle as one', () => {
    const state = { ...emptyFind, benefits: ['包吃', '包住'], salaryMin: 5000, mode: 'walk' as const };
    expect(countConditions(state)).toBe(4);
  });

  it('are all taken off at once, words and start stay', () => {
    const start = { place: { lng: 119.4, lat: 32.4 }, name: '东关街道' };
    const state = { ...emptyFind, q: '焊工', start, benefits: ['包吃'], salaryMin: 5000 };
    expect(clearConditions(state)).toEqual({ ...emptyFind, q: '焊工', start });
  });
});
