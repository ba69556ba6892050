import type { OpeningFilter } from './contract.ts';
import type { Hits } from './query.ts';

/** `among` is the number of what words found, null among all openings. */
export type Shared = { filter: OpeningFilter; among: number | null };

/**
 * The part of what is asked that many people ask alike, and what is found for it is kept; null where it is the view, the
 * area, the surroundings or the saved openings of one of them. Words stand there as the number of what was found for them. Where
 * somebody stands changes what comes first, not what is found, and is never kept.
 */
export function sharedPart(
  { near: _near, literal: _literal, q: _words, ...filter }: OpeningFilter,
  hits: Hits | null,
): Shared | null {
  if (filter.bbox || filter.area || filter.withinMetres !== undefined || filter.ids) return null;
  return { filter, among: hits && numberOf(hits) };
}

const numbers = new WeakMap<Hits, number>();
let lastNumber = 0;

/** Tells one answer of the search from every other; the same words have the same one as long as the search keeps it. */
function numberOf(hits: Hits): number {
  const number = numbers.get(hits) ?? ++lastNumber;
  numbers.set(hits, number);
  return number;
}
