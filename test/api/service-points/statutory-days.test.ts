import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../api/service-points/calendar.ts';
import { statutoryHolidayOn } from '../../../api/service-points/statutory-days.ts';

const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const holidaysBetween = (from: string, to: string) => {
  const days: string[] = [];
  for (let day = numberOf(from); day <= numberOf(to); day++)
    if (statutoryHolidayOn(day)) days.push(new Date(day * 86_400_000).toISOString().slice(0, 10));
  return days;
};

describe('days that are off by law', () => {
  it('are thirteen a year since 2025, as published', () => {
    expect(holidaysBetween('2026-01-01', '2026-12-31')).toEqual([
      ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-05', '2026-05-01'],
      ...['2026-05-02', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-03'],
    ]);
  });

  it('are among those of every arrangement of 2025 and 2026, under the same name', () => {
    const wrong = holidaysBetween('2025-01-01', '2026-12-31').filter((date) => {
      const label = (published.holidays as Record<string, string>)[date];
      return label?.split(',')[1] !== statutoryHolidayOn(numberOf(date));
    });
    expect(wrong).toEqual([]);
  });

  it('hold in years that are not published yet', () => {
    expect(dayOf(numberOf('2027-01-01'))).toEqual({ kind: 'holiday', weekday: 5, name: '元旦' });
    expect(dayOf(numberOf('2027-02-05'))).toMatchObject({ kind: 'holiday', name: '春节' });
    expect(dayOf(numberOf('2027-02-04'))).toMatchObject({ kind: 'ordinary' });
    expect(dayOf(numberOf('2027-01-04'))).toEqual({ kind: 'ordinary', weekday: 1 });
  });

  it('do not repeat a festival in a leap month', () => {
    // 2028 has a second fifth month.
    expect(holidaysBetween('2028-05-01', '2028-08-31')).toEqual(['2028-05-01', '2028-05-02', '2028-05-28']);
  });
});
