import { describe, expect, it } from 'vitest';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import * as first from './cases.ts';
import { advertWith, soundAdvert } from './labelled-adverts.ts';
import { labelledSets, measure } from './measure.ts';
import * as more from './more-cases.ts';

const rulesIn = (text: string): string[] => lintAdvert(advertWith(text)).map(({ rule }) => rule);

describe.each([
  ['first', first],
  ['more', more],
])('an advert with one offence (%s cases)', (_name, { offences }) => {
  for (const { rule, plain, disguised } of offences) {
    it.each(plain)(`${rule} is found in plain words: %s`, (text) => expect(rulesIn(text)).toContain(rule));
    it.each(disguised)(`${rule} is found behind a disguise: %s`, (text) =>
      expect(rulesIn(text)).toContain(rule),
    );
  }
});

describe.each([
  ['first', first],
  ['more', more],
])('an advert without fault (%s cases)', (_name, { clean, cleanButOdd }) => {
  it.each([...clean, ...cleanButOdd])('passes: %s', (text) =>
    expect(lintAdvert(advertWith(text))).toEqual([]),
  );
});

describe('what is known to get through', () => {
  it.fails.each(more.stillMissed)('%s: %s', (rule, text) => expect(rulesIn(text)).toContain(rule));
});

it('an everyday advert passes as a whole', () => {
  expect(lintAdvert(soundAdvert)).toEqual([]);
});

describe.each(['hold-out.ts', 'hold-out-second.ts', 'hold-out-third.ts'])('the held-out set %s', (name) => {
  const { plain, disguised, falseAlarms } = measure(labelledSets[name]!);

  it('is found in 99 % of plain and 90 % of disguised offences', () => {
    expect(plain[0] / plain[1]).toBeGreaterThanOrEqual(0.99);
    expect(disguised[0] / disguised[1]).toBeGreaterThanOrEqual(0.9);
  });

  it('raises at most 2 % false alarms', () => {
    expect(falseAlarms[0] / falseAlarms[1]).toBeLessThanOrEqual(0.02);
  });
});
