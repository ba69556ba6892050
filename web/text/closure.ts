import { localTime } from './clock.ts';
import { words } from './words.ts';

/** The few sentences of days and closures that the list needs at once, apart from those of a point's page. */
const zhCn = {
  closed: (days: string, reason: string) => `${days}${reason}，不开门`,
  moved: (days: string, reason: string, to: string) => `${days}${reason}，到${to}办`,
  fromTo: (from: string, to: string) => `${from}到 ${to}`,
  fromOn: (from: string) => `${from}起`,
};
const en: typeof zhCn = {
  closed: (days, reason) => `${days}: ${reason}, closed`,
  moved: (days, reason, to) => `${days}: ${reason}, go to ${to}`,
  fromTo: (from, to) => `${from} to ${to}`,
  fromOn: (from) => `from ${from}`,
};
const said = () => (document.documentElement.lang === 'en' ? en : zhCn);

/** `11 月 28 日` of `2026-11-28`. */
export function dateText(date: string): string {
  const { month, day } = localTime(`${date}T00:00:00+08:00`);
  return words.monthDay(month, day);
}

/** `12 月 3 日到 12 月 5 日`, one day alone, or from a day on. */
export function daysText({ from, to }: { from: string; to: string | null }): string {
  if (to === null) return said().fromOn(dateText(from));
  return from === to ? dateText(from) : said().fromTo(dateText(from), dateText(to));
}

type Closure = { from: string; to: string | null; reason: string; movedTo: string | null };

/** `12 月 3 日到 12 月 5 日搬家，到东关街道中心办`. */
export function closureText(closure: Closure): string {
  const days = daysText(closure);
  return closure.movedTo
    ? said().moved(days, closure.reason, closure.movedTo)
    : said().closed(days, closure.reason);
}
