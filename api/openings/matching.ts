import type { Search } from '../search/search.ts';
import type { OpeningFilter } from './contract.ts';
import { withFound } from './give-way.ts';
import type { OpeningsModel } from './model.ts';
import { selectOpenings } from './query.ts';

/**
 * Which openings answer words and conditions to the letter, for who is told of them without looking: unlike the list
 * nothing gives way, and what is only near the words is not among them.
 */
export function createMatching({
  openings,
  search,
}: {
  openings: OpeningsModel;
  search: Pick<Search, 'find'>;
}): (filter: OpeningFilter, now: Date) => Promise<ReadonlySet<number>> {
  return async (filter, now) => {
    const words = filter.q?.trim();
    const found = words ? await search.find(words, { literal: filter.literal ?? false }) : null;
    if (found?.isPartial) return new Set();
    const asked = found ? withFound(filter, found.filters) : filter;
    const { rows, matched } = selectOpenings(openings, asked, now.getTime(), found?.hits ?? null);
    const ids = new Set<number>();
    for (const [index, row] of rows.entries())
      if (matched?.[index] !== 'related') ids.add(openings.columns.id[row]!);
    return ids;
  };
}
