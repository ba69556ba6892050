import type { MatchKind } from './contract.ts';
import { openingItem } from './contract.ts';
import { toItem } from './items.ts';
import type { OpeningRow } from './store.ts';

/**
 * An opening of a list as JSON, without its end: what only changes with the row, checked and written once a row (60 of
 * the 75 microseconds that ten items took).
 */
export function itemStart(row: OpeningRow): Buffer {
  let start = starts.get(row);
  if (start === undefined) {
    start = Buffer.from(JSON.stringify(still.parse(toItem(row))).slice(0, -1));
    starts.set(row, start);
  }
  return start;
}

/** The end of an opening of a list, after its nearest service point: what changes with who asks. */
export function itemEnd(distanceMetres: number | undefined, matched: MatchKind | undefined): Buffer {
  const distance = distanceMetres === undefined ? '' : `,"distanceMetres":${distanceMetres}`;
  const how = matched === undefined ? '' : `,"matched":"${matched}"`;
  return Buffer.from(`${distance}${how}}`, 'latin1');
}

const still = openingItem.omit({ distanceMetres: true });
const starts = new WeakMap<OpeningRow, Buffer>();
