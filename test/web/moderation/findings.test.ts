import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../api/moderation/advert.ts';
import {
  cutAtMarks,
  leastYuan,
  numberFindings,
  offeredWords,
  splitAdvice,
  withoutWords,
} from '../../../web/moderation/findings.ts';

const of = (text: string, words: string): Pick<Finding, 'start' | 'end'> => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const finding = (over: Partial<Finding>): Finding => ({
  rule: 'sex',
  severity: 'error',
  field: 'duties',
  words: '',
  start: 0,
  end: 0,
  article: '',
  advice: '',
  ...over,
});

describe('words taken out leave a sentence', () => {
  it.each([
    ['做六休一。限女性，35 岁以下。', '限女性', '做六休一。35 岁以下。'],
    ['急聘面点师傅，加微信 mian88', '加微信 mian88', '急聘面点师傅'],
    ['能早起，限女性，会调馅', '限女性', '能早起，会调馅'],
    ['限女性', '限女性', ''],
    ['工资月结。限女性。管饭。', '限女性', '工资月结。管饭。'],
  ])('%s without %s', (text, words, left) => expect(withoutWords(text, of(text, words))).toBe(left));
});

it('what is wrong stands before what to write', () =>
  expect(splitAdvice('不能限性别。可以写要做到的事，比如“能搬 20 公斤面粉”')).toEqual({
    wrong: '不能限性别',
    instead: '可以写要做到的事，比如“能搬 20 公斤面粉”',
  }));

it.each([
  ['不能限性别。可以写要做到的事，比如“能搬 20 公斤面粉”', '能搬 20 公斤面粉'],
  ['标题里不放电话、微信和网址。放到“联系电话”那一栏', null],
  ['不能限民族。把这几个字去掉', null],
])('%s offers %s', (advice, offered) => expect(offeredWords(advice)).toBe(offered));

it('the least pay is read from the advice on underpay only', () => {
  const advice = '低于当地最低工资。至少写 2490 元/月';
  expect(leastYuan(finding({ rule: 'under-minimum-wage', advice }))).toBe(2490);
  expect(leastYuan(finding({ rule: 'deposit', advice: '押金 200 元' }))).toBeNull();
});

it('numbers follow the form, and what is not written yet has none', () => {
  const numbered = numberFindings([
    finding({ field: 'requirements', start: 9 }),
    finding({ field: 'duties', start: 20 }),
    finding({ field: 'headcount', rule: 'missing-element' }),
    finding({ field: 'title' }),
    finding({ field: 'duties', start: 3 }),
  ]);
  expect(numbered.map(({ number, field, start }) => [number, field, start])).toEqual([
    [1, 'title', 0],
    [2, 'duties', 3],
    [3, 'duties', 20],
    [4, 'requirements', 9],
  ]);
});

it('marks that overlap do not double the text', () => {
  const text = '限女性 35 岁以下';
  const [one, two] = numberFindings([finding({ start: 0, end: 6 }), finding({ start: 4, end: 10 })]);
  const pieces = cutAtMarks(text, [one!, two!]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter((piece) => piece.finding)).toHaveLength(2);
});
