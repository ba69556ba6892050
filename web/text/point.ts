import { localTime } from './clock.ts';
import { pointEn } from './point-en.ts';
import { pointZhCn, type PointWords } from './point-zh-cn.ts';
import { words } from './words.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const pointWords = (): PointWords => (document.documentElement.lang === 'en' ? pointEn : pointZhCn);

/** `11 月 28 日` of `2026-11-28`. */
export function dateText(date: string): string {
  const { month, day } = localTime(`${date}T00:00:00+08:00`);
  return words.monthDay(month, day);
}

/** `12 月 3 日到 12 月 5 日`, one day alone, or from a day on. */
export function daysText({ from, to }: { from: string; to: string | null }): string {
  const { oneDay, fromOn, fromTo } = pointWords();
  if (to === null) return fromOn(dateText(from));
  return from === to ? oneDay(dateText(from)) : fromTo(dateText(from), dateText(to));
}
