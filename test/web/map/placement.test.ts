import { describe, expect, it } from 'vitest';
import { choosePins, emsOf, type PinBox } from '../../../web/map/placement.ts';

const pin = (x: number, y: number): PinBox => ({ tip: { x, y }, width: 120, height: 40 });

describe('pins that would touch', () => {
  it('give way to the better ranked one', () => {
    expect(choosePins([pin(0, 0), pin(50, 10), pin(300, 0)], 4)).toEqual([true, false, true]);
  });
  it('keep their margin', () => {
    expect(choosePins([pin(0, 0), pin(125, 0)], 2)).toEqual([true, true]);
    expect(choosePins([pin(0, 0), pin(125, 0)], 4)).toEqual([true, false]);
  });
  it('leave what is taken free', () => {
    const disc = { minX: -15, minY: -15, maxX: 15, maxY: 15 };
    expect(choosePins([pin(0, 10), pin(200, 10)], 0, [disc])).toEqual([false, true]);
  });
  it('never overlap, and nobody falls to a dot without need', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const pins = Array.from({ length: 400 }, () => pin(random() * 2000, random() * 2000));
    const chosen = choosePins(pins, 0);
    const touches = (a: PinBox, b: PinBox) =>
      Math.abs(a.tip.x - b.tip.x) < 120 && Math.abs(a.tip.y - b.tip.y) < 40;
    for (const [i, a] of pins.entries()) {
      const betterTouching = pins.slice(0, i).some((b, j) => chosen[j] && touches(a, b));
      expect(chosen[i]).toBe(!betterTouching);
    }
  });
  it('are chosen out of 3,500 fast enough for one frame in ten', () => {
    let seed = 11;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const pins = Array.from({ length: 3500 }, () => pin(random() * 12_000, random() * 12_000));
    choosePins(pins, 12);
    const start = performance.now();
    choosePins(pins, 12);
    expect(performance.now() - start).toBeLessThan(160);
  });
});

describe('the width of a text', () => {
  it('counts a hanzi as one em and a digit as a little over half', () => {
    expect(emsOf('面点师傅')).toBe(4);
    expect(emsOf('5500 起')).toBeCloseTo(4 * 0.56 + 0.26 + 1);
  });
});
