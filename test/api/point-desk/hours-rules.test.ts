import { describe, expect, test } from 'vitest';
import type { PointFacts } from '../../../api/point-desk/contract.ts';
import { hoursFaults } from '../../../api/point-desk/hours-rules.ts';
import { parseHours } from '../../../api/service-points/hours.ts';
import { pointFacts } from './facts.ts';

const told = (said: Partial<PointFacts>) =>
  hoursFaults(pointFacts(said)).map(({ name, code, detail }) => `${name} ${code} ${detail}`);
const span = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });

describe('hours that cannot stand', () => {
  test('an ordinary week, with a lunch break and a half day, is fine', () => {
    expect(told({ weekly: parseHours('一至五 08:30-12:00 12:00-17:30; 六 09:00-11:00') })).toEqual([]);
  });

  test('two spans that overlap are named with their day and both times', () => {
    expect(told({ weekly: [span(3, 840, 1050), span(3, 510, 900)] })).toEqual([
      'facts.weekly hours.overlap 周三的 8:30–15:00 和 14:00–17:30 重叠了',
    ]);
  });

  test('a span that ends before it starts is told, and only that', () => {
    expect(told({ weekly: [span(5, 1050, 840)] })).toEqual([
      'facts.weekly hours.order 周五的 17:30–14:00 结束不晚于开始',
    ]);
  });

  test('the summer is looked at as well, and named', () => {
    const summer = { from: '05-01', to: '09-30', weekly: [span(1, 510, 510)] };
    expect(told({ summer })).toEqual(['facts.summer hours.order 夏季周一的 8:30–8:30 结束不晚于开始']);
    expect(told({ summer: { ...summer, weekly: [], to: '05-01' } })).toHaveLength(1);
    expect(told({ summer: { ...summer, weekly: [], to: '02-30' } })[0]).toContain('没有 02-30 这一天');
    expect(told({ summer: { from: '10-01', to: '04-30', weekly: [] } })).toEqual([]);
  });

  test('a market day needs a day', () => {
    const times = { fromMinute: 420, toMinute: 660 };
    expect(told({ markets: [{ ...times, lunarDays: [], weekdays: [] }] })[0]).toContain('还没选');
    expect(told({ markets: [{ ...times, lunarDays: [3, 8], weekdays: [] }] })).toEqual([]);
  });
});

describe('days that are different', () => {
  const days = (from: string, to: string) => ({ from, to, spans: [], note: '' });

  test('may not end before they begin, overlap, or last longer than a year', () => {
    expect(told({ exceptions: [days('2026-12-05', '2026-12-03')] })[0]).toContain('dates.order');
    expect(
      told({ exceptions: [days('2026-12-05', '2026-12-09'), days('2026-12-01', '2026-12-05')] })[0],
    ).toContain('2026-12-01 到 2026-12-05 和 2026-12-05 到 2026-12-09 有重叠的日子');
    expect(told({ exceptions: [days('2026-12-05', '2062-12-09')] })[0]).toContain('超过一年');
    expect(
      told({ exceptions: [days('2026-12-05', '2026-12-09'), days('2026-12-10', '2026-12-10')] }),
    ).toEqual([]);
  });

  test('a closure may have no end; a notice ends after it begins', () => {
    const closure = { from: '2026-12-03', to: null, reason: '搬家', movedTo: null };
    expect(told({ closure })).toEqual([]);
    expect(told({ closure: { ...closure, to: '2026-12-01' } })[0]).toContain('facts.closure');
    expect(told({ notices: [{ text: '停电', from: '2026-12-03', to: '2026-12-01' }] })[0]).toContain(
      'facts.notices',
    );
  });
});
