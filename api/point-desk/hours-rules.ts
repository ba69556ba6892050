import type { WeeklySpan } from '../service-points/contract.ts';
import type { Fault } from '../refusals.ts';
import type { PointFacts } from './contract.ts';

const dayNames = ['一', '二', '三', '四', '五', '六', '日'];
/** Nobody plans exceptions of a year and more; a typing error in the year does. */
const longestExceptionDays = 366;
const DAY_MS = 86_400_000;

type Times = { fromMinute: number; toMinute: number };

/** What is wrong with hours, exceptions, closure and notices: one sentence for each, that says which. */
export function hoursFaults(facts: PointFacts): Fault[] {
  return [
    ...weekFaults('weekly', facts.weekly, facts.summer ? '冬季' : ''),
    ...(facts.summer ? seasonFaults(facts.summer) : []),
    ...facts.markets.flatMap((market) => [
      ...orderFault('markets', '赶集的日子', market),
      ...(market.lunarDays.length === 0 && market.weekdays.length === 0
        ? [fault('markets', 'market.no-day', '赶集的日子还没选，农历几号，或者星期几')]
        : []),
    ]),
    ...exceptionFaults(facts.exceptions),
    ...datesFaults('closure', '停办', facts.closure ? [facts.closure] : []),
    ...datesFaults('notices', '公告', facts.notices),
  ];
}

function seasonFaults(summer: NonNullable<PointFacts['summer']>): Fault[] {
  const same = summer.from === summer.to;
  return [
    ...weekFaults('summer', summer.weekly, '夏季'),
    ...(same ? [fault('summer', 'season.one-day', '夏季只有一天，开始和结束不能是同一天')] : []),
    ...[summer.from, summer.to]
      .filter((day) => !isDayOfYear(day))
      .map((day) => fault('summer', 'season.no-day', `没有 ${day} 这一天`)),
  ];
}

/** 02-29 is there in leap years only and would not end a season in the others. */
function isDayOfYear(day: string): boolean {
  const date = new Date(`2027-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === day;
}

function weekFaults(name: string, weekly: readonly WeeklySpan[], season: string): Fault[] {
  return dayNames.flatMap((dayName, index) => {
    const spans = weekly.filter(({ weekday }) => weekday === index + 1);
    const day = `${season}周${dayName}`;
    return [...spans.flatMap((span) => orderFault(name, day, span)), ...overlapFaults(name, day, spans)];
  });
}

function exceptionFaults(exceptions: PointFacts['exceptions']): Fault[] {
  const name = 'exceptions';
  const inOrder = [...exceptions].sort((a, b) => (a.from < b.from ? -1 : 1));
  return [
    ...datesFaults(name, '例外的日子', exceptions),
    ...exceptions.flatMap(({ from, to, spans }) => [
      ...spans.flatMap((span) => orderFault(name, from, span)),
      ...overlapFaults(name, from, spans),
      ...(Date.parse(to) - Date.parse(from) > longestExceptionDays * DAY_MS
        ? [fault(name, 'exception.too-long', `${from} 到 ${to} 超过一年，是不是年份写错了`)]
        : []),
    ]),
    ...inOrder.flatMap((days, index) => {
      const before = inOrder[index - 1];
      if (!before || before.to < days.from) return [];
      const detail = `${before.from} 到 ${before.to} 和 ${days.from} 到 ${days.to} 有重叠的日子，留一条`;
      return [fault(name, 'exception.overlap', detail)];
    }),
  ];
}

function datesFaults(
  name: string,
  what: string,
  days: readonly { from: string; to: string | null }[],
): Fault[] {
  return days
    .filter(({ from, to }) => to !== null && to < from)
    .map(({ from, to }) => fault(name, 'dates.order', `${what}：${to} 在 ${from} 前面，结束要在开始之后`));
}

function orderFault(name: string, day: string, { fromMinute, toMinute }: Times): Fault[] {
  if (toMinute > fromMinute) return [];
  const detail = `${day}的 ${clock(fromMinute)}–${clock(toMinute)} 结束不晚于开始`;
  return [fault(name, 'hours.order', detail)];
}

function overlapFaults(name: string, day: string, spans: readonly Times[]): Fault[] {
  const inOrder = [...spans].sort((a, b) => a.fromMinute - b.fromMinute);
  return inOrder.flatMap((span, index) => {
    const before = inOrder[index - 1];
    if (!before || span.fromMinute >= before.toMinute) return [];
    const detail =
      `${day}的 ${clock(before.fromMinute)}–${clock(before.toMinute)} 和 ` +
      `${clock(span.fromMinute)}–${clock(span.toMinute)} 重叠了`;
    return [fault(name, 'hours.overlap', detail)];
  });
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function fault(name: string, code: string, detail: string): Fault {
  return { in: 'body', name: `facts.${name}`, code, detail };
}
