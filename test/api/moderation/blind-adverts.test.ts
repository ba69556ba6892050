import { describe, expect, it } from 'vitest';
import { blindSets, readBlind, readRightly } from './blind-adverts.ts';

describe.each(blindSets)('the adverts of the %s blind set', (name) => {
  const adverts = readBlind(name);

  it.each(adverts.map((one) => [one.row, one.expected.join('+') || '无', one] as const))(
    'row %i is read rightly: %s',
    (_row, expected, one) => {
      const { right, findings } = readRightly(one);
      const found = findings.map(({ rule, words }) => `${rule}: ${words}`);
      expect(right, `${expected} <> ${found.join('; ')}`).toBe(true);
    },
  );
});
