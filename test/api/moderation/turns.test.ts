import { describe, expect, it } from 'vitest';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import { turns } from './turns.ts';
import { stillMissed } from './turns/still-missed.ts';
import { wholeAdverts } from './whole-adverts.ts';

const isFound = (rule: string, text: string, place: number): boolean =>
  wholeAdverts(text, place).every((advert) => lintAdvert(advert).some((finding) => finding.rule === rule));

describe.each(turns.map((one) => [one.rule, one] as const))('turns of phrase for %s', (rule, { batches }) => {
  const all = (kind: 'plain' | 'disguised' | 'clean') => batches.flatMap((batch) => batch[kind]);

  it('are found in short adverts and in long ones', () => {
    const missed = [...all('plain'), ...all('disguised')].filter(
      (text, place) => !isFound(rule, text, place),
    );
    expect(missed).toEqual([]);
  }, 30_000);

  it('have innocent neighbours that pass', () => {
    const alarms = all('clean').flatMap((text, place) =>
      wholeAdverts(text, place).flatMap((advert) =>
        lintAdvert(advert).map((finding) => `${text}: ${finding.rule} ${finding.words}`),
      ),
    );
    expect(alarms).toEqual([]);
  }, 30_000);
});

describe('what is known to get through', () => {
  it.fails.each(stillMissed)('%s: %s', (rule, text) => {
    expect(isFound(rule, text, 0)).toBe(true);
  });
});
