import { clockOffToleratedSeconds } from '../../api/terminals/contract.ts';
import { terminalWords } from '../text/terminal.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** How far a device's clock is off, in the largest unit that says something: `差 10 年，不影响使用`. */
export function clockInWords(seconds: number | null): string {
  const text = terminalWords();
  if (seconds === null) return text.never;
  const off = Math.abs(seconds);
  if (off <= clockOffToleratedSeconds) return text.clockRight;
  if (off >= YEAR) return text.clockOff(text.years(String(Math.round((off / YEAR) * 10) / 10)));
  if (off >= 2 * DAY) return text.clockOff(text.days(Math.round(off / DAY)));
  if (off >= 2 * HOUR) return text.clockOff(text.hoursOff(Math.round(off / HOUR)));
  return text.clockOff(text.minutes(Math.round(off / MINUTE)));
}
