import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { WeeklySpan } from '../../../api/service-points/contract.ts';
import { byTime, formatHours, HoursFault, parseHours } from '../../../api/service-points/hours.ts';

const morning = (weekday: number): WeeklySpan => ({ weekday, fromMinute: 510, toMinute: 690 });
const afternoon = (weekday: number): WeeklySpan => ({ weekday, fromMinute: 840, toMinute: 1050 });
const fault = (text: string) => {
  try {
    parseHours(text);
  } catch (error) {
    expect(error).toBeInstanceOf(HoursFault);
    return (error as Error).message;
  }
  throw new Error(`read without a fault: ${text}`);
};

describe('reading hours', () => {
  test('the convention of the import column is read', () => {
    expect(parseHours('一至五 08:30-11:30 14:00-17:30; 六 09:00-11:00')).toEqual([
      ...[1, 2, 3, 4, 5].flatMap((day) => [morning(day), afternoon(day)]),
      { weekday: 6, fromMinute: 540, toMinute: 660 },
    ]);
  });

  test.each([
    ['周一至周五 08:30-11:30', [1, 2, 3, 4, 5]],
    ['星期一到星期五 8:30-11:30', [1, 2, 3, 4, 5]],
    ['一到五 08:30-11:30', [1, 2, 3, 4, 5]],
    ['一-五 08:30-11:30', [1, 2, 3, 4, 5]],
    ['周一～周五：０８：３０－１１：３０', [1, 2, 3, 4, 5]],
    ['一至五　08：30～11：30；', [1, 2, 3, 4, 5]],
    ['工作日 08:30—11:30', [1, 2, 3, 4, 5]],
    ['一、三、五 08:30-11:30', [1, 3, 5]],
    ['周一，周三 08:30至11:30', [1, 3]],
    ['一、三至五 08:30-11:30', [1, 3, 4, 5]],
    ['周六日 08:30-11:30', [6, 7]],
    ['周末 08:30-11:30', [6, 7]],
    ['六、天 08:30-11:30', [6, 7]],
    ['五至日 08:30-11:30', [5, 6, 7]],
    ['日至二 08:30-11:30', [1, 2, 7]],
    ['每天 08:30-11:30', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s', (text, days) => {
    expect(parseHours(text)).toEqual(days.map(morning));
  });

  test('several lines add up to one week', () => {
    expect(parseHours('三 14:00-17:30\r\n一至三 08:30-11:30')).toEqual([
      morning(1),
      morning(2),
      morning(3),
      afternoon(3),
    ]);
  });

  test('24:00 is the end of a day', () => {
    expect(parseHours('日 00:00-24:00')).toEqual([{ weekday: 7, fromMinute: 0, toMinute: 1440 }]);
  });

  test('nothing written is no hours', () => {
    expect(parseHours(' ； ')).toEqual([]);
  });

  test.each([
    ['一 08:30-11:30 11:00-17:30', '周一的 08:30-11:30 和 11:00-17:30 重叠'],
    ['一至五 08:30-11:30; 三 09:00-10:00', '周三的 08:30-11:30 和 09:00-10:00 重叠'],
    ['一 17:30-14:00', '“17:30-14:00”结束不晚于开始'],
    ['一 22:00-02:00', '“22:00-02:00”结束不晚于开始'],
    ['八 08:30-11:30', '不认识的星期“八”'],
    ['一 08:30-25:30', '“08:30-25:30”里有不存在的时间'],
    ['一 08:70-11:30', '“08:70-11:30”里有不存在的时间'],
    ['08:30-11:30', '没写星期几'],
    ['一至五', '“一至五”没写几点到几点'],
    ['一 2:00-5:30 下午', '看不懂“2:00-5:30 下午”，时间写成 08:30-11:30'],
    ['一 8点半到11点半', '看不懂“8点半到11点半”，时间写成 08:30-11:30'],
  ])('%s is refused by name', (text, message) => {
    expect(fault(text)).toBe(message);
  });

  test('all faults are named at once', () => {
    expect(fault('八 08:30-11:30; 一 12:00-11:00')).toBe('不认识的星期“八”；“12:00-11:00”结束不晚于开始');
  });
});

const week = fc
  .uniqueArray(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), edge: fc.integer({ min: 0, max: 1440 }) }),
    { selector: ({ weekday, edge }) => weekday * 2000 + edge, maxLength: 30 },
  )
  .map((edges) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const sorted = edges
        .filter((edge) => edge.weekday === weekday)
        .map(({ edge }) => edge)
        .sort((a, b) => a - b);
      return sorted.flatMap((fromMinute, index): WeeklySpan[] => {
        const toMinute = sorted[index + 1];
        return index % 2 === 0 && toMinute !== undefined ? [{ weekday, fromMinute, toMinute }] : [];
      });
    }),
  );

describe('writing hours', () => {
  test('days with the same hours stand together', () => {
    const text = '一、二、四至六 08:30-11:30 14:00-17:30; 日 09:00-11:00';
    expect(formatHours(parseHours(text))).toBe(text);
    expect(formatHours([1, 2, 3, 4, 5, 6, 7].map(morning))).toBe('每天 08:30-11:30');
    expect(formatHours([])).toBe('');
  });

  test.prop([week])('what is written is read back as the same week', (spans) => {
    expect(parseHours(formatHours(spans))).toEqual([...spans].sort(byTime));
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'一五日至到、；; -:0123456789每天周') })])(
    'any text is either read or refused in words',
    (text) => {
      try {
        expect(parseHours(parseHours(text).length === 0 ? '' : formatHours(parseHours(text)))).toEqual(
          parseHours(text),
        );
      } catch (error) {
        expect(error).toBeInstanceOf(HoursFault);
      }
    },
  );
});
