import { describe, expect, it } from 'vitest';
import type { Advert } from '../../../api/moderation/advert.ts';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import { clean, cleanButOdd, offences } from './cases.ts';
import { advertWith, soundAdvert } from './labelled-adverts.ts';

describe('an advert with one offence', () => {
  for (const { rule, plain, disguised } of offences) {
    it.each(plain)(`${rule} is found in plain words: %s`, (text) => {
      expect(lintAdvert(advertWith(text)).map((finding) => finding.rule)).toContain(rule);
    });
    it.each(disguised)(`${rule} is found behind a disguise: %s`, (text) => {
      expect(lintAdvert(advertWith(text)).map((finding) => finding.rule)).toContain(rule);
    });
  }
});

describe('an advert without fault', () => {
  it.each([...clean, ...cleanButOdd])('passes: %s', (text) => {
    expect(lintAdvert(advertWith(text))).toEqual([]);
  });

  it('passes as a whole', () => {
    expect(lintAdvert(soundAdvert)).toEqual([]);
  });
});
