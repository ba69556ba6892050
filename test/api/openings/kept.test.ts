import { fc, test as given } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { keepWhileTrue } from '../../../api/openings/kept.ts';
import type { OpeningsModel } from '../../../api/openings/model.ts';
import { dayNumberAt } from '../../../api/shanghai-day.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-30T00:00:00+08:00');

/** A model of two times a row alone. */
function modelOf(rows: readonly { from: number; hours: number }[]) {
  return {
    version: 1,
    length: rows.length,
    columns: {
      publishedAt: rows.map(({ from }) => start + from * hour),
      expiresAt: rows.map(({ from, hours }) => start + (from + hours) * hour),
    },
  } as unknown as OpeningsModel & { version: number };
}

/** How many rows show, and which day it is: what a kept answer may depend on. */
function seen({ columns, length }: OpeningsModel, now: Date) {
  let showing = 0;
  for (let row = 0; row < length; row++)
    if (columns.publishedAt[row]! <= now.getTime() && columns.expiresAt[row]! > now.getTime()) showing++;
  return { showing, day: dayNumberAt(now) };
}

const counted = (model: OpeningsModel) => {
  let made = 0;
  const ask = keepWhileTrue(model, (what: string, now: Date) => ({
    key: what,
    make: () => (made++, seen(model, now)),
    bytesOf: () => 0,
  }));
  return { at: (now: Date, what = 'all') => ask(what, now, now), made: () => made };
};

const row = fc.record({ from: fc.integer({ min: -60, max: 60 }), hours: fc.integer({ min: 1, max: 90 }) });

describe('what is kept as long as it is true', () => {
  given.prop([
    fc.array(row, { maxLength: 12 }),
    fc.array(fc.integer({ min: -8000, max: 8000 }), { minLength: 1, maxLength: 60 }),
  ])('is what would be found anew, whichever way the clock goes', (rows, minutes) => {
    const model = modelOf(rows);
    const kept = counted(model);
    for (const minute of minutes) {
      const now = new Date(start + minute * 60_000);
      expect(kept.at(now)).toEqual(seen(model, now));
    }
  });

  test('is made once until an opening comes or goes, the day ends or one of them changes', () => {
    const model = modelOf([{ from: 2, hours: 6 }]);
    const kept = counted(model);
    const at = (hours: number) => (kept.at(new Date(start + hours * hour)), kept.made());
    expect([0, 1, 1.99, 2, 3, 7.99, 8, 20, 23.99, 24].map(at)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
    model.version++;
    expect([24, 25].map(at)).toEqual([5, 5]);
  });

  test('goes when it takes too much room', () => {
    const model = modelOf([]);
    let made = 0;
    const ask = keepWhileTrue(model, (what: string) => ({
      key: what,
      make: () => ++made,
      bytesOf: () => 20 * 1024 * 1024,
    }));
    const now = new Date(start);
    expect(['a', 'a', 'b', 'b', 'a'].map((what) => ask(what, now))).toEqual([1, 1, 2, 2, 3]);
  });
});
