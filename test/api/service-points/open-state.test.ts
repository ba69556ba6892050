import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHours } from '../../../api/service-points/hours.ts';
import { daysAhead, openStateAt, opensLaterToday } from '../../../api/service-points/open-state.ts';
import { ordinaryPlan } from '../../../api/service-points/plan.ts';

// A server in New York gives the same answers.
const zone = process.env.TZ;
beforeAll(() => void (process.env.TZ = 'America/New_York'));
afterAll(() => void (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));

test('the server of these tests stands in New York', () => {
  expect(new Date('2026-01-01T00:00:00Z').getHours()).toBe(19);
});

const at = (shanghai: string) => new Date(`${shanghai}+08:00`);
const instant = (shanghai: string) => at(shanghai).toISOString();
const open = (until: string | null) => ({ state: 'open', until: until && instant(until), opensAt: null });
const closed = (opensAt: string | null) => ({
  state: 'closed',
  until: null,
  opensAt: opensAt && instant(opensAt),
});

const week = (hours: string) => ordinaryPlan(parseHours(hours));
const office = week('一至五 08:30-12:00 14:00-17:30');
const village = week('一、三 08:30-11:30; 六 09:00-11:00');

describe('an ordinary week (Monday is 2026-11-23)', () => {
  test('open in the morning until the lunch break', () => {
    expect(openStateAt(office, at('2026-11-23T08:30:00'))).toEqual(open('2026-11-23T12:00'));
    expect(openStateAt(office, at('2026-11-23T11:59:59'))).toEqual(open('2026-11-23T12:00'));
  });

  test('closed at noon, open again at two', () => {
    expect(openStateAt(office, at('2026-11-23T12:00:00'))).toEqual(closed('2026-11-23T14:00'));
  });

  test('closed in the evening until next morning, after midnight too', () => {
    expect(openStateAt(office, at('2026-11-23T17:30:00'))).toEqual(closed('2026-11-24T08:30'));
    expect(openStateAt(office, at('2026-11-24T00:10:00'))).toEqual(closed('2026-11-24T08:30'));
  });

  test('closed on Friday evening until Monday', () => {
    expect(openStateAt(office, at('2026-11-27T18:00:00'))).toEqual(closed('2026-11-30T08:30'));
  });

  test('only what opens again before midnight opens later today', () => {
    const noon = at('2026-11-23T12:30:00');
    const evening = at('2026-11-23T18:30:00');
    expect(opensLaterToday(openStateAt(office, noon), noon)).toBe(true);
    expect(opensLaterToday(openStateAt(office, evening), evening)).toBe(false);
  });

  test('no hours on file is unknown, not closed', () => {
    expect(openStateAt(week(''), at('2026-11-23T10:00:00'))).toEqual({
      state: 'unknown',
      until: null,
      opensAt: null,
    });
  });

  test('asking for an earlier instant after a later one gives the earlier answer', () => {
    expect(openStateAt(office, at('2026-11-23T15:00:00'))).toEqual(open('2026-11-23T17:30'));
    expect(openStateAt(office, at('2026-11-23T09:00:00'))).toEqual(open('2026-11-23T12:00'));
    expect(openStateAt(office, at('2026-11-23T15:00:00'))).toEqual(open('2026-11-23T17:30'));
  });
});

describe('across midnight', () => {
  test('open to 24:00 and from 00:00 is one stretch', () => {
    const night = week('一 20:00-24:00; 二 00:00-02:00');
    expect(openStateAt(night, at('2026-11-23T23:59:00'))).toEqual(open('2026-11-24T02:00'));
    expect(openStateAt(night, at('2026-11-24T01:00:00'))).toEqual(open('2026-11-24T02:00'));
  });

  test('open until 24:00 closes at midnight', () => {
    const late = week('一 18:00-24:00');
    expect(openStateAt(late, at('2026-11-23T23:59:59'))).toEqual(open('2026-11-24T00:00'));
    expect(openStateAt(late, at('2026-11-24T00:00:00'))).toEqual(closed('2026-11-30T18:00'));
  });

  test('what is open every hour has no end, except at a holiday', () => {
    const always = week('每天 00:00-24:00');
    expect(openStateAt(always, at('2026-11-23T03:00:00'))).toEqual(open(null));
    expect(openStateAt(always, at('2026-09-22T03:00:00'))).toEqual(open('2026-09-25T00:00'));
  });
});

describe('statutory holidays and 调休', () => {
  test('closed on National Day, open again after it', () => {
    expect(openStateAt(office, at('2026-10-01T10:00:00'))).toEqual(closed('2026-10-08T08:30'));
  });

  test('the eve of Spring Festival says when it opens after nine days off', () => {
    expect(openStateAt(office, at('2026-02-14T18:00:00'))).toEqual(closed('2026-02-24T08:30'));
  });

  test('on a 调休 Saturday a weekday-only point is open', () => {
    expect(openStateAt(office, at('2026-10-10T10:00:00'))).toEqual(open('2026-10-10T12:00'));
  });

  test('a 调休 day has the hours of the weekday it makes up for', () => {
    // 2026-09-20 makes up for Tuesday 6 October, 2026-10-10 for Wednesday 7 October.
    const wednesdays = week('三 08:30-11:30');
    expect(openStateAt(wednesdays, at('2026-09-20T10:00:00')).state).toBe('closed');
    expect(openStateAt(wednesdays, at('2026-10-10T10:00:00'))).toEqual(open('2026-10-10T11:30'));
  });

  test('a point with hours of its own on that weekend day keeps them', () => {
    expect(openStateAt(village, at('2026-10-10T08:40:00'))).toEqual(closed('2026-10-10T09:00'));
  });

  test('nothing is promised further than 14 days ahead', () => {
    // Fridays 25 September and 2 October are holidays: the next Friday that is worked is 9 October.
    const fridays = week('五 08:30-11:30');
    expect(openStateAt(fridays, at('2026-09-18T12:00:00'))).toEqual(closed(null));
    expect(openStateAt(fridays, at('2026-09-24T23:59:00'))).toEqual(closed(null));
    expect(openStateAt(fridays, at('2026-09-25T00:00:00'))).toEqual(closed('2026-10-09T08:30'));
  });

  test('a year that is not published has the days off by law, and ordinary weeks', () => {
    // 1 October 2031 is also 中秋, a Wednesday; 4 and 5 October are a weekend.
    expect(openStateAt(office, at('2031-10-01T10:00:00'))).toEqual(closed('2031-10-06T08:30'));
    expect(openStateAt(office, at('2031-10-08T10:00:00'))).toEqual(open('2031-10-08T12:00'));
  });

  test('the next seven days name what changes them', () => {
    const days = daysAhead(office, at('2026-10-06T00:30:00'), 7);
    expect(days.map(({ on, note, spans }) => [on, note, spans.length])).toEqual([
      ['2026-10-06', '国庆节', 0],
      ['2026-10-07', '国庆节', 0],
      ['2026-10-08', null, 2],
      ['2026-10-09', null, 2],
      ['2026-10-10', '国庆节调休', 2],
      ['2026-10-11', null, 0],
      ['2026-10-12', null, 2],
    ]);
    expect(days[2]!.spans[0]).toEqual({ fromMinute: 510, toMinute: 720 });
  });
});
