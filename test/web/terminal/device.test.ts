import { expect, it } from 'vitest';
import { clockInWords } from '../../../web/terminal/clock-words.ts';
import { nextBeat } from '../../../web/terminal/device.ts';

it('a beat that may be lost goes out again as it was, else the next number', () => {
  const pending = { sequence: 8, nonce: 'aaaaaaaa' };
  expect(nextBeat({ sequence: 7, pending }, () => 'bbbbbbbb')).toBe(pending);
  expect(nextBeat({ sequence: 7, pending: null }, () => 'bbbbbbbb')).toEqual({
    sequence: 8,
    nonce: 'bbbbbbbb',
  });
});

it.each([
  [null, '还没有'],
  [0, '准'],
  [-120, '准'],
  [300, '差 5 分钟，不影响使用'],
  [-8 * 3600, '差 8 小时，不影响使用'],
  [3 * 86_400, '差 3 天，不影响使用'],
  [-315_532_800, '差 10 年，不影响使用'],
])('a clock off by %s seconds is told as %s', (seconds, said) => {
  (globalThis as any).document ??= { documentElement: { lang: 'zh-CN' } };
  expect(clockInWords(seconds)).toBe(said);
});
