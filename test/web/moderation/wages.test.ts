import { beforeAll, describe, expect, it } from 'vitest';
import type { MinimumWageRow } from '../../../api/moderation/contract.ts';
import { sortWages, wageFaults } from '../../../web/moderation/wages.ts';

beforeAll(() => {
  globalThis.document ??= { documentElement: { lang: 'zh-CN' } } as Document;
});

const row = (county: string, inForceFrom: string | null, isInForce = false): MinimumWageRow => ({
  county,
  monthlyYuan: 2660,
  hourlyYuan: 24,
  inForceFrom,
  source: '苏人社规〔2025〕3号',
  version: 1,
  updatedAt: null,
  enteredBy: null,
  isInForce,
});

it('figures stand by when they count, the nearest day first', () => {
  const items = [
    row('321002', '2028-01-01'),
    row('321002', '2027-01-01'),
    row('321002', '2026-01-01', true),
    row('321002', '2024-01-01'),
    row('321002', '2025-01-01'),
    row('321023', null, true),
  ];
  const days = (rows: MinimumWageRow[]) => rows.map(({ inForceFrom }) => inForceFrom);
  const { now, later, earlier } = sortWages(items, '2026-11-23');
  expect(days(now)).toEqual(['2026-01-01', null]);
  expect(days(later)).toEqual(['2027-01-01', '2028-01-01']);
  expect(days(earlier)).toEqual(['2025-01-01', '2024-01-01']);
});

describe('the form of minimum pay', () => {
  const sound = {
    counties: ['321002'],
    inForceFrom: '2027-01-01',
    monthlyYuan: 2790,
    hourlyYuan: 25.5,
    source: '苏人社规〔2026〕1号',
  };
  const faulty = (some: Partial<typeof sound> | Record<string, null>) =>
    Object.entries(wageFaults({ ...sound, ...some }, '2026-11-23'))
      .filter(([, fault]) => fault)
      .map(([name]) => name);

  it('takes what a notice says', () => expect(faulty({})).toEqual([]));
  it.each([
    ['no county', { counties: [] }, 'counties'],
    ['no day', { inForceFrom: '' }, 'inForceFrom'],
    ['a day years ahead', { inForceFrom: '2035-01-01' }, 'inForceFrom'],
    ['a day of another century', { inForceFrom: '0227-01-01' }, 'inForceFrom'],
    ['no pay by the month', { monthlyYuan: null }, 'monthlyYuan'],
    ['pay by the month without a digit', { monthlyYuan: 279 }, 'monthlyYuan'],
    ['pay by the hour that nobody pays', { hourlyYuan: 0 }, 'hourlyYuan'],
    ['no notice', { source: ' ' }, 'source'],
  ])('says so to %s', (_, some, name) => expect(faulty(some as object)).toEqual([name]));
});
