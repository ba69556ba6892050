import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../../web/openings/conditions.ts';
import { emptyFind, type FindState } from '../../../web/openings/filter.ts';
import { offersFor } from '../../../web/openings/offers.ts';

const names = { district: { '321002': '广陵区' }, town: {}, industry: {} };
const labels = (state: FindState, withinMetres: number | null) =>
  offersFor(state, conditionsOf(state, names), withinMetres).map(({ label }) => label);

describe('what an empty list offers', () => {
  it('is a wider radius, fewer conditions and other words, the smallest change first', () => {
    const state = { ...emptyFind, q: '水下焊工', benefits: ['包住'], mode: 'ebike' as const };
    expect(labels(state, 3460)).toEqual([
      '放宽到 5 公里',
      '放宽到 10 公里',
      '看扬州全市',
      '不要求“包住”',
      '不找“水下焊工”，看别的',
    ]);
  });

  it('changes one thing in each offer', () => {
    const state = { ...emptyFind, q: '焊工', benefits: ['包住', '包吃'], salaryMin: 9000 };
    const offers = offersFor(state, conditionsOf(state, names), null);
    expect(offers.find(({ key }) => key === 'benefit-包住')?.state).toEqual({ ...state, benefits: ['包吃'] });
  });

  it('looks outside of an area, the rest as it was', () => {
    const state = { ...emptyFind, q: '水下焊工', area: [119.4, 32.4, 119.5, 32.4, 119.5, 32.5] };
    expect(labels(state, null)).toEqual(['圈外的也看', '不找“水下焊工”，看别的']);
    expect(offersFor(state, [], null)[0]?.state).toEqual({ ...state, area: null });
  });

  it('is nothing when nothing was asked', () => {
    expect(labels(emptyFind, null)).toEqual([]);
  });

  it('does not offer to drop the only words', () => {
    expect(labels({ ...emptyFind, q: '水下焊工' }, null)).toEqual([]);
  });

  it('takes the town off with its county', () => {
    const state = { ...emptyFind, district: '321002', town: '321002001' };
    const county = offersFor(state, conditionsOf(state, names), null).find(({ key }) => key === 'district');
    expect(county).toMatchObject({ label: '不要求“广陵区”', state: { district: null, town: null } });
  });
});
