import { expect, it } from 'vitest';
import { isWorthSuggesting } from '../../../web/search/data.ts';

it.each([
  ['保', true],
  ['ba', true],
  ['b', false],
  [' ', false],
  [' b ', false],
])('typing “%s” brings suggestions: %s', (text, worth) => {
  expect(isWorthSuggesting(text)).toBe(worth);
});
