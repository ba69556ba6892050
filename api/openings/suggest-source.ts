import type { SuggestSource } from '../search/search.ts';
import type { OpeningsModel } from './model.ts';
import { countFacets, selectOpenings } from './query.ts';

/** Counting a million openings takes 0.1 s: what changed shows in suggestions within this time. */
const keptMs = 5000;

/** Counts for suggestions, worked out again when the openings have changed or a minute is over. */
export function suggestSource(openings: OpeningsModel, clock: () => Date): SuggestSource {
  let made: { at: number; version: number; counts: ReturnType<typeof count> } | null = null;
  const counts = () => {
    const now = clock();
    const age = made ? now.getTime() - made.at : Infinity;
    const isOver = age < 0 || age >= 60_000 || (age >= keptMs && made!.version !== openings.version);
    if (isOver) made = { at: now.getTime(), version: openings.version, counts: count(openings, now) };
    return made!.counts;
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
  const byEmployer = new Map<number, number>();
  for (const row of selection.rows) {
    const id = openings.columns.employerId[row]!;
    byEmployer.set(id, (byEmployer.get(id) ?? 0) + 1);
  }
  const employers = new Map<string, number>();
  for (const [id, counted] of byEmployer) {
    const name = openings.employerName(id);
    employers.set(name, (employers.get(name) ?? 0) + counted);
  }
  const named = (entries: { value: string | null; openings: number }[]) =>
    new Map(entries.flatMap(({ value, openings: n }) => (value === null ? [] : [[value, n] as const])));
  return {
    occupations: named(facets.occupation),
    employers,
    byDivision: named([...facets.district, ...facets.town]),
  };
}
