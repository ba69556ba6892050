import type { Thesaurus } from './thesaurus.ts';

/** Neighbours of one kind that are worth showing. */
export const nearLimit = 10;

const nearKnown = new WeakMap<Thesaurus, Map<string, readonly string[]>>();

/**
 * Jobs beside some jobs: those that are welcome to whoever looks for the first, those the thesaurus names, then those
 * one broader word or official group holds; the unwelcome last.
 */
export function nearOf(concepts: readonly string[], thesaurus: Thesaurus): readonly string[] {
  let known = nearKnown.get(thesaurus);
  if (!known) nearKnown.set(thesaurus, (known = new Map()));
  const key = concepts.join();
  const found = known.get(key) ?? findNear(concepts, thesaurus);
  known.set(key, found);
  return found;
}

function findNear(concepts: readonly string[], thesaurus: Thesaurus): string[] {
  const named = concepts.flatMap((id) => thesaurus.concepts.get(id)?.near ?? []);
  const naming = [...thesaurus.concepts.values()]
    .filter(({ near }) => near.some((id) => concepts.includes(id)))
    .map(({ id }) => id);
  const grouped = concepts.flatMap((id) => thesaurus.kin.get(id) ?? []);
  const families = new Set(concepts.map((id) => thesaurus.concepts.get(id)?.family).filter(Boolean));
  const official = [...thesaurus.concepts.values()]
    .filter(({ family }) => families.has(family))
    .sort((one, other) => other.weight - one.weight)
    .map(({ id }) => id);
  const { welcome = [], unwelcome = [] } = thesaurus.concepts.get(concepts[0] ?? '') ?? {};
  const others = [named, grouped, official, naming].flatMap((list) => list.slice(0, nearLimit));
  const all = new Set([...welcome, ...others.filter((id) => !unwelcome.includes(id)), ...others]);
  return [...all].filter((id) => !concepts.includes(id) && thesaurus.concepts.has(id));
}

/**
 * The same for one word: what the classification calls so goes first, where nobody is called so by himself. 中式烹调师
 * is who prepares cold dishes as well.
 */
export function nearFor(word: string, concepts: readonly string[], thesaurus: Thesaurus): readonly string[] {
  const near = nearOf(concepts, thesaurus);
  if (concepts.some((id) => thesaurus.concepts.get(id)!.name === word)) return near;
  const isOfficial = (id: string) => thesaurus.concepts.get(id)!.official === word;
  return [...near.filter(isOfficial), ...near.filter((id) => !isOfficial(id))];
}
