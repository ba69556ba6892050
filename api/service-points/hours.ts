import type { WeeklySpan } from './contract.ts';

/** Opening hours that cannot be read; the message says all that is wrong, in Chinese, for whoever keeps the list. */
export class HoursFault extends Error {}

const dayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;
const daySets: Record<string, readonly number[]> = {
  每天: [1, 2, 3, 4, 5, 6, 7],
  每日: [1, 2, 3, 4, 5, 6, 7],
  天天: [1, 2, 3, 4, 5, 6, 7],
  工作日: [1, 2, 3, 4, 5],
  周末: [6, 7],
};

/**
 * Reads `一至五 08:30-11:30 14:00-17:30; 六 09:00-11:00`, and the ways people write the same: 周一至周五, 一到五,
 * 一、三、五, 周六日, 每天, 工作日, full-width ：；－～.
 * @returns the ordinary week, sorted; empty for an empty text
 * @throws HoursFault naming every fault
 */
export function parseHours(text: string): WeeklySpan[] {
  const faults: string[] = [];
  const spans = plain(text)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => readPart(part, faults))
    .sort(byTime);
  faults.push(...overlaps(spans));
  if (faults.length > 0) throw new HoursFault([...new Set(faults)].join('；'));
  return spans;
}

/** Writes the week the way `parseHours` reads it; days with the same hours stand together. */
export function formatHours(spans: readonly WeeklySpan[]): string {
  const daysByTimes = new Map<string, number[]>();
  for (let weekday = 1; weekday <= 7; weekday++) {
    const ofDay = spans.filter((span) => span.weekday === weekday).sort(byTime);
    if (ofDay.length === 0) continue;
    const times = ofDay.map((span) => `${clock(span.fromMinute)}-${clock(span.toMinute)}`).join(' ');
    daysByTimes.set(times, [...(daysByTimes.get(times) ?? []), weekday]);
  }
  return [...daysByTimes].map(([times, days]) => `${nameDays(days)} ${times}`).join('; ');
}

/** Order within a week. */
export function byTime(a: WeeklySpan, b: WeeklySpan): number {
  return a.weekday - b.weekday || a.fromMinute - b.fromMinute || a.toMinute - b.toMinute;
}

/** Full-width signs and digits become ASCII, every dash one dash. NFKC does not touch 、 and the long dashes. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[~–—―−〜]+/g, '-')
    .replace(/\r/g, '\n');
}

function readPart(part: string, faults: string[]): WeeklySpan[] {
  const firstDigit = part.search(/\d/);
  const days = readDays((firstDigit < 0 ? part : part.slice(0, firstDigit)).replace(/[\s:]/g, ''), faults);
  if (firstDigit < 0) {
    faults.push(`“${part}”没写几点到几点`);
    return [];
  }
  const spans = readTimes(part.slice(firstDigit), faults);
  return days.flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
}

function readDays(written: string, faults: string[]): number[] {
  if (written === '') {
    faults.push('没写星期几');
    return [];
  }
  return [
    ...new Set(
      written
        .split(/[、,和及]/)
        .filter((part) => part !== '')
        .flatMap((part) => readDayPart(part, faults)),
    ),
  ];
}

function readDayPart(written: string, faults: string[]): readonly number[] {
  const set = daySets[written];
  if (set) return set;
  const bare = written.replace(/周|星期|礼拜/g, '').replaceAll('天', '日');
  const range = /^([一二三四五六日])[至到-]([一二三四五六日])$/.exec(bare);
  if (range) return daysFromTo(numberOf(range[1]!), numberOf(range[2]!));
  if (/^[一二三四五六日]+$/.test(bare)) return [...bare].map(numberOf);
  faults.push(`不认识的星期“${written}”`);
  return [];
}

/** 五至日 is Friday to Sunday, 日至四 Sunday to Thursday. */
function daysFromTo(from: number, to: number): number[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => ((from - 1 + step) % 7) + 1);
}

function numberOf(day: string): number {
  return dayNames.indexOf(day as (typeof dayNames)[number]) + 1;
}

type Times = { fromMinute: number; toMinute: number };
const times = /(\d{1,2}):(\d{2})\s*[-至到]\s*(\d{1,2}):(\d{2})/g;

function readTimes(written: string, faults: string[]): Times[] {
  const rest = written.replace(times, '').replace(/[\s,、和及]/g, '');
  if (rest !== '') {
    faults.push(`看不懂“${written.trim()}”，时间写成 08:30-11:30`);
    return [];
  }
  return [...written.matchAll(times)].flatMap(([whole, fromHour, fromMinutes, toHour, toMinutes]) => {
    const fromMinute = minuteOf(fromHour!, fromMinutes!);
    const toMinute = minuteOf(toHour!, toMinutes!);
    if (fromMinute === null || toMinute === null) faults.push(`“${whole}”里有不存在的时间`);
    else if (toMinute <= fromMinute) faults.push(`“${whole}”结束不晚于开始`);
    else return [{ fromMinute, toMinute }];
    return [];
  });
}

/** 0 to 1440; 24:00 is the end of the day. */
function minuteOf(hours: string, minutes: string): number | null {
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1440 ? minute : null;
}

/** Sorted spans in, one sentence per pair that overlaps out. */
function overlaps(spans: readonly WeeklySpan[]): string[] {
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    if (!before || before.weekday !== span.weekday || span.fromMinute >= before.toMinute) return [];
    return [
      `周${dayNames[span.weekday - 1]}的 ${clock(before.fromMinute)}-${clock(before.toMinute)} 和 ` +
        `${clock(span.fromMinute)}-${clock(span.toMinute)} 重叠`,
    ];
  });
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function nameDays(days: readonly number[]): string {
  if (days.length === 7) return '每天';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => dayNames[day - 1]!;
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0]!)}至${name(run.at(-1)!)}` : run.map(name).join('、')))
    .join('、');
}
