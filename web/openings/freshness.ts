import { formatTime, localTime } from '../text/clock.ts';
import { words } from '../text/words.ts';

export type Freshness = {
  level: 'fresh' | 'ageing' | 'stale';
  /** `今天确认在招`, `9 天前确认`, `23 天没确认了，先打电话问`. */
  text: string;
};

const FRESH_DAYS = 7;
const STALE_DAYS = 21;

/** Whole calendar days in Yangzhou, not 24 hours: what was confirmed last night was confirmed yesterday. */
export function freshnessOf(confirmedAt: string, now: Date): Freshness {
  const days = Math.max(0, localTime(now).dayNumber - localTime(confirmedAt).dayNumber);
  if (days >= STALE_DAYS) return { level: 'stale', text: words.confirmedLongAgo(days) };
  const level = days <= FRESH_DAYS ? 'fresh' : 'ageing';
  if (days === 0) return { level, text: words.confirmedToday };
  if (days === 1) return { level, text: words.confirmedYesterday };
  return { level, text: words.confirmedDaysAgo(days) };
}

/** For the page of one opening, where there is room for the hour: `今天 9:12 确认在招`. Midnight is a date without an hour. */
export function freshnessWithTime(confirmedAt: string, now: Date): Freshness {
  const freshness = freshnessOf(confirmedAt, now);
  const days = localTime(now).dayNumber - localTime(confirmedAt).dayNumber;
  const time = localTime(confirmedAt);
  return days === 0 && time.hour + time.minute > 0
    ? { ...freshness, text: words.confirmedTodayAt(formatTime(confirmedAt)) }
    : freshness;
}
