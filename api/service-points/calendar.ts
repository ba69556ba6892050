// The package's table rather than its functions: those read dates through local time and would be a day off
// in a server west of Greenwich.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { statutoryHolidayOn } from './statutory-days.ts';

const DAY_MS = 86_400_000;

/**
 * A day: an ordinary one, a day off, or a weekend day that is worked (调休).
 * `name` is the holiday's, `standsFor` the weekday whose work a 调休 day makes up for.
 */
export type Day = { weekday: number } & (
  | { kind: 'ordinary' }
  | { kind: 'holiday'; name: string }
  | { kind: 'makeup'; name: string; standsFor: number }
);

/** What kind of day it is. Years after the published table (see README.md) have the days that are off by law. */
export function dayOf(dayNumber: number): Day {
  const known = special.get(dayNumber);
  if (known) return known;
  const weekday = weekdayOf(dayNumber);
  const name = dayNumber > lastPublished ? statutoryHolidayOn(dayNumber) : null;
  return name === null ? { kind: 'ordinary', weekday } : { kind: 'holiday', weekday, name };
}

/** Monday is 1; day 0 was a Thursday. */
function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

function numberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

const special = readPublished();
/** The last day of the last year with an arrangement. */
const lastPublished = numberOf(`${Object.keys(published.holidays).sort().at(-1)!.slice(0, 4)}-12-31`);

function readPublished(): ReadonlyMap<number, Day> {
  const days = new Map<number, Day>();
  for (const [date, label] of Object.entries(published.holidays)) {
    const number = numberOf(date);
    days.set(number, { kind: 'holiday', weekday: weekdayOf(number), name: nameIn(label) });
  }
  const daysOff = groupByHoliday(published.inLieuDays);
  for (const [holiday, worked] of groupByHoliday(published.workdays)) {
    worked.forEach((number, index) => {
      // The State Council names the days off and the days worked, not which is for which. In order is how offices
      // take it, and the counts agree for every year from 2019 on; without a partner it is an ordinary Friday.
      const off = daysOff.get(holiday)?.[index];
      const standsFor = off === undefined ? 5 : weekdayOf(off);
      days.set(number, {
        kind: 'makeup',
        weekday: weekdayOf(number),
        name: holiday.slice(5),
        standsFor,
      });
    });
  }
  return days;
}

/** `2026 国庆节` -> day numbers in order; worked days before New Year count as their own year's. */
function groupByHoliday(dates: Record<string, string>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [date, label] of Object.entries(dates)) {
    const key = `${date.slice(0, 4)} ${nameIn(label)}`;
    groups.set(
      key,
      [...(groups.get(key) ?? []), numberOf(date)].sort((a, b) => a - b),
    );
  }
  return groups;
}

/** `National Day,国庆节,3` -> `国庆节`. */
function nameIn(label: string): string {
  return label.split(',')[1] ?? label;
}
