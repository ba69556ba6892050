/** 0.01 degrees: 1,112 m from south to north and at least 900 m from west to east anywhere south of 36° N. */
const perDegree = 100;
const leastCellMetres = 900;
const width = 36_000;

/**
 * Rows by the cell of the earth they stand in, kept up with every change: the nearest ten of a million are found in
 * a few cells, and no index has to be built anew.
 */
export function createGrid() {
  const cells = new Map<number, number[]>();
  const cellOfRow: number[] = [];
  const extent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };

  const columnOf = (lng: number) => Math.floor((lng + 180) * perDegree);
  const lineOf = (lat: number) => Math.floor((lat + 90) * perDegree);

  function leave(row: number): void {
    const key = cellOfRow[row];
    if (key === undefined) return;
    const rows = cells.get(key)!;
    rows[rows.indexOf(row)] = rows.at(-1)!;
    rows.pop();
  }

  function enter(row: number, key: number): void {
    cellOfRow[row] = key;
    const rows = cells.get(key);
    if (rows) rows.push(row);
    else cells.set(key, [row]);
  }

  return {
    /** A row that is new, or stands elsewhere than before. */
    put(row: number, { lng, lat }: { lng: number; lat: number }): void {
      const column = columnOf(lng);
      const line = lineOf(lat);
      const key = line * width + column;
      if (cellOfRow[row] === key) return;
      leave(row);
      enter(row, key);
      extent.west = Math.min(extent.west, column);
      extent.east = Math.max(extent.east, column);
      extent.south = Math.min(extent.south, line);
      extent.north = Math.max(extent.north, line);
    },

    /** The row goes and the last one takes its number, as rows of the model do. */
    remove(row: number, last: number): void {
      leave(row);
      if (row !== last) {
        const key = cellOfRow[last]!;
        leave(last);
        enter(row, key);
      }
      cellOfRow.length = last;
    },

    /**
     * Visits rows ring by ring around a place. `isEnough` is asked after each ring with the metres within which every
     * row has been seen. False when the place is too far off the grid for rings to make sense.
     */
    around(
      { lng, lat }: { lng: number; lat: number },
      visit: (rows: readonly number[]) => void,
      isEnough: (seenWithinMetres: number) => boolean,
    ): boolean {
      const column = columnOf(lng);
      const line = lineOf(lat);
      const { west, east, south, north } = extent;
      if (column < west - 1 || column > east + 1 || line < south - 1 || line > north + 1) return false;
      const rings = Math.max(column - west, east - column, line - south, north - line);
      const look = (atLine: number, atColumn: number) => {
        const rows = cells.get(atLine * width + atColumn);
        if (rows && rows.length > 0) visit(rows);
      };
      for (let ring = 0; ring <= rings; ring++) {
        for (let at = column - ring; at <= column + ring; at++) {
          look(line - ring, at);
          if (ring > 0) look(line + ring, at);
        }
        for (let at = line - ring + 1; at < line + ring; at++) {
          look(at, column - ring);
          look(at, column + ring);
        }
        if (isEnough(ring * leastCellMetres)) return true;
      }
      return true;
    },
  };
}
