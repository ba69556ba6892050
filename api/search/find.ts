import type { Understood } from '../openings/contract.ts';
import type { Engine } from './engine.ts';
import type { Alternative, FoundFilters, Plan } from './plan.ts';
import { combine, fitsOf, type ClauseFits, type Fit, type Hit } from './rank.ts';

type Asked = Pick<Engine, 'postings'>;

export type Found = {
  hits: Hit[] | null;
  /** True when nothing found answers every word. */
  isPartial: boolean;
  understood: readonly Understood[];
  filters: FoundFilters;
};

/** Ids asked of an engine for one set of terms: more than any page shows, less than a reply may weigh. */
const postingLimit = 50_000;
/** Direct hits with which nobody needs related ones; more when filters will thin them out. */
const enough = { alone: 10, filtered: 60 };

/** Finds what a plan asks for in one engine: one request, a second one only when the first finds too little. */
export async function find(plan: Plan, engine: Asked): Promise<Found> {
  const { clauses, filters, understood } = plan;
  const asked = [plan.code?.direct ?? [], plan.employer?.clause.direct ?? [], plan.title];
  const several = clauses.length > 1;
  const lists = [...asked, ...clauses.map(({ direct }) => direct)];
  if (several) lists.push(...clauses.map(({ context }) => context));
  const [code, employer, title, ...rest] = await answer(lists, engine);
  const coded = hitsOf(code!);
  if (coded.length > 0) return { hits: coded, isPartial: false, understood: [], filters: {} };
  const employed = hitsOf(employer!);
  if (clauses.length === 0 && employed.length === 0)
    return { hits: null, isPartial: false, understood, filters };
  const context = rest.slice(clauses.length);
  const found = await byWords(plan, rest.slice(0, clauses.length), context, engine);
  const titled = hitsOf(title!);
  const words = joined(titled, found.hits);
  const isPartial = found.isPartial && titled.length === 0;
  if (employed.length === 0) return { hits: words, isPartial, understood, filters };
  // What was typed is somebody's name: the place in it is part of the name.
  if (plan.employer!.likely)
    return { hits: joined(employed, words), isPartial: false, understood: [], filters: {} };
  if (words.length === 0) return { hits: employed, isPartial: false, understood, filters };
  return { hits: words, isPartial, understood, filters };
}

/** Asks for several lists of alternatives at once. */
async function answer(lists: readonly (readonly Alternative[])[], engine: Asked): Promise<ClauseFits[]> {
  const sets = lists.flat();
  if (sets.length === 0) return lists.map(() => new Map());
  const postings = await engine.postings(sets, postingLimit);
  let from = 0;
  return lists.map((list) => {
    const own = postings.slice(from, from + list.length);
    from += list.length;
    return fitsOf(list, own);
  });
}

async function byWords(
  { clauses, filters, inTurns }: Plan,
  fits: readonly ClauseFits[],
  context: readonly ClauseFits[],
  engine: Asked,
): Promise<{ hits: Hit[]; isPartial: boolean }> {
  if (clauses.length === 0) return { hits: [], isPartial: false };
  const wanted = Object.keys(filters).length > 0 ? enough.filtered : enough.alone;
  const direct = combine(clauses, fits, context, inTurns);
  // Nobody has all the words: those who have the job are what there is.
  const found = direct.whole.length > 0 ? direct.whole : direct.partial;
  const isPartial = direct.whole.length === 0;
  if (found.length >= wanted) return { hits: found, isPartial };
  const spare = await answer(
    clauses.map((clause) => clause.spare()),
    engine,
  );
  // What was written is there: other words that sound alike are not meant.
  const isWanted = (fit: Fit) => found.length === 0 || fit.matched !== 'homophone';
  const widened = combine(
    clauses,
    fits.map((own, at) => merge(own, spare[at]!, isWanted)),
    context,
    inTurns,
  );
  const related = [...direct.partial, ...widened.whole, ...widened.partial].map(asRelated(found));
  // Only the sound was right: all that it means is found. The merely related stay few.
  const meant = found.length > 0 ? found : related.filter(({ matched }) => matched !== 'related');
  return {
    hits: joined(found, related).slice(0, Math.max(wanted, meant.length)),
    isPartial: isPartial && widened.whole.length === 0,
  };
}

/** Beside real answers the others are only related. */
const asRelated = (found: readonly Hit[]) => (hit: Hit) =>
  found.length > 0 ? { ...hit, matched: 'related' as const } : hit;

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
