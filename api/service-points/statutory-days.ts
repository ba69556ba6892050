import { lunarDateOf } from './lunar-day.ts';

/**
 * The holiday that a day is by law, whatever the arrangement of its year: 《全国年节及纪念日放假办法》 (国务院令第 795 号, in force since
 * 2025). For years whose arrangement is not published yet; it only adds days off and days worked around these.
 * @param dayNumber days since 1970-01-01
 */
export function statutoryHolidayOn(dayNumber: number): string | null {
  const date = new Date(dayNumber * dayMs);
  const solar = `${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
  if (solar === `4-${qingmingIn(date.getUTCFullYear())}`) return '清明';
  const eve = lunarDateOf(dayNumber + 1);
  if (eve.month === '1' && eve.day === 1) return '春节';
  const { month, day } = lunarDateOf(dayNumber);
  return bySolarDay[solar] ?? byLunarDay[`${month}-${day}`] ?? null;
}

const dayMs = 86_400_000;

const bySolarDay: Readonly<Record<string, string>> = {
  '1-1': '元旦',
  '5-1': '劳动节',
  '5-2': '劳动节',
  '10-1': '国庆节',
  '10-2': '国庆节',
  '10-3': '国庆节',
};

/** New Year's Eve, whose number changes, is told by the day after it. */
const byLunarDay: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午',
  '8-15': '中秋',
};

/** Day of April, 2000 to 2099: the sun moves 0.2422 days a year against the calendar, 清明 of 2000 was on 4.81 April. */
const qingmingIn = (year: number): number => {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
};
