import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { formatMinute, localTime } from '../text/clock.ts';
import { words } from '../text/words.ts';

type Day = ServicePointDetail['days'][number];
type Span = Day['spans'][number];

export type WeekRow = {
  on: string;
  label: string;
  isToday: boolean;
  spans: readonly Span[];
  /** `8:30–17:30`, `8:30–11:30`, `休息`; today also the lunch break. */
  said: string;
  note: string | null;
};

export type Week = {
  rows: WeekRow[];
  /** Whole hours that the bars cover. */
  fromHour: number;
  toHour: number;
  /** Minutes after midnight now, in Yangzhou. */
  nowMinute: number;
};

const weekdayOf = (date: string) => localTime(`${date}T00:00:00+08:00`);

function said(spans: readonly Span[], nowMinute: number | null): string {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return words.closedDay;
  const second = spans[1];
  if (nowMinute !== null && second && nowMinute < first.toMinute && nowMinute >= first.fromMinute)
    return words.lunch(formatMinute(first.toMinute));
  return words.allDay(formatMinute(first.fromMinute), formatMinute(last.toMinute));
}

/** The week as rows of bars from Monday on; the days ahead as they will be, holidays included. */
export function weekOf(days: readonly Day[], now: Date): Week {
  const today = localTime(now);
  const nowMinute = today.hour * 60 + today.minute;
  const rows = days
    .map((day) => ({ day, date: weekdayOf(day.on) }))
    .sort((a, b) => a.date.weekday - b.date.weekday)
    .map(({ day, date }) => {
      const isToday = date.dayNumber === today.dayNumber;
      return {
        on: day.on,
        label: isToday ? words.today : (words.weekdays[date.weekday - 1] ?? ''),
        isToday,
        spans: day.spans,
        said: said(day.spans, isToday ? nowMinute : null),
        note: day.note,
      };
    });
  const all = days.flatMap(({ spans }) => spans);
  const earliest = Math.min(8 * 60, ...all.map(({ fromMinute }) => fromMinute));
  const latest = Math.max(18 * 60, ...all.map(({ toMinute }) => toMinute));
  return { rows, fromHour: Math.floor(earliest / 60), toHour: Math.ceil(latest / 60), nowMinute };
}
