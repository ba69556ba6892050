import type { MarketDay, WeeklySpan } from '../../api/service-points/contract.ts';
import { formatMinute } from '../text/clock.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';

/** Weekdays that are open alike, in words: `周一到周五 8:30–11:30，14:00–17:30`; one line a kind of day. */
export function hoursInWords(hours: readonly WeeklySpan[]): string[] {
  const spansOf = new Map<number, string>();
  for (const { weekday, fromMinute, toMinute } of [...hours].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const span = `${formatMinute(fromMinute)}–${formatMinute(toMinute)}`;
    const before = spansOf.get(weekday);
    spansOf.set(weekday, before ? `${before}，${span}` : span);
  }
  const daysOf = new Map<string, number[]>();
  for (const [weekday, spans] of [...spansOf].sort((a, b) => a[0] - b[0]))
    daysOf.set(spans, [...(daysOf.get(spans) ?? []), weekday]);
  return [...daysOf].map(([spans, days]) => `${dayNames(days)} ${spans}`);
}

function dayNames(days: readonly number[]): string {
  const names = days.map((day) => words.weekdays[day - 1] ?? '');
  const isRun = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1;
  return isRun ? `${names[0]}到${names.at(-1)}` : names.join('、');
}

const lunarNames = '一二三四五六七八九十';

/** `逢农历三、八赶集也开 7:00–11:30`; days of the 农历 month as they are said in a village. */
export function marketInWords({ lunarDays, weekdays, fromMinute, toMinute }: MarketDay): string {
  const span = `${formatMinute(fromMinute)}–${formatMinute(toMinute)}`;
  if (weekdays.length > 0) return `逢${dayNames(weekdays)}赶集也开 ${span}`;
  // A market on 3, 13 and 23 is a market on threes.
  const lasts = [...new Set(lunarDays.map((day) => day % 10 || 10))].sort((a, b) => a - b);
  const isEveryTen = lasts.every((last) => lunarDays.filter((day) => (day % 10 || 10) === last).length === 3);
  const said = isEveryTen ? lasts.map((last) => lunarNames[last - 1]).join('、') : lunarDays.join('、');
  return `${spaced(`逢农历${said}赶集`)}也开 ${span}`;
}
