import { createFew, type Near } from '../../geodata/nearest-few.ts';
import { chordOfMetres } from '../../geodata/unit-sphere.ts';
import type { OpeningsModel } from './model.ts';

/** Below this a pass over the rows is cheaper than rings of cells: 3,500 rows take 50 microseconds, their rings 15. */
const fewRows = 700;

/** Rows of one selection, and which rows they are, for as long as the model does not change. */
export type RowSet = { rows: Int32Array; holds: () => Uint8Array };

/** A set of rows; the table of who is in it is made when somebody asks. */
export function rowSet(rows: Int32Array, length: number): RowSet {
  let table: Uint8Array | null = null;
  return {
    rows,
    holds() {
      if (table) return table;
      table = new Uint8Array(length);
      for (const row of rows) table[row] = 1;
      return table;
    },
  };
}

/**
 * The `count` rows of a set that are nearest to a place, nearest first. Ties go to the newer opening, then to the
 * higher id, as everywhere (see `order`).
 */
export function nearestRows(
  model: OpeningsModel,
  set: RowSet,
  place: { lng: number; lat: number },
  count: number,
): Near[] {
  const { publishedAt, id } = model.columns;
  const best = createFew(model.columns, place, count, (row, other) =>
    publishedAt[row]! !== publishedAt[other]!
      ? publishedAt[row]! > publishedAt[other]!
      : id[row]! > id[other]!,
  );
  if (set.rows.length >= fewRows) {
    const holds = set.holds();
    const walked = model.grid.around(
      place,
      (rows) => {
        for (const row of rows) if (holds[row] === 1) best.offer(row);
      },
      (metres) => best.isFullWithin(chordOfMetres(metres)),
    );
    if (walked) return best.rows();
  }
  for (const row of set.rows) best.offer(row);
  return best.rows();
}
