import type { Understood } from '../openings/contract.ts';
import type { Engine } from './engine.ts';
import type { Clause, FoundFilters, Plan } from './plan.ts';
import { combine, fitsOf, type ClauseFits, type Fit, type Hit } from './rank.ts';

export type Found = { hits: Hit[] | null; understood: readonly Understood[]; filters: FoundFilters };

/** Ids asked of an engine for one set of terms: more than any page shows, less than a reply may weigh. */
const postingLimit = 50_000;
/** Direct hits with which nobody needs related ones; more when filters will thin them out. */
const enough = { alone: 10, filtered: 60 };

/** Finds what a plan asks for in one engine: one request, a second one only when the first finds too little. */
export async function find(plan: Plan, engine: Engine): Promise<Found> {
  const { clauses, filters, understood } = plan;
  const asked = [plan.code, plan.employer?.clause ?? null, ...clauses].filter((clause) => clause !== null);
  if (asked.length === 0) return { hits: null, understood, filters };
  const fits = await answer(asked, 'direct', engine);
  const byClause = new Map(asked.map((clause, at) => [clause, fits[at]!]));
  const coded = plan.code ? hitsOf(byClause.get(plan.code)!) : [];
  if (coded.length > 0) return { hits: coded, understood: [], filters: {} };
  const employed = plan.employer ? hitsOf(byClause.get(plan.employer.clause)!) : [];
  if (clauses.length === 0 && employed.length === 0) return { hits: null, understood, filters };
  const words = await byWords(
    plan,
    clauses.map((clause) => byClause.get(clause)!),
    engine,
  );
  if (employed.length === 0) return { hits: words, understood, filters };
  // What was typed is somebody's name: the place in it is part of the name.
  if (plan.employer!.likely) return { hits: joined(employed, words), understood: [], filters: {} };
  return { hits: words.length > 0 ? words : employed, understood, filters };
}

async function answer(
  clauses: readonly Clause[],
  part: 'direct' | 'spare',
  engine: Engine,
): Promise<ClauseFits[]> {
  const sets = clauses.flatMap((clause) => clause[part].map(({ terms }) => terms));
  if (sets.length === 0) return clauses.map(() => new Map());
  const postings = await engine.postings(sets, postingLimit);
  let from = 0;
  return clauses.map((clause) => {
    const own = postings.slice(from, from + clause[part].length);
    from += clause[part].length;
    return fitsOf(clause[part], own);
  });
}

async function byWords(plan: Plan, fits: readonly ClauseFits[], engine: Engine): Promise<Hit[]> {
  const wanted = Object.keys(plan.filters).length > 0 ? enough.filtered : enough.alone;
  const direct = combine(plan.clauses, fits);
  if (direct.whole.length >= wanted || plan.clauses.length === 0) return direct.whole;
  const spare = await answer(plan.clauses, 'spare', engine);
  // What was written is there: other words that sound alike are not meant.
  const isWanted = (fit: Fit) => direct.whole.length === 0 || fit.matched !== 'homophone';
  const widened = combine(
    plan.clauses,
    fits.map((own, at) => merge(own, spare[at]!, isWanted)),
  );
  const rest = joined(joined(direct.whole, widened.whole), [...direct.partial, ...widened.partial]);
  return rest.slice(0, Math.max(wanted, direct.whole.length));
}

function merge(one: ClauseFits, other: ClauseFits, isWanted: (fit: Fit) => boolean): ClauseFits {
  const fits = new Map(one);
  for (const [id, fit] of other) if (!fits.has(id) && isWanted(fit)) fits.set(id, fit);
  return fits;
}

function hitsOf(fits: ClauseFits): Hit[] {
  return [...fits.entries()]
    .sort((one, other) => one[1].rank - other[1].rank || other[0] - one[0])
    .map(([id, { matched }]) => ({ id, matched }));
}

function joined(first: readonly Hit[], then: readonly Hit[]): Hit[] {
  const seen = new Set(first.map(({ id }) => id));
  return [...first, ...then.filter(({ id }) => !seen.has(id) && seen.add(id))];
}
