import { expect, it } from 'vitest';
import { emptyFind } from '../../../web/openings/filter.ts';
import { insistOn, unmeant } from '../../../web/openings/understood.tsx';

const part = (text: string) => ({
  kind: 'place' as const,
  text,
  filter: 'district',
  value: '321012',
  label: '江都区',
});

it('taking off an understood word leaves the others', () => {
  expect(unmeant('幼师 江都 包住', part('江都'))).toEqual({ q: '幼师 包住' });
});

it('taking off the only word leaves no words', () => {
  expect(unmeant('江都', part('江都'))).toEqual({ q: null });
});

it('what was read out of words is taken off by reading them as they stand, where no other word is left', () => {
  const heard = (text: string) => ({
    kind: 'occupation' as const,
    text,
    filter: 'q',
    value: '叉车工',
    label: '叉车工',
  });
  expect(unmeant('插车工', heard('插车工'))).toEqual({ literal: true });
  expect(unmeant('家里钥匙掉了门打不开', heard('家里钥匙打不开'))).toEqual({ literal: true });
  expect(unmeant('插车工 江都', heard('插车工'))).toEqual({ q: '江都' });
});

it('a wish that is held on to becomes a condition and leaves the words', () => {
  const state = { ...emptyFind, q: '宝应 保洁 包住', benefits: ['双休'] };
  const wish = { kind: 'benefit' as const, text: '包住', filter: 'benefits', value: '包住', label: '包住' };
  expect(insistOn(state, wish)).toEqual({ ...state, q: '宝应 保洁', benefits: ['双休', '包住'] });
});

it('pay that is held on to is a number', () => {
  const state = { ...emptyFind, q: '保洁 两万以上' };
  const pay = { text: '两万以上', filter: 'salaryMin', value: '20000', label: '月薪 20000 元起' };
  expect(insistOn(state, { kind: 'condition', ...pay })).toMatchObject({ q: '保洁', salaryMin: 20_000 });
});

it('a place that is held on to is a condition', () =>
  expect(insistOn({ ...emptyFind, q: '江都 潜水员' }, part('江都'))).toMatchObject({
    q: '潜水员',
    district: '321012',
  }));
