import { describe, expect, it } from 'vitest';
import { formatMinute, formatTime, localTime } from '../../../web/text/clock.ts';
import { formatDistance, formatRadius } from '../../../web/text/distance.ts';
import { formatCount } from '../../../web/text/numbers.ts';
import {
  formatNearestPoint,
  formatOpening,
  houseState,
  terminalSentence,
  terminalState,
} from '../../../web/text/open-state.ts';
import { formatPhone, telHref } from '../../../web/text/phone.ts';
import { spaced } from '../../../web/text/spacing.ts';

describe('numbers and distances', () => {
  it.each([
    [7, '7'],
    [999, '999'],
    [3455, '3,455'],
    [1_234_567, '1,234,567'],
  ])('the count %i is written %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it.each([
    [3, '10 米'],
    [244, '240 米'],
    [996, '1.0 公里'],
    [3210, '3.2 公里'],
    [9960, '10 公里'],
    [12_400, '12 公里'],
  ])('%i metres away is %s', (metres, text) => {
    expect(formatDistance(metres)).toBe(text);
  });

  it('a radius has no trailing zero', () => {
    expect([formatRadius(770), formatRadius(3460), formatRadius(10_000)]).toEqual([
      '770 米',
      '3.5 公里',
      '10 公里',
    ]);
  });
});

describe('time in Yangzhou', () => {
  it('does not depend on the zone of the device', () => {
    expect(localTime('2026-11-24T23:05:00Z')).toMatchObject({
      month: 11,
      day: 25,
      weekday: 3,
      hour: 7,
      minute: 5,
    });
    expect(formatTime('2026-11-24T23:05:00Z')).toBe('7:05');
  });

  it('writes minutes after midnight as a clock does', () => {
    expect([formatMinute(510), formatMinute(1440)]).toEqual(['8:30', '24:00']);
  });
});

describe('is the door open', () => {
  const now = new Date('2026-11-25T12:30:00+08:00');
  const closed = (opensAt: string | null) => ({ state: 'closed' as const, until: null, opensAt });

  it.each([
    [
      { state: 'open' as const, until: '2026-11-25T17:30:00+08:00', opensAt: null },
      '开门中，到 17:30',
      'open',
    ],
    [closed('2026-11-25T14:00:00+08:00'), '14:00 开门', 'later'],
    [closed('2026-11-26T08:30:00+08:00'), '今天不开，明天 8:30 开', 'closed'],
    [closed('2026-11-27T08:30:00+08:00'), '今天不开，周五 8:30 开', 'closed'],
    [closed('2026-12-04T08:30:00+08:00'), '今天不开，12 月 4 日 8:30 开', 'closed'],
    [closed(null), '最近两周不开，先打电话问', 'closed'],
    [{ state: 'unknown' as const, until: null, opensAt: null }, '没填开门时间，先打电话问', 'unknown'],
  ])('%o is said as %s and drawn as %s', (open, text, house) => {
    expect(formatOpening(open, now)).toBe(text);
    expect(houseState(open, now)).toBe(house);
  });

  it('a card says how far the point is, or when it opens', () => {
    const open = { state: 'open' as const, until: '2026-11-25T17:30:00+08:00', opensAt: null };
    expect(formatNearestPoint({ distance: '600 米', open }, now)).toBe('服务点 600 米，开到 17:30');
    expect(formatNearestPoint({ distance: '600 米', open: closed('2026-11-26T08:30:00+08:00') }, now)).toBe(
      '服务点 明天 8:30 开门',
    );
  });

  it('a terminal works, is broken or is not there', () => {
    expect(terminalState({ installed: 2, working: 1 })).toBe('working');
    expect(terminalState({ installed: 1, working: 0 })).toBe('broken');
    expect(terminalState({ installed: 0, working: 0 })).toBe('none');
  });

  it.each([
    [{ installed: 2, working: 1 }, '服务终端可用'],
    [{ installed: 0, working: 0 }, '没有服务终端'],
    [{ fault: 'silent', faultSince: '2026-11-25T12:10:00+08:00' }, '终端没声音，可能坏了'],
    [{ fault: 'broken', faultSince: '2026-11-25T00:10:00+08:00' }, '终端坏了，今天报修'],
    [{ fault: 'broken', faultSince: '2026-11-24T23:50:00+08:00' }, '终端坏了，昨天报修'],
    [{ fault: 'broken', faultSince: '2026-11-02T09:00:00+08:00' }, '终端坏了，11 月 2 日报修'],
    [{ fault: 'broken', faultSince: null }, '终端坏了'],
  ])('of a terminal, %o is said as %s', (said, sentence) => {
    const terminals = { installed: 1, working: 0, fault: null, faultSince: null, ...said };
    expect(terminalSentence(terminals as Parameters<typeof terminalSentence>[0], now)).toBe(sentence);
  });
});

describe('text', () => {
  it('puts a space between hanzi and digits', () => {
    expect(spaced('接受50岁以上')).toBe('接受 50 岁以上');
    expect(spaced('接受 50 岁以上')).toBe('接受 50 岁以上');
  });

  it('writes telephones as they are read out and dials them bare', () => {
    expect(formatPhone('0514-80000136')).toBe('0514-8000 0136');
    expect(formatPhone('13800001234')).toBe('138 0000 1234');
    expect(formatPhone('12333')).toBe('12333');
    expect(telHref('0514-8000 0136')).toBe('tel:051480000136');
  });
});
