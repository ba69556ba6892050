import { describe, expect, test } from 'vitest';
import { parseHours } from '../../../api/service-points/hours.ts';
import { lunarDateOf } from '../../../api/service-points/lunar-day.ts';
import { openStateAt } from '../../../api/service-points/open-state.ts';
import { type HoursPlan, hoursOn, ordinaryPlan, seasonOn } from '../../../api/service-points/plan.ts';

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const at = (shanghai: string) => new Date(`${shanghai}+08:00`);
const week = parseHours('一至五 08:30-12:00 14:00-17:30');
const plan = (said: Partial<HoursPlan> = {}): HoursPlan => ({ ...ordinaryPlan(week), ...said });
const said = (kept: HoursPlan, date: string) => {
  const { spans, note } = hoursOn(kept, dayOf(date));
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const times = spans.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`);
  return [...times, note].filter(Boolean).join(' ');
};

describe('农历 days', () => {
  // Published dates: New Year, 元宵, 端午 (5/5), 七夕 (7/7), 中秋 (8/15), 重阳 (9/9), New Year's Eve, a leap month.
  test.each([
    ['2026-02-17', 1],
    ['2027-02-06', 1],
    ['2030-02-03', 1],
    ['2026-03-03', 15],
    ['2026-06-19', 5],
    ['2026-08-19', 7],
    ['2026-09-25', 15],
    ['2026-10-18', 9],
    ['2026-02-16', 29],
    ['2025-07-25', 1],
    ['2024-02-10', 1],
    ['2033-12-22', 1],
  ])('%s is the %i of its month', (date, day) => {
    expect(lunarDateOf(dayOf(date)).day).toBe(day);
  });
});

describe('market days', () => {
  const market = { lunarDays: [3, 8, 13, 18, 23, 28], weekdays: [], fromMinute: 420, toMinute: 660 };

  test('open a point on days on which it would be shut', () => {
    // 2026-11-21, a Saturday, is 十月十三.
    expect(said(plan({ markets: [market] }), '2026-11-21')).toBe('7:00-11:00 赶集');
    expect(said(plan({ markets: [market] }), '2026-11-22')).toBe('');
  });

  test('join the hours it has anyway', () => {
    // 2026-11-26, a Thursday, is 十月十八.
    expect(said(plan({ markets: [market] }), '2026-11-26')).toBe('7:00-12:00 14:00-17:30 赶集');
  });

  test('by weekday', () => {
    const saturdays = { ...market, lunarDays: [], weekdays: [6] };
    expect(said(plan({ weekly: [], markets: [saturdays] }), '2026-11-28')).toBe('7:00-11:00 赶集');
    expect(openStateAt(plan({ weekly: [], markets: [saturdays] }), at('2026-11-28T08:00:00')).state).toBe(
      'open',
    );
  });

  test('do not open it on a statutory holiday', () => {
    expect(said(plan({ markets: [{ ...market, lunarDays: [1, 2, 3] }] }), '2026-02-17')).toBe('春节');
  });
});

describe('summer and winter', () => {
  const summer = { from: '05-01', to: '09-30', weekly: parseHours('一至五 08:30-12:00 14:30-18:00') };

  test('each has its week, first and last day included', () => {
    const kept = plan({ summer });
    expect(said(kept, '2026-04-30')).toBe('8:30-12:00 14:00-17:30');
    expect(said(kept, '2026-05-06')).toBe('8:30-12:00 14:30-18:00');
    expect(said(kept, '2026-09-30')).toBe('8:30-12:00 14:30-18:00');
    expect(said(kept, '2026-10-09')).toBe('8:30-12:00 14:00-17:30');
  });

  test('the season says its last day, over New Year too', () => {
    expect(seasonOn(plan({ summer }), dayOf('2026-11-23'))).toEqual({ name: 'winter', until: '2027-04-30' });
    expect(seasonOn(plan({ summer }), dayOf('2026-06-01'))).toEqual({ name: 'summer', until: '2026-09-30' });
    expect(seasonOn(plan(), dayOf('2026-06-01'))).toBeNull();
  });

  test('a summer written over New Year is the other half of the year', () => {
    const kept = plan({ summer: { ...summer, from: '11-01', to: '02-28' } });
    expect(said(kept, '2026-12-01')).toContain('14:30');
    expect(said(kept, '2026-03-02')).toContain('14:00');
  });
});

describe('days that are different', () => {
  const training = {
    from: '2026-11-25',
    to: '2026-11-26',
    spans: [{ fromMinute: 840, toMinute: 960 }],
    note: '上午培训',
  };

  test('have their own hours and say why', () => {
    expect(said(plan({ exceptions: [training] }), '2026-11-26')).toBe('14:00-16:00 上午培训');
    expect(said(plan({ exceptions: [training] }), '2026-11-27')).toBe('8:30-12:00 14:00-17:30');
  });

  test('open a point on a statutory holiday', () => {
    const duty = {
      from: '2026-10-01',
      to: '2026-10-01',
      spans: [{ fromMinute: 540, toMinute: 660 }],
      note: '值班',
    };
    expect(said(plan({ exceptions: [duty] }), '2026-10-01')).toBe('9:00-11:00 值班');
    expect(openStateAt(plan({ exceptions: [duty] }), at('2026-10-01T10:00:00')).state).toBe('open');
  });

  test('a closure goes before everything, with or without an end', () => {
    const closure = { from: '2026-11-24', to: null, reason: '搬家', movedTo: '东关街道中心' };
    const kept = plan({ closure, exceptions: [training] });
    expect(said(kept, '2026-11-25')).toBe('搬家');
    expect(openStateAt(kept, at('2026-11-23T15:00:00'))).toMatchObject({ state: 'open' });
    expect(openStateAt(kept, at('2026-11-24T10:00:00'))).toEqual({
      state: 'closed',
      until: null,
      opensAt: null,
    });
    const short = plan({ closure: { ...closure, to: '2026-11-25' } });
    expect(openStateAt(short, at('2026-11-24T10:00:00')).opensAt).toBe(
      at('2026-11-26T08:30:00').toISOString(),
    );
  });
});
