import { expect, it } from 'vitest';
import { openingForm } from '../../../api/opening-desk/contract.ts';
import { emptyForm, monthlyYuan, toForm, toValues } from '../../../web/employer-desk/opening-values.ts';

it('a form that was kept comes back as it was', () => {
  const form = {
    ...emptyForm,
    title: '面点师傅',
    benefits: ['包吃', '包住', '月结', '长白班', '年终奖', '带薪年假'],
    publishAt: '2026-12-01T08:30:00+08:00',
  };
  expect(toForm(toValues(form))).toEqual(form);
  expect(toValues(form).publishAt).toBe('2026-12-01T08:30');
});

it('an empty form is one that the server takes', () =>
  expect(openingForm.safeParse(toForm(toValues(emptyForm))).success).toBe(true));

it('negotiable pay carries no figures, and a source only belongs to what was taken over', () => {
  const values = { ...toValues(emptyForm), salaryUnit: '面议' as const, salaryMin: 3000, sourceName: '某处' };
  expect(toForm(values)).toMatchObject({ salaryMin: null, salaryMax: null, sourceName: '' });
});

it('a time of publishing counts only while it is wanted', () => {
  const values = { ...toValues(emptyForm), publishAt: '2026-12-01T08:00', later: false };
  expect(toForm(values).publishAt).toBeNull();
});

it('day and hour are also said by the month; month and piece are not', () => {
  expect(monthlyYuan(200, '日')).toBe(4350);
  expect(monthlyYuan(22, '时')).toBe(3830);
  expect(monthlyYuan(5000, '月')).toBeNull();
  expect(monthlyYuan(2, '件')).toBeNull();
});
