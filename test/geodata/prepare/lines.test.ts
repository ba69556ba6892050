import { describe, expect, test } from 'vitest';
import { cutIntoArcs, withoutLoops } from '../../../geodata/prepare/arcs.ts';
import { joinLines } from '../../../geodata/prepare/join-lines.ts';
import { simplifyLine } from '../../../geodata/prepare/simplify-line.ts';
import { smoothLine } from '../../../geodata/prepare/smooth-line.ts';

describe('outlines', () => {
  test('a spike and a small loop are left out', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 2],
      [9, 2],
      [4, 2],
      [4, 4],
      [5, 5],
      [5, 4],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(withoutLoops(square)).toEqual([
      [0, 0],
      [4, 0],
      [4, 2],
      [4, 4],
      [0, 4],
      [0, 0],
    ]);
  });

  test('a border between two rings is one arc for both, run through in opposite directions', () => {
    const west = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const east = [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0],
    ];
    const { arcs, rings } = cutIntoArcs([west, east]);
    const shared = arcs.findIndex(({ owners }) => owners.length === 2);
    expect(arcs).toHaveLength(3);
    expect(arcs[shared]?.line).toHaveLength(2);
    const directions = rings.map((parts) => parts.find(({ arc }) => arc === shared)?.reversed);
    expect(new Set(directions)).toEqual(new Set([true, false]));
  });
});

describe('lines', () => {
  test('pieces that meet become one line, a fork stays cut', () => {
    const [a, b, c, d] = [
      [0, 0],
      [1, 0],
      [2, 0],
      [1, 1],
    ];
    expect(
      joinLines([
        [a!, b!],
        [c!, b!],
      ]),
    ).toHaveLength(1);
    expect(
      joinLines([
        [a!, b!],
        [c!, b!],
        [d!, b!],
      ]),
    ).toHaveLength(3);
  });

  test('simplifying drops what is nearer than the tolerance and keeps both ends', () => {
    const line = [
      [119.4, 32.4],
      [119.41, 32.4001],
      [119.42, 32.41],
      [119.43, 32.4],
    ];
    expect(simplifyLine(line, 40)[0]).toEqual(line[0]);
    expect(simplifyLine(line, 600)).toEqual([line[0], line[2], line[3]]);
    expect(simplifyLine(line, 5000)).toEqual([line[0], line[3]]);
  });

  test('smoothing keeps the ends of a line, and a ring closed', () => {
    const line = [
      [0, 0],
      [1, 1],
      [2, 0],
    ];
    const smooth = smoothLine(line);
    expect([smooth[0], smooth.at(-1)]).toEqual([line[0], line[2]]);
    const ring = smoothLine([...line, line[0]!]);
    expect(ring.at(-1)).toEqual(ring[0]);
  });
});
