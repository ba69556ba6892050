/** Mainland China has kept UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01 in Shanghai, whatever the server's zone. */
export function dayNumberAt(instant: Date): number {
  return Math.floor((instant.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
}

/** Milliseconds since 1970 of that minute of that day; minute 1440 is the next day's midnight. */
export function millisOf(dayNumber: number, minute: number): number {
  return dayNumber * DAY_MS - SHANGHAI_OFFSET_MS + minute * 60_000;
}

/** `2026-10-01`. */
export function isoDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);
