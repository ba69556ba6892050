import { tradesOfHouse } from './house-trades.ts';
import { isMaker } from './makers.ts';
import { term } from './terms.ts';
import type { Concept, Thesaurus } from './thesaurus.ts';

/** Carried by who makes what a house makes, and by its hands. */
export const made = term('c', 'made');

// Of 职业分类大典: 6 makes things; 6-29 builds, 6-30 drives, 6-31 mends and tests, all but who packs.
const making = /^6-(?!16|29|30|31)/u;
const packer = '6-31-05';

const makes = ({ family, sections, name }: Concept): boolean =>
  family === null ? sections[0] === 'C' && /[工匠]$/u.test(name) : making.test(family) || family === packer;

// Called so in every house that makes something, and nothing else: 操作工, 副手.
const hands =
  /^(?:车间|生产|产线|流水线)?(?:操作[工员]?|副手|主机手|学徒工?|辅助?工|普工|工人|[男女]工|员工)|副手|主机手/u;

/** Whether an opening is of those who make what its house lives of: no driver, mechanic or clerk. */
export function isMade(
  primary: readonly string[],
  { title, employerName }: { title: string; employerName: string },
  { concepts }: Thesaurus,
): boolean {
  const known = primary.flatMap((id) => concepts.get(id) ?? []);
  return known.some(makes) || (hands.test(title) && isMaker(employerName));
}

// Of 职业分类大典: 5 is farming and fishing.
const isGrower = ({ family }: Concept): boolean => family?.startsWith('5-') ?? false;

/** The term of openings among the hands of a house that lives of the job. */
export const inHouseOf = (concept: string): string => term('c', `in.${concept}`);

/** What the house lives of, for its hands: whatever else their titles say. */
export function tradesAround(
  primary: readonly string[],
  opening: { title: string; employerName: string },
  thesaurus: Thesaurus,
): readonly string[] {
  const isHand =
    primary.length === 0 ||
    isMade(primary, opening, thesaurus) ||
    primary.some((id) => isGrower(thesaurus.concepts.get(id)!));
  return isHand ? tradesOfHouse(opening.employerName).filter((trade) => !primary.includes(trade)) : [];
}
