import { describe, expect, it } from 'vitest';
import { doubtsAbout, refuseDay, refuseDoubtful, wageBefore, wageOn } from '../../../api/moderation/rules.ts';

const known = { monthlyYuan: 2260, hourlyYuan: 22 };
const row = (inForceFrom: string, monthlyYuan: number) => ({ inForceFrom, monthlyYuan, hourlyYuan: 24 });
const entered = [row('2027-01-01', 2600), row('2026-01-01', 2490)];

describe('minimum pay of a day', () => {
  it('is the last that began by then', () => {
    expect(wageOn(entered, '2026-12-31')).toBe(entered[1]);
    expect(wageOn(entered, '2027-01-01')).toBe(entered[0]);
    expect(wageOn(entered, '2025-12-31')).toBeNull();
  });

  it('takes the place of the figures before it, not of its own', () => {
    expect(wageBefore(entered, '2027-01-01', known)).toBe(entered[1]);
    expect(wageBefore(entered, '2026-01-01', known)).toBe(known);
  });
});

describe('figures want a second look', () => {
  const why = (monthlyYuan: number, hourlyYuan: number) =>
    doubtsAbout({ monthlyYuan, hourlyYuan }, known).map((doubt) => `${doubt.figure} ${doubt.why}`);

  it('when they are lower than before', () => expect(why(2259, 22)).toEqual(['monthlyYuan lower']));
  it('when they are over 30 % higher', () => expect(why(2938, 28.61)).toEqual(['hourlyYuan far']));
  it('not when they rise as they do', () => expect(why(2490, 24)).toEqual([]));
  it('not when they stay', () => expect(why(2260, 22)).toEqual([]));
  it('and then somebody who is sure enters them', () => {
    const doubts = doubtsAbout({ monthlyYuan: 226, hourlyYuan: 22 }, known);
    expect(refuseDoubtful(doubts, true)).toBeNull();
    expect(refuseDoubtful(doubts, false)).toMatchObject({ kind: 'conflict', more: { doubts } });
  });
});

it.each([
  ['2026-11-23', true],
  ['2028-11-23', true],
  ['2028-11-24', false],
  ['2000-01-01', true],
  ['1999-12-31', false],
])('a notice that counts from %s is taken: %s', (day, isTaken) =>
  expect(refuseDay(day, '2026-11-23') === null).toBe(isTaken),
);
