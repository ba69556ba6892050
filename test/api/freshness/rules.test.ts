import { describe, expect, it } from 'vitest';
import { afterReport, consequenceOf, refuseHiring } from '../../../api/freshness/rules.ts';
import { mayDisturb } from '../../../api/messages/quiet-hours.ts';

const now = new Date('2026-11-23T02:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const published = { status: 'published', expiresAt: inDays(20) };

describe('what a tap does', () => {
  it('"still hiring" confirms, and near the end moves the end by thirty days', () => {
    expect(consequenceOf('hiring', published, 3, now)).toEqual({
      deed: 'confirm',
      headcount: 3,
      extendTo: null,
    });
    expect(consequenceOf('hiring', { ...published, expiresAt: inDays(2) }, null, now)).toEqual({
      deed: 'confirm',
      headcount: null,
      extendTo: inDays(30),
    });
  });

  it('an opening that hid may show again, one that is closed stays closed', () => {
    expect(consequenceOf('hiring', { ...published, status: 'hidden' }, null, now).deed).toBe('confirm');
    for (const status of ['closed', 'expired', 'refused', 'draft'])
      for (const answer of ['hiring', 'full', 'pause'] as const)
        expect(consequenceOf(answer, { ...published, status }, null, now).deed).toBe('nothing');
    expect([refuseHiring('hidden'), refuseHiring('published')]).toEqual([null, null]);
    expect([refuseHiring('paused')?.code, refuseHiring('expired')?.code]).toEqual([
      'freshness.paused',
      'freshness.ended',
    ]);
  });

  it('"full" closes what stands or pauses, "pause" only what is seen', () => {
    expect(consequenceOf('full', { ...published, status: 'paused' }, null, now).deed).toBe('close');
    expect(consequenceOf('pause', published, null, now).deed).toBe('pause');
    expect(consequenceOf('pause', { ...published, status: 'hidden' }, null, now).deed).toBe('nothing');
  });
});

it('one "full" is noted, two ask the employer; one "asked for money" calls a reviewer', () => {
  expect(afterReport('full', 1)).toEqual({ asksEmployer: false, callsReviewer: false });
  expect(afterReport('full', 2)).toEqual({ asksEmployer: true, callsReviewer: false });
  expect(afterReport('asked-for-money', 0)).toEqual({ asksEmployer: false, callsReviewer: true });
  expect(afterReport('no-answer', 5)).toEqual({ asksEmployer: false, callsReviewer: false });
});

it.each([
  ['2026-11-23T00:59:00Z', false],
  ['2026-11-23T01:00:00Z', true],
  ['2026-11-23T10:59:00Z', true],
  ['2026-11-23T11:00:00Z', false],
  ['2026-11-22T18:00:00Z', false],
])('at %s (UTC) a telephone may ring: %s', (instant, may) => {
  expect(mayDisturb(new Date(instant))).toBe(may);
});
