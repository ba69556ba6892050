import { isoDate } from '../shanghai-day.ts';
import { dayOf, type Day } from './calendar.ts';
import type {
  Closure,
  ExceptionDays,
  MarketDay,
  Season,
  ServicePointDetail,
  WeeklySpan,
} from './contract.ts';
import { lunarDateOf } from './lunar-day.ts';

/** All that decides when a point is open; never changed, only replaced. */
export type HoursPlan = {
  readonly weekly: readonly WeeklySpan[];
  readonly summer: Season | null;
  readonly markets: readonly MarketDay[];
  readonly exceptions: readonly ExceptionDays[];
  readonly closure: Closure | null;
};

type DayHours = ServicePointDetail['days'][number];
type Spans = DayHours['spans'];

/** The same week all year, nothing else on file. */
export function ordinaryPlan(weekly: readonly WeeklySpan[]): HoursPlan {
  return { weekly, summer: null, markets: [], exceptions: [], closure: null };
}

/** Whether anything says when the point is open. */
export function hasHours({ weekly, summer, markets }: HoursPlan): boolean {
  return weekly.length > 0 || (summer?.weekly.length ?? 0) > 0 || markets.length > 0;
}

/**
 * The hours of one day, by the first of these that speaks: a closure for a while; days that are different; a
 * statutory holiday (closed); the season's week with market days besides. A weekend day that is worked (调休) keeps
 * the point's own hours for that weekend day if it has any, else those of the weekday it makes up for.
 */
export function hoursOn(plan: HoursPlan, dayNumber: number): DayHours {
  const on = isoDate(dayNumber);
  if (plan.closure && isWithin(plan.closure, on)) return { on, spans: [], note: plan.closure.reason };
  const exception = plan.exceptions.find((days) => isWithin(days, on));
  if (exception) return { on, spans: sorted(exception.spans), note: exception.note || null };
  const day = dayOf(dayNumber);
  if (day.kind === 'holiday') return { on, spans: [], note: day.name };
  const { spans, note } = ofWeek(weekOn(plan, dayNumber), day);
  const market = plan.markets.filter((days) => isMarketDay(days, dayNumber, day.weekday));
  if (market.length === 0) return { on, spans, note };
  return { on, spans: joined([...spans, ...market]), note: note ?? '赶集' };
}

/** The week that holds on a day: the summer's or the other one. */
export function weekOn(plan: HoursPlan, dayNumber: number): readonly WeeklySpan[] {
  return plan.summer && isSummer(plan.summer, dayNumber) ? plan.summer.weekly : plan.weekly;
}

/** Which season a day is in and the season's last day; null with one week all year. */
export function seasonOn({ summer }: HoursPlan, dayNumber: number): ServicePointDetail['season'] {
  if (!summer) return null;
  const is = isSummer(summer, dayNumber);
  let last = dayNumber;
  // A year at most; both seasons are at least a day.
  while (last < dayNumber + 366 && isSummer(summer, last + 1) === is) last++;
  return { name: is ? 'summer' : 'winter', until: isoDate(last) };
}

export function isWithin(days: { from: string; to: string | null }, on: string): boolean {
  return days.from <= on && (days.to === null || on <= days.to);
}

function isSummer({ from, to }: Season, dayNumber: number): boolean {
  const day = isoDate(dayNumber).slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

function isMarketDay({ lunarDays, weekdays }: MarketDay, dayNumber: number, weekday: number): boolean {
  return (
    weekdays.includes(weekday) || (lunarDays.length > 0 && lunarDays.includes(lunarDateOf(dayNumber).day))
  );
}

function ofWeek(weekly: readonly WeeklySpan[], day: Day): { spans: Spans; note: string | null } {
  const own = onWeekday(weekly, day.weekday);
  if (day.kind !== 'makeup' || own.length > 0) return { spans: own, note: null };
  const madeUp = onWeekday(weekly, day.standsFor);
  return { spans: madeUp, note: madeUp.length > 0 ? `${day.name}调休` : null };
}

function onWeekday(weekly: readonly WeeklySpan[], weekday: number): Spans {
  return sorted(weekly.filter((span) => span.weekday === weekday));
}

function sorted(spans: readonly Spans[number][]): Spans {
  return spans
    .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }))
    .sort((a, b) => a.fromMinute - b.fromMinute);
}

/** Spans that overlap or touch become one. */
function joined(spans: readonly Spans[number][]): Spans {
  const whole: Spans = [];
  for (const span of sorted(spans)) {
    const last = whole.at(-1);
    if (last && span.fromMinute <= last.toMinute) last.toMinute = Math.max(last.toMinute, span.toMinute);
    else whole.push(span);
  }
  return whole;
}

/** Those that touch a stretch of days, `days` from today on. */
export function soon<T extends { from: string; to: string | null }>(
  all: readonly T[],
  today: number,
  days: number,
): T[] {
  const [first, last] = [isoDate(today), isoDate(today + days)];
  return all.filter(({ from, to }) => from <= last && (to === null || to >= first));
}
