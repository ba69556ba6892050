import { expect, it } from 'vitest';
import { asksForSomething } from '../../../api/alerts/contract.ts';
import { dueBefore, shortNameOf, tidy } from '../../../api/alerts/rules.ts';

it.each([
  [{}, false],
  [{ q: '  ' }, false],
  [{ q: '   ', literal: true }, false],
  [{ benefits: [] }, false],
  [{ q: '焊工' }, true],
  [{ district: '321012' }, true],
  [{ salaryMin: 5000 }, true],
  [{ benefits: ['包住'] }, true],
])('whether %j asks for anything', (wanted, asks) => {
  expect(asksForSomething(wanted)).toBe(asks);
});

it.each([
  [{ q: ' 电焊工   江都 ' }, { q: '电焊工 江都' }],
  [{ q: ' ', literal: true, town: '321012100' }, { town: '321012100' }],
  [{ benefits: ['班车', '包吃', '班车'] }, { benefits: ['包吃', '班车'] }],
  [
    { q: '普工', literal: true, occupation: undefined },
    { q: '普工', literal: true },
  ],
  [{ q: '普工', literal: false, benefits: [] }, { q: '普工' }],
])('%j is kept as %j', (wanted, kept) => {
  expect(tidy(wanted)).toEqual(kept);
});

it.each([
  [{ q: '电焊工', district: '321012' }, '电焊工 江都'],
  [{ occupation: '保洁员' }, '保洁员'],
  [{ industry: 'C' }, '制造业'],
  [{ benefits: ['包住'], salaryMin: 6000 }, '包住 每月 6000 元以上'],
  [{ q: '离家近一点的不用上夜班的厂里包装工' }, '离家近一点的不用上夜班的厂里包…'],
  [{ q: '𠮷'.repeat(20) }, `${'𠮷'.repeat(15)}…`],
])('a message names %j as %s', (wanted, name) => {
  expect(shortNameOf(wanted)).toBe(name);
});

it.each([
  // Monday the 23rd, 10:00 in Yangzhou: what was told yesterday evening is due, what was told this morning is not.
  ['daily', '2026-11-22T15:59:00Z', true],
  ['daily', '2026-11-22T16:00:00Z', false],
  ['weekly', '2026-11-16T01:00:00Z', true],
  ['weekly', '2026-11-16T15:59:00Z', true],
  ['weekly', '2026-11-16T16:00:00Z', false],
] as const)('%s, told at %s: due %s', (rhythm, toldAt, due) => {
  expect(new Date(toldAt) < dueBefore(rhythm, new Date('2026-11-23T02:00:00Z'))).toBe(due);
});
