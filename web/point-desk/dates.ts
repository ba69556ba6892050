import { formatTime, localTime } from '../text/clock.ts';
import { words } from '../text/words.ts';

const DAY_MS = 86_400_000;

/** `2026-11-25` as it is in Yangzhou, some days from now. */
export function todayInYangzhou(daysAhead = 0, now = new Date()): string {
  return new Date((localTime(now).dayNumber + daysAhead) * DAY_MS).toISOString().slice(0, 10);
}

/** `11 月 25 日`. */
export function dayText(instant: Date | string): string {
  const { month, day } = localTime(instant);
  return words.monthDay(month, day);
}

/** `10:31` today, `11 月 25 日 10:31` on another day. */
export function momentText(instant: Date | string, now = new Date()): string {
  const isToday = localTime(instant).dayNumber === localTime(now).dayNumber;
  return isToday ? formatTime(instant) : `${dayText(instant)} ${formatTime(instant)}`;
}

/** Whole days from an instant until now, by the calendar. */
export function daysSince(instant: Date | string, now = new Date()): number {
  return localTime(now).dayNumber - localTime(instant).dayNumber;
}
