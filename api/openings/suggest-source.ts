import type { SuggestSource } from '../search/search.ts';
import type { OpeningsModel } from './model.ts';
import { countFacets, selectOpenings } from './query.ts';

/** Counts for suggestions, worked out once for each version of the model and minute. */
export function suggestSource(openings: OpeningsModel, clock: () => Date): SuggestSource {
  let made: { key: string; counts: ReturnType<typeof count> } | null = null;
  const counts = () => {
    const now = clock();
    const key = `${openings.version}:${Math.floor(now.getTime() / 60_000)}`;
    if (made?.key !== key) made = { key, counts: count(openings, now) };
    return made.counts;
  };
  return {
    occupations: () => counts().occupations,
    employers: () => counts().employers,
    openingsIn: (code) => counts().byDivision.get(code) ?? 0,
  };
}

function count(openings: OpeningsModel, now: Date) {
  const selection = selectOpenings(openings, {}, now.getTime(), null);
  const facets = countFacets(openings, selection);
  const byEmployer = new Map<number, { name: string; openings: number }>();
  for (const row of selection.rows) {
    const id = openings.columns.employerId[row]!;
    const employer = byEmployer.get(id) ?? { name: openings.employerName(id), openings: 0 };
    employer.openings++;
    byEmployer.set(id, employer);
  }
  return {
    occupations: facets.occupation.flatMap(({ value, openings: n }) =>
      value === null ? [] : [{ value, openings: n }],
    ),
    employers: [...byEmployer.values()],
    byDivision: new Map(
      [...facets.district, ...facets.town].map((facet) => [facet.value ?? '', facet.openings]),
    ),
  };
}
