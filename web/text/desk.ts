import { localTime } from './clock.ts';
import { deskEn } from './desk-en.ts';
import { deskZhCn, type DeskWords } from './desk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const deskWords = (): DeskWords => (document.documentElement.lang === 'en' ? deskEn : deskZhCn);

/** `12 月 3 日`, the day in Yangzhou. */
export function formatDay(instant: Date | string | number): string {
  const { month, day } = localTime(instant);
  return deskWords().day(month, day);
}

/** Whole days from now until an instant, by the calendar. */
export function daysUntil(instant: Date | string | number, now: Date): number {
  return localTime(instant).dayNumber - localTime(now).dayNumber;
}
