import type { WeeklySpan } from '../../api/service-points/contract.ts';
import { formatMinute } from '../text/clock.ts';

const STEP = 15;
const DAY = 1440;

/** What the grid shows of hours that do not stand. */
export type SpanFault = { kind: 'overlap' | 'order'; weekday: number; indexes: readonly number[] };

/** Spans of a day with their place in the week, by time. */
export function ofDay(weekly: readonly WeeklySpan[], weekday: number): { span: WeeklySpan; index: number }[] {
  return weekly
    .map((span, index) => ({ span, index }))
    .filter(({ span }) => span.weekday === weekday)
    .sort((a, b) => a.span.fromMinute - b.span.fromMinute || a.span.toMinute - b.span.toMinute);
}

/** Everything that overlaps or ends before it starts. */
export function faultsOf(weekly: readonly WeeklySpan[]): SpanFault[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const day = ofDay(weekly, weekday);
    const order = day
      .filter(({ span }) => span.toMinute <= span.fromMinute)
      .map(({ index }) => ({ kind: 'order' as const, weekday, indexes: [index] }));
    const overlap = day.flatMap(({ span, index }, at) => {
      const before = day[at - 1];
      if (!before || span.fromMinute >= before.span.toMinute) return [];
      return [{ kind: 'overlap' as const, weekday, indexes: [before.index, index] }];
    });
    return [...order, ...overlap];
  });
}

/** One more span on a day, where there is room: the morning, the afternoon, else after the last one. */
export function withSpan(weekly: readonly WeeklySpan[], weekday: number): WeeklySpan[] {
  const last = ofDay(weekly, weekday).at(-1)?.span;
  if (!last) return [...weekly, { weekday, fromMinute: 510, toMinute: 690 }];
  if (last.toMinute <= 840) return [...weekly, { weekday, fromMinute: 840, toMinute: 1050 }];
  const fromMinute = Math.min(last.toMinute + 30, DAY - 60);
  return [...weekly, { weekday, fromMinute, toMinute: Math.min(fromMinute + 60, DAY) }];
}

/** Monday to Friday get the hours of a day. */
export function copiedToWeekdays(weekly: readonly WeeklySpan[], weekday: number): WeeklySpan[] {
  const day = ofDay(weekly, weekday).map(({ span }) => span);
  const rest = weekly.filter((span) => span.weekday > 5 && span.weekday !== weekday);
  const own = weekday > 5 ? day : [];
  return [...[1, 2, 3, 4, 5].flatMap((to) => day.map((span) => ({ ...span, weekday: to }))), ...rest, ...own];
}

export type Part = 'start' | 'end' | 'both';

/** A span after one end, or all of it, moved to a minute; by quarters of an hour, never shorter than one. */
export function movedTo(span: WeeklySpan, part: Part, minute: number): WeeklySpan {
  const snapped = Math.round(minute / STEP) * STEP;
  if (part === 'start') {
    const fromMinute = clamp(snapped, 0, span.toMinute - STEP);
    return { ...span, fromMinute };
  }
  if (part === 'end') return { ...span, toMinute: clamp(snapped, span.fromMinute + STEP, DAY) };
  const length = span.toMinute - span.fromMinute;
  const fromMinute = clamp(snapped, 0, DAY - length);
  return { ...span, fromMinute, toMinute: fromMinute + length };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** `14:00–16:00`. */
export const spanText = ({ fromMinute, toMinute }: { fromMinute: number; toMinute: number }) =>
  `${formatMinute(fromMinute)}–${formatMinute(toMinute)}`;

/**
 * Minutes after midnight of what somebody types: `8:30`, `0830`, `8.30`, `14点`, `14点半`, `２４：００`; null while that
 * is no time yet.
 */
export function readTime(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace('点半', ':30')
    .replace(/[点时.]/, ':');
  const found = /^(\d{1,2}):?(\d{2})?分?$/.exec(plain);
  if (!found) return null;
  const minute = Number(found[1]) * 60 + Number(found[2] ?? 0);
  return Number(found[2] ?? 0) < 60 && minute <= DAY ? minute : null;
}

/** Whole hours the lanes cover. */
export function hoursShown(weeks: readonly (readonly { fromMinute: number; toMinute: number }[])[]): {
  fromHour: number;
  toHour: number;
} {
  const all = weeks.flat();
  const earliest = Math.min(7 * 60, ...all.map(({ fromMinute }) => fromMinute));
  const latest = Math.max(19 * 60, ...all.map(({ toMinute }) => toMinute));
  return { fromHour: Math.floor(earliest / 60), toHour: Math.ceil(latest / 60) };
}
