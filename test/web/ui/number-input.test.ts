import { expect, it } from 'vitest';
import { readTyped } from '../../../web/ui/number-input.tsx';

it.each([
  ['5500', 0, '5500'],
  ['５５００', 0, '5500'],
  ['5,500 元', 0, '5500'],
  ['15.5', 0, '15'],
  ['15.55', 1, '15.5'],
  ['15。5', 2, '15.5'],
  ['1.2.3', 2, '1.23'],
  ['五千', 0, ''],
])('%s with %i decimals is typed as %s', (text, decimals, typed) =>
  expect(readTyped(text, decimals)).toBe(typed),
);
