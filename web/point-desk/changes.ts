import type { PointFacts, PointField } from '../../api/point-desk/contract.ts';
import type { ExceptionDays, MarketDay, WeeklySpan } from '../../api/service-points/contract.ts';
import { daysText } from '../text/closure.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { ofDay, spanText } from './week-edit.ts';

/** A part of the facts that one person changes at a time; of the weeks each day is one. */
type Part = {
  key: string;
  name: string;
  read: (facts: PointFacts) => unknown;
  said: (facts: PointFacts) => string;
};
export type Change = { key: string; name: string; before: string; after: string };
export type Clash = { key: string; name: string; mine: string; theirs: string };

const days = [1, 2, 3, 4, 5, 6, 7];
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const dayOf = (weekly: readonly WeeklySpan[], weekday: number) =>
  ofDay(weekly, weekday).map(({ span }) => span);

function parts(): Part[] {
  const words = pointsDeskWords();
  const spans = (all: readonly { fromMinute: number; toMinute: number }[]) =>
    all.length === 0 ? words.rest : all.map(spanText).join(' ');
  const list = (all: readonly string[]) => all.join('、') || words.nothing;
  const part = <F extends PointField>(field: F, said: (value: PointFacts[F]) => string): Part => ({
    key: field,
    name: words.fields[field]!,
    read: (facts) => facts[field],
    said: (facts) => said(facts[field]),
  });
  const ofWeekday = (weekday: number): Part[] => {
    const name = words.weekdays[weekday - 1]!;
    return [
      {
        key: `weekly:${weekday}`,
        name,
        read: (facts) => dayOf(facts.weekly, weekday),
        said: (facts) => spans(dayOf(facts.weekly, weekday)),
      },
      {
        key: `summer:${weekday}`,
        name: `${words.summer}${name}`,
        read: (facts) => dayOf(facts.summer?.weekly ?? [], weekday),
        said: (facts) => spans(dayOf(facts.summer?.weekly ?? [], weekday)),
      },
    ];
  };
  return [
    part('name', String),
    part('level', (level) => words.levels[level]),
    part('division', String),
    part('address', String),
    part('telephones', list),
    part('place', ({ lng, lat }) => `${lng.toFixed(5)}, ${lat.toFixed(5)}`),
    part('accessibility', (all) => list(all.map((kind) => words.accessibility[kind]))),
    ...days.flatMap(ofWeekday),
    {
      key: 'season',
      name: words.summer,
      read: ({ summer }) => summer && [summer.from, summer.to],
      said: ({ summer }) => (summer ? words.seasonDays(summer.from, summer.to) : words.allYear),
    },
    part('markets', (all) => list(all.map(marketText))),
    part('exceptions', (all) => list(all.map(exceptionText))),
    part('closure', (closure) => (closure ? datesText(closure) + closure.reason : words.closureNone)),
    part('notices', (all) => list(all.map(({ text }) => text))),
    part('services', list),
    part('serviceChanges', (all) => list(Object.keys(all))),
  ];
}

/** What differs between two states of a point, in words. */
export function changesBetween(before: PointFacts, after: PointFacts): Change[] {
  return parts()
    .filter(({ read }) => !same(read(before), read(after)))
    .map(({ key, name, said }) => ({ key, name, before: said(before), after: said(after) }));
}

/**
 * Two people changed the same point. What only one of them changed is taken over; where both did, and not to the
 * same, it is `mine` or `theirs`, asked for by key.
 */
export function merge(base: PointFacts, mine: PointFacts, theirs: PointFacts) {
  const clashes: Clash[] = [];
  const fromTheirs = new Set<string>();
  for (const { key, name, read, said } of parts()) {
    const byMe = !same(read(base), read(mine));
    const byThem = !same(read(base), read(theirs));
    if (byThem && !byMe) fromTheirs.add(key);
    if (byMe && byThem && !same(read(mine), read(theirs)))
      clashes.push({ key, name, mine: said(mine), theirs: said(theirs) });
  }
  const pick = (chosen: Readonly<Record<string, 'mine' | 'theirs'>>): PointFacts =>
    joined(mine, theirs, (key) => fromTheirs.has(key) || chosen[key] === 'theirs');
  return { clashes, pick };
}

function joined(mine: PointFacts, theirs: PointFacts, takesTheirs: (key: string) => boolean): PointFacts {
  const taken = Object.fromEntries(
    (Object.keys(mine) as PointField[]).map((field) => [field, (takesTheirs(field) ? theirs : mine)[field]]),
  ) as PointFacts;
  const week = (key: 'weekly' | 'summer') => {
    const read = (facts: PointFacts) => (key === 'weekly' ? facts.weekly : (facts.summer?.weekly ?? []));
    return days.flatMap((day) => dayOf(read(takesTheirs(`${key}:${day}`) ? theirs : mine), day));
  };
  const season = (takesTheirs('season') ? theirs : mine).summer;
  return { ...taken, weekly: week('weekly'), summer: season && { ...season, weekly: week('summer') } };
}

/** `12 月 3 日到 12 月 5 日`, with what follows it. */
export function datesText(days: { from: string; to: string | null }): string {
  const said = daysText(days);
  return days.to === null ? `${said}，${pointsDeskWords().untilFurther}，` : `${said} `;
}

/** `12 月 3 日到 12 月 5 日 盘点，全天不开`. */
export function exceptionText(days: ExceptionDays): string {
  const words = pointsDeskWords();
  const open = days.spans.length === 0 ? words.exceptionClosed : days.spans.map(spanText).join(' ');
  return `${datesText(days)}${days.note ? `${days.note}，` : ''}${open}`;
}

/** `逢农历三、八赶集 7:00–11:00`. */
export function marketText(market: MarketDay): string {
  const words = pointsDeskWords();
  const times = spanText(market);
  if (market.weekdays.length > 0) {
    const names = market.weekdays.map((day) => words.weekdays[day - 1]!).join('、');
    return `${words.marketWeekdays(names)} ${times}`;
  }
  const digits = digitsOf(market.lunarDays);
  const said = digits
    ? words.marketEach(digits.map((digit) => words.digits[digit]!).join('、'))
    : words.marketLunarDays(market.lunarDays.join('、'));
  return `${said} ${times}`;
}

/** The last digits of 农历 days when the days are all of those digits, else null: 3, 13, 23 is 逢三. */
export function digitsOf(lunarDays: readonly number[]): number[] | null {
  const digits = [...new Set(lunarDays.map((day) => day % 10))];
  return daysOfDigits(digits).length === lunarDays.length
    ? digits.sort((a, b) => (a || 10) - (b || 10))
    : null;
}

/** 逢三、八: 3, 8, 13, 18, 23, 28. */
export function daysOfDigits(digits: readonly number[]): number[] {
  return Array.from({ length: 30 }, (_, day) => day + 1).filter((day) => digits.includes(day % 10));
}
