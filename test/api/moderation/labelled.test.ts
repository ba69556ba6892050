import { describe, expect, it } from 'vitest';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import * as first from './cases.ts';
import * as heldOut from './hold-out.ts';
import { advertWith, soundAdvert } from './labelled-adverts.ts';
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

describe('disguises known to get through', () => {
  it.fails.each(more.stillMissed)('%s: %s', (rule, text) => expect(rulesIn(text)).toContain(rule));
});

it('an everyday advert passes as a whole', () => {
  expect(lintAdvert(soundAdvert)).toEqual([]);
});

describe('the held-out set', () => {
  const share = (kind: 'plain' | 'disguised'): number => {
    const found = heldOut.offences.flatMap((one) =>
      one[kind].map((text) => rulesIn(text).includes(one.rule)),
    );
    return found.filter(Boolean).length / found.length;
  };

  it('is found in 99 % of plain and 90 % of disguised offences', () => {
    expect(share('plain')).toBeGreaterThanOrEqual(0.99);
    expect(share('disguised')).toBeGreaterThanOrEqual(0.9);
  });

  it('raises at most 2 % false alarms', () => {
    const texts = [...heldOut.clean, ...heldOut.cleanButOdd];
    const alarms = texts.filter((text) => lintAdvert(advertWith(text)).length > 0);
    expect(alarms.length / texts.length).toBeLessThanOrEqual(0.02);
  });
});
