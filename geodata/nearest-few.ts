import type { LngLat } from './lng-lat.ts';
import { onUnitSphere } from './unit-sphere.ts';

/** Where the rows of a table stand on the unit sphere. */
export type Places = { x: Float64Array; y: Float64Array; z: Float64Array };

export type Near = { row: number; /** Squared chord, see metresOfChord. */ chord: number };

/**
 * Keeps the `count` of the rows offered that are nearest to a place.
 * @param comesFirst which of two that are equally far
 */
export function createFew(
  { x, y, z }: Places,
  place: LngLat,
  count: number,
  comesFirst: (row: number, other: number) => boolean,
) {
  const [x0, y0, z0] = onUnitSphere(place);
  const rows = new Int32Array(count);
  const chords = new Float64Array(count);
  let kept = 0;
  // What is farther than this is not kept; until they are full, nothing is.
  let limit = count > 0 ? Infinity : -1;
  const isBefore = (chord: number, row: number, at: number) =>
    chord !== chords[at]! ? chord < chords[at]! : comesFirst(row, rows[at]!);
  return {
    offer(row: number): void {
      const dz = z[row]! - z0;
      const north = dz * dz;
      // Of most rows the latitude says enough.
      if (north > limit) return;
      const dx = x[row]! - x0;
      const dy = y[row]! - y0;
      const chord = dx * dx + dy * dy + north;
      if (chord > limit || (kept === count && !isBefore(chord, row, count - 1))) return;
      let at = kept < count ? kept++ : count - 1;
      for (; at > 0 && isBefore(chord, row, at - 1); at--) {
        rows[at] = rows[at - 1]!;
        chords[at] = chords[at - 1]!;
      }
      rows[at] = row;
      chords[at] = chord;
      if (kept === count) limit = chords[count - 1]!;
    },
    isFullWithin: (chord: number) => kept === count && chords[count - 1]! <= chord,
    /** Nearest first. */
    rows: (): Near[] => Array.from({ length: kept }, (_, at) => ({ row: rows[at]!, chord: chords[at]! })),
  };
}
