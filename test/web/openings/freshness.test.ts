import { describe, expect, it } from 'vitest';
import { freshnessOf, freshnessWithTime } from '../../../web/openings/freshness.ts';

const now = new Date('2026-11-25T10:24:00+08:00');

describe('how fresh an opening is', () => {
  it.each([
    ['2026-11-25T09:12:00+08:00', 'fresh', '今天确认在招'],
    ['2026-11-24T23:59:00+08:00', 'fresh', '昨天确认在招'],
    ['2026-11-18T10:00:00+08:00', 'fresh', '7 天前确认'],
    ['2026-11-17T10:00:00+08:00', 'ageing', '8 天前确认'],
    ['2026-11-05T10:00:00+08:00', 'ageing', '20 天前确认'],
    ['2026-11-04T10:00:00+08:00', 'stale', '21 天没确认了，先打电话问'],
  ])('confirmed %s is %s: %s', (confirmedAt, level, text) => {
    expect(freshnessOf(confirmedAt, now)).toEqual({ level, text });
  });

  it('counts days of the calendar in Yangzhou, wherever the device is', () => {
    expect(freshnessOf('2026-11-24T16:30:00Z', now).text).toBe('今天确认在招');
  });

  it('is not in the future when a clock is slow', () => {
    expect(freshnessOf('2026-11-26T08:00:00+08:00', now).text).toBe('今天确认在招');
  });

  it('tells the hour on the page of the opening', () => {
    expect(freshnessWithTime('2026-11-25T09:12:00+08:00', now).text).toBe('今天 9:12 确认在招');
  });

  it('takes midnight for a date without an hour', () => {
    expect(freshnessWithTime('2026-11-25T00:00:00+08:00', now).text).toBe('今天确认在招');
  });
});
