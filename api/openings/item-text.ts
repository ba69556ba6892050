import type { MatchKind } from './contract.ts';
import { openingItem } from './contract.ts';
import { toItem } from './items.ts';
import type { OpeningRow } from './store.ts';

/**
 * An opening of a list as JSON. What only changes with the row is checked and written once a row (60 of the 75
 * microseconds that ten items took); the rest are three values.
 */
export function itemText(
  row: OpeningRow,
  nearestPoint: string,
  { distanceMetres, matched }: { distanceMetres: number | undefined; matched: MatchKind | undefined },
): string {
  let text = texts.get(row);
  if (text === undefined) {
    text = JSON.stringify(still.parse(toItem(row))).slice(0, -1);
    texts.set(row, text);
  }
  const distance = distanceMetres === undefined ? '' : `,"distanceMetres":${distanceMetres}`;
  const how = matched === undefined ? '' : `,"matched":"${matched}"`;
  return `${text},"nearestPoint":${nearestPoint}${distance}${how}}`;
}

const still = openingItem.omit({ distanceMetres: true });
const texts = new WeakMap<OpeningRow, string>();
