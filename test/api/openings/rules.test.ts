import { expect, it } from 'vitest';
import { isVisible, monthlyPay, readIdOrCode } from '../../../api/openings/rules.ts';
import { readIndustry } from '../../../api/openings/industries.ts';

it.each([
  [5500, '月', 5500],
  [240, '日', 5220],
  [26, '时', 4524],
  [1.2, '件', null],
  [null, '面议', null],
] as const)('%s a %s is %s a month', (perUnit, unit, monthly) =>
  expect(monthlyPay(perUnit, unit)).toBe(monthly),
);

it('an opening shows from its publication to its end, the end excluded', () => {
  const opening = { status: 'published', publishedAt: 100, expiresAt: 200 };
  expect([99, 100, 199, 200].map((now) => isVisible(opening, now))).toEqual([false, true, true, false]);
  expect(isVisible({ ...opening, status: 'closed' }, 150)).toBe(false);
});

it.each([
  ['K7M2QP', { code: 'K7M2QP' }],
  ['k7m 2qp', { code: 'K7M2QP' }],
  ['ｋ７ｍ２ｑｐ', { code: 'K7M2QP' }],
  ['234679', { id: 234679 }],
  ['2K7M2Q', null],
  ['12', { id: 12 }],
  ['K7M2Q', null],
  ['K7M20P', null],
  ['', null],
])('“%s” asks for %j', (text, wanted) => expect(readIdOrCode(text)).toEqual(wanted));

it.each([
  ['C', 'C'],
  ['c39', 'C'],
  ['C 制造业', 'C'],
  ['制造业', 'C'],
  ['住宿餐饮业', 'H'],
  ['居民服务、修理和其他服务业', 'O'],
  ['Catering', null],
  ['搬砖', null],
])('industry “%s” is section %s', (text, section) => expect(readIndustry(text)).toBe(section));
