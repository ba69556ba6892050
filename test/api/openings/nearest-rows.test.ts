import { fc, test as given } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createGrid } from '../../../api/openings/grid.ts';
import type { OpeningsModel } from '../../../api/openings/model.ts';
import { nearestRows } from '../../../api/openings/nearest-rows.ts';
import { onUnitSphere } from '../../../geodata/unit-sphere.ts';

type Place = { lng: number; lat: number };

/** A model of places alone, large enough (some at one place) that the grid is walked. */
function modelOf(places: readonly Place[]) {
  const grid = createGrid();
  const columns = { x: [], y: [], z: [], publishedAt: [], id: [] } as Record<string, number[]>;
  places.forEach((place, row) => {
    const [x, y, z] = onUnitSphere(place);
    columns.x!.push(x);
    columns.y!.push(y);
    columns.z!.push(z);
    columns.publishedAt!.push(row % 3);
    columns.id!.push(row + 1);
    grid.put(row, place);
  });
  return { columns, grid, length: places.length } as unknown as OpeningsModel;
}

function slowly(model: OpeningsModel, rows: Int32Array, place: Place, count: number) {
  const { x, y, z, publishedAt, id } = model.columns;
  const [x0, y0, z0] = onUnitSphere(place);
  const chord = (row: number) => (x[row]! - x0) ** 2 + (y[row]! - y0) ** 2 + (z[row]! - z0) ** 2;
  return [...rows]
    .sort((a, b) => chord(a) - chord(b) || publishedAt[b]! - publishedAt[a]! || id[b]! - id[a]!)
    .slice(0, count);
}

const places = Array.from({ length: 6000 }, (_, index) => ({
  lng: 119.1 + ((index * 7919) % 700) / 1000,
  lat: 32.2 + ((index * 104_729) % 1100) / 1000,
}));
const model = modelOf(places);
const all = Int32Array.from(places, (_, row) => row);

describe('the nearest rows', () => {
  given.prop([
    fc.double({ min: 118.5, max: 120.3, noNaN: true }),
    fc.double({ min: 31.9, max: 33.7, noNaN: true }),
    fc.integer({ min: 1, max: 40 }),
  ])('are those that sorting all of them gives, in and around the city', (lng, lat, count) => {
    const found = nearestRows(model, all, { lng, lat }, count).map(({ row }) => row);
    expect(found).toEqual(slowly(model, all, { lng, lat }, count));
  });

  test('of a place on the other side of the earth are found too', () => {
    const place = { lng: -70, lat: -33 };
    const found = nearestRows(model, all, place, 10).map(({ row }) => row);
    expect(found).toEqual(slowly(model, all, place, 10));
  });

  test('are taken from the set alone', () => {
    const odd = all.filter((row) => row % 2 === 1);
    const most = all.filter((row) => row % 17 < 12);
    for (const rows of [odd, most])
      expect(nearestRows(model, rows, { lng: 119.4, lat: 32.4 }, 25).map(({ row }) => row)).toEqual(
        slowly(model, rows, { lng: 119.4, lat: 32.4 }, 25),
      );
  });

  test('are all of them when fewer are there than asked for', () =>
    expect(nearestRows(model, all.subarray(0, 3), { lng: 119.4, lat: 32.4 }, 10)).toHaveLength(3));

  given.prop([fc.array(fc.record({ at: fc.nat(99), move: fc.boolean() }), { maxLength: 60 })])(
    'are right while rows move, come and go',
    (steps) => {
      const standing = places.slice(0, 100);
      const grid = createGrid();
      standing.forEach((place, row) => grid.put(row, place));
      for (const { at, move } of steps) {
        const row = at % standing.length;
        if (move) {
          standing[row] = places[(at * 31) % places.length]!;
          grid.put(row, standing[row]!);
        } else if (standing.length > 1) {
          const last = standing.length - 1;
          grid.remove(row, last);
          standing[row] = standing[last]!;
          standing.pop();
        }
      }
      const seen: number[] = [];
      grid.around(
        standing[0]!,
        (rows) => seen.push(...rows),
        () => false,
      );
      expect(seen.sort((a, b) => a - b)).toEqual(standing.map((_, row) => row));
    },
  );
});
