import chineseDays from 'chinese-days';

const DAY_MS = 86_400_000;
const kept = new Map<number, { month: string; day: number }>();

/**
 * The 农历 date of a day: month 1 to 12 (闰6 is a leap month), day 1 to 30. From the published table (1900 to 2100) that
 * `chinese-days` has: ICU's Chinese calendar computes new moons and is a day late from 7 February 2027 on, for a month.
 * Asked for some fifteen days at a time, so a few hundred are kept: 0.3 us instead of 20.
 * @param dayNumber days since 1970-01-01
 */
export function lunarDateOf(dayNumber: number): { month: string; day: number } {
  const found = kept.get(dayNumber);
  if (found) return found;
  if (kept.size > 500) kept.clear();
  // As a text it is the same day in every time zone.
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(
    new Date(dayNumber * DAY_MS).toISOString().slice(0, 10),
  );
  const date = { month: `${isLeap ? '闰' : ''}${lunarMon}`, day: lunarDay };
  kept.set(dayNumber, date);
  return date;
}
