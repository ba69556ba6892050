/**
 * Times as they are in Yangzhou, whatever the device's zone. China keeps +8 all year, so arithmetic is enough and
 * no time zone table is needed.
 */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export type LocalTime = {
  /** Days since 1970-01-01 in Asia/Shanghai: equal means the same calendar day. */
  dayNumber: number;
  month: number;
  day: number;
  /** ISO: Monday 1 to Sunday 7. */
  weekday: number;
  hour: number;
  minute: number;
};

export function localTime(instant: Date | string | number): LocalTime {
  const ms = new Date(instant).getTime() + OFFSET_MS;
  const date = new Date(ms);
  const dayNumber = Math.floor(ms / DAY_MS);
  return {
    dayNumber,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((dayNumber + 3) % 7) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `17:30`; the hour keeps no leading zero (`8:30`). */
export function formatTime(instant: Date | string | number): string {
  const { hour, minute } = localTime(instant);
  return `${hour}:${two(minute)}`;
}

/** Minutes after midnight as `8:30`. */
export function formatMinute(minuteOfDay: number): string {
  return `${Math.floor(minuteOfDay / 60)}:${two(minuteOfDay % 60)}`;
}
