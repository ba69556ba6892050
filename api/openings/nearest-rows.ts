import { createFew, type Near } from '../../geodata/nearest-few.ts';
import { chordOfMetres } from '../../geodata/unit-sphere.ts';
import type { OpeningsModel } from './model.ts';

/** Below this a pass over the rows is cheaper than rings of cells: 3,500 rows take 50 microseconds, their rings 15. */
const fewRows = 700;

const tables = new WeakMap<Int32Array, Uint8Array>();

/** Which rows a selection holds; made when first asked for and kept as long as the selection is. */
function tableOf(rows: Int32Array, length: number): Uint8Array {
  let table = tables.get(rows);
  if (!table) {
    tables.set(rows, (table = new Uint8Array(length)));
    for (const row of rows) table[row] = 1;
  }
  return table;
}

/**
 * The `count` rows of a selection that are nearest to a place, nearest first. Ties go to the newer opening, then to the
 * higher id, as everywhere (see `order`).
 */
export function nearestRows(
  model: OpeningsModel,
  rows: Int32Array,
  place: { lng: number; lat: number },
  count: number,
): Near[] {
  const { publishedAt, id } = model.columns;
  const best = createFew(model.columns, place, count, (row, other) =>
    publishedAt[row]! !== publishedAt[other]!
      ? publishedAt[row]! > publishedAt[other]!
      : id[row]! > id[other]!,
  );
  if (rows.length >= fewRows) {
    const holds = tableOf(rows, model.length);
    const walked = model.grid.around(
      place,
      (around) => {
        for (const row of around) if (holds[row] === 1) best.offer(row);
      },
      (metres) => best.isFullWithin(chordOfMetres(metres)),
    );
    if (walked) return best.rows();
  }
  for (const row of rows) best.offer(row);
  return best.rows();
}
