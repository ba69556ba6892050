import type { FoundFilters } from '../search/plan.ts';
import type { OpeningFilter, Understood } from './contract.ts';

/** The filter of a person with what was read out of the words; what the person chose stands above it. */
export function withFound(filter: OpeningFilter, found: FoundFilters): OpeningFilter {
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  const whole: OpeningFilter = { ...found, ...chosen };
  if (found.benefits) whole.benefits = [...new Set([...found.benefits, ...(filter.benefits ?? [])])];
  return whole;
}

/**
 * Which of the filters in the words can be had: the place always, of the wishes each that still leaves something
 * beside those before it.
 * @param leaves whether anything passes
 * @returns null when not even the place can be had
 */
export function keepWishes(
  { district, town, benefits = [], ...single }: FoundFilters,
  leaves: (filters: FoundFilters) => boolean,
): FoundFilters | null {
  let kept: FoundFilters = { ...(district && { district }), ...(town && { town }) };
  if (!leaves(kept)) return null;
  const wishes: FoundFilters[] = [
    ...benefits.map((benefit) => ({ benefits: [benefit] })),
    ...Object.entries(single).map(([name, value]) => ({ [name]: value })),
  ];
  for (const wish of wishes) {
    const more = { ...kept, ...wish };
    if (wish.benefits) more.benefits = [...(kept.benefits ?? []), ...wish.benefits];
    if (leaves(more)) kept = more;
  }
  return kept;
}

/** What was understood, apart by whether its filter was kept. A word that is no filter (how a job was read) stays. */
export function parted(
  understood: readonly Understood[],
  kept: FoundFilters,
): { understood: Understood[]; unmet: Understood[] } {
  const isKept = ({ filter, value }: Understood) =>
    filter === 'q' || (filter === 'benefits' ? (kept.benefits ?? []).includes(value) : filter in kept);
  return {
    understood: understood.filter(isKept),
    unmet: understood.filter(
      (word, at) =>
        !isKept(word) &&
        understood.findIndex(({ filter, value }) => filter === word.filter && value === word.value) === at,
    ),
  };
}
