import { describe, expect, it } from 'vitest';
import { readThrough } from '../../../api/moderation/lint/disguise.ts';
import { families } from '../../../api/moderation/lint/families.ts';
import { blankOut } from '../../../api/moderation/lint/family.ts';
import { couldMatchIn, needsOf } from '../../../api/moderation/lint/needed.ts';
import { readBlind, unseenSets } from './blind-adverts.ts';

const patterns = families.flatMap(({ trigger, offences, residue, together = [] }) => [
  trigger,
  ...offences,
  ...(residue ? [residue] : []),
  ...together.flatMap(({ parts }) => parts),
]);

const texts = unseenSets
  .slice(0, 3)
  .flatMap((name) =>
    readBlind(name).flatMap(({ advert: { title, duties, requirements } }) =>
      [title, duties, requirements].map((text) => readThrough(text ?? '').plain.text),
    ),
  );

const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

describe('what a pattern needs', () => {
  it(
    'is there in every text in which it matches, and mostly missing where it does not',
    { timeout: 60_000 },
    () => {
      let [matching, possible] = [0, 0];
      const wrong: string[] = [];
      for (const text of texts) {
        const couldMatch = couldMatchIn(text);
        for (const pattern of patterns) {
          const could = couldMatch(pattern);
          if (could) possible++;
          if (!matches(pattern, text)) continue;
          matching++;
          if (!could) wrong.push(`${pattern.source.slice(0, 60)} in ${text}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(matching).toBeGreaterThan(1000);
      expect(possible).toBeLessThan((patterns.length * texts.length) / 8);
    },
  );

  it('is there when innocent phrases of the text have been blanked out', () => {
    const text = '男装导购，限女性，男女不限';
    const couldMatch = couldMatchIn(text);
    for (const { innocent, offences } of families)
      for (const offence of offences.filter((one) => matches(one, blankOut(text, innocent))))
        expect(couldMatch(offence)).toBe(true);
  });

  it.each([
    [/押金/, '不收押金', '押在这里的金子'],
    [/(?:押|保证)金/, '交保证金', '保证不押'],
    [/[收交]\d{2,}元?/, '收20', '收二十'],
    [/(?<=不)招(?:男|女)工?/, '只招女', '不收女工'],
    [/外?地人|本村人/, '当地人', '外地的人'],
    [/😀招/u, '😀招人', '😀收人'],
  ])('%s could match in %s, and not in %s', (pattern, text, other) => {
    expect(couldMatchIn(text)(pattern)).toBe(true);
    expect(couldMatchIn(other)(pattern)).toBe(false);
  });

  it('is nothing where any text might do', () => {
    for (const pattern of [/.?/, /[^男]/, /男|.+/, /男*/, /(?=男)/, /ABC/i, /[\s\S]招?/, /□/])
      expect(needsOf(pattern)).toEqual([]);
  });
});
