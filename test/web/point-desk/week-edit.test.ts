import { describe, expect, it } from 'vitest';
import {
  copiedToWeekdays,
  faultsOf,
  hoursShown,
  movedTo,
  ofDay,
  readTime,
  spanText,
  withSpan,
} from '../../../web/point-desk/week-edit.ts';

const span = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });
const morning = span(3, 510, 690);
const afternoon = span(3, 840, 1050);

describe('the week that is edited', () => {
  it('adds a morning, then an afternoon, then what comes after', () => {
    const once = withSpan([], 3);
    expect(once).toEqual([morning]);
    const twice = withSpan(once, 3);
    expect(twice[1]).toEqual(afternoon);
    expect(withSpan(twice, 3)[2]).toEqual(span(3, 1080, 1140));
    expect(withSpan([span(3, 0, 1430)], 3)[1]).toEqual(span(3, 1380, 1440));
  });

  it('copies a day to Monday to Friday and leaves the weekend', () => {
    const copied = copiedToWeekdays([morning, span(1, 0, 60), span(6, 540, 660)], 3);
    expect([1, 2, 3, 4, 5].map((day) => ofDay(copied, day).length)).toEqual([1, 1, 1, 1, 1]);
    expect(ofDay(copied, 6)[0]!.span).toEqual(span(6, 540, 660));
    expect(copiedToWeekdays([span(6, 540, 660)], 6)).toHaveLength(6);
  });

  it('moves one end or the whole by quarters of an hour and never past the other end', () => {
    expect(movedTo(afternoon, 'end', 963)).toEqual(span(3, 840, 960));
    expect(movedTo(afternoon, 'end', 300)).toEqual(span(3, 840, 855));
    expect(movedTo(afternoon, 'start', 2000)).toEqual(span(3, 1035, 1050));
    expect(movedTo(afternoon, 'both', 600)).toEqual(span(3, 600, 810));
    expect(movedTo(afternoon, 'both', 1400)).toEqual(span(3, 1230, 1440));
  });

  it('finds what overlaps and what ends before it starts', () => {
    expect(faultsOf([morning, afternoon])).toEqual([]);
    expect(faultsOf([span(3, 840, 1050), span(3, 510, 900)])).toEqual([
      { kind: 'overlap', weekday: 3, indexes: [1, 0] },
    ]);
    expect(faultsOf([span(5, 600, 600)])).toEqual([{ kind: 'order', weekday: 5, indexes: [0] }]);
  });

  it.each([
    ['8:30', 510],
    ['0830', 510],
    ['８：３０', 510],
    ['14点半', 870],
    ['14点', 840],
    ['24:00', 1440],
    ['8', 480],
    ['8:3', null],
    ['8:75', null],
    ['24:30', null],
    ['下午', null],
  ])('reads %s as it is meant', (typed, minute) => {
    expect(readTime(typed)).toBe(minute);
  });

  it('writes a span as it stands on the page', () => expect(spanText(afternoon)).toBe('14:00–17:30'));

  it('shows seven to seven, and more when somebody is open then', () => {
    expect(hoursShown([[morning]])).toEqual({ fromHour: 7, toHour: 19 });
    expect(hoursShown([[span(1, 330, 1290)]])).toEqual({ fromHour: 5, toHour: 22 });
  });
});
