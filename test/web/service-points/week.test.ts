import { describe, expect, it } from 'vitest';
import { weekOf } from '../../../web/service-points/week.ts';

const split = [
  { fromMinute: 510, toMinute: 720 },
  { fromMinute: 840, toMinute: 1050 },
];
// Wednesday to Tuesday, as the server sends the next seven days.
const days = ['25', '26', '27', '28', '29', '30'].map((day) => ({
  on: `2026-11-${day}`,
  spans: split,
  note: null as string | null,
}));
days.push({ on: '2026-12-01', spans: [], note: null });
const now = new Date('2026-11-25T10:24:00+08:00');

describe('the week at a glance', () => {
  it('begins on Monday and calls today by name', () => {
    expect(weekOf(days, now).rows.map(({ label }) => label)).toEqual([
      '周一',
      '周二',
      '今天',
      '周四',
      '周五',
      '周六',
      '周日',
    ]);
  });

  it('says the lunch break while it is still ahead, the whole day otherwise', () => {
    expect(weekOf(days, now).rows[2]?.said).toBe('12:00 午休');
    expect(weekOf(days, now).rows[3]?.said).toBe('8:30–17:30');
    expect(weekOf(days, new Date('2026-11-25T15:00:00+08:00')).rows[2]?.said).toBe('8:30–17:30');
  });

  it('says 休息 when no hours are left on a day', () => {
    expect(weekOf(days, now).rows[1]?.said).toBe('休息');
  });

  it('is wide enough for the earliest and the latest hour', () => {
    const early = [{ on: '2026-11-25', spans: [{ fromMinute: 390, toMinute: 1260 }], note: null }];
    expect(weekOf(early, now)).toMatchObject({ fromHour: 6, toHour: 21, nowMinute: 624 });
  });
});
