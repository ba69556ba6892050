import type { MatchKind } from '../openings/contract.ts';
import { houseEnding } from './house-words.ts';
import type { Clause } from './plan.ts';

/** One opening found; the list is best first. */
export type Hit = { id: number; matched: MatchKind };

/** How well an opening answers one clause. */
export type Fit = { rank: number; matched: MatchKind };
export type ClauseFits = ReadonlyMap<number, Fit>;

/** The best way each opening answers a clause. `postings` stand in the order of the alternatives. */
export function fitsOf(
  alternatives: Clause['direct'],
  postings: readonly (readonly number[])[],
  known: ClauseFits = new Map(),
): ClauseFits {
  const fits = new Map(known);
  alternatives.forEach(({ rank, matched }, at) => {
    for (const id of postings[at] ?? []) {
      const before = fits.get(id);
      if (!before || rank < before.rank) fits.set(id, { rank, matched });
    }
  });
  return fits;
}

type Scored = { id: number; answered: number; rank: number; matched: MatchKind };

/**
 * Puts the answers of the clauses together: an opening must answer one of the jobs asked for, and should answer
 * every other word. Those that answer everything come first; the others follow as related.
 * @returns whole answers and partial ones, best first; newer openings first among equals
 */
export function combine(
  clauses: readonly Clause[],
  fits: readonly ClauseFits[],
  context: readonly ClauseFits[] = [],
  inTurns = false,
): { whole: Hit[]; partial: Hit[] } {
  const of = (kind: Clause['kind']) =>
    clauses.flatMap((clause, at) =>
      clause.kind === kind ? [{ text: clause.text, fits: fits[at]!, context: context[at] }] : [],
    );
  const jobs = of('job');
  const texts = of('text');
  // 做过八年电缆厂，挤塑和绞线都会: a house takes no turns with jobs, but with another house: 饭店或者超市.
  const named = jobs.filter(({ text }) => !houseEnding.test(text));
  const wished = named.length > 0 ? named : jobs;
  const asked = texts.length + (jobs.length > 0 ? 1 : 0);
  const scored: Scored[] = [];
  for (const id of idsOf(jobs.length > 0 ? jobs : texts)) scored.push(score(id, jobs, texts));
  scored.sort((one, other) => other.answered - one.answered || one.rank - other.rank || other.id - one.id);
  const isWhole = (hit: Scored) => hit.answered >= asked;
  const turned = (list: Scored[]) => (inTurns && wished.length > 1 ? takingTurns(list, wished) : list);
  const toHit = ({ id, matched }: Scored): Hit => ({ id, matched });
  return {
    whole: turned(scored.filter(isWhole)).map(toHit),
    partial: turned(scored.filter((hit) => !isWhole(hit))).map(toHit),
  };
}

/** The best of each job in turn, so that the first page shows them all; whoever does several is taken once. */
function takingTurns(list: readonly Scored[], jobs: readonly Answers[]): Scored[] {
  const best = (id: number) => {
    const ranks = jobs.map(({ fits }) => fits.get(id)?.rank ?? Infinity);
    return ranks.indexOf(Math.min(...ranks));
  };
  const lines = jobs.map((): Scored[] => []);
  for (const hit of list) lines[best(hit.id)]!.push(hit);
  const taken: Scored[] = [];
  for (let at = 0; taken.length < list.length; at++) {
    for (const line of lines) {
      const hit = line[at];
      if (hit) taken.push(hit);
    }
  }
  return taken;
}

type Answers = { text: string; fits: ClauseFits; context: ClauseFits | undefined };

function idsOf(clauses: readonly Answers[]): Set<number> {
  const ids = new Set<number>();
  for (const { fits } of clauses) for (const id of fits.keys()) ids.add(id);
  return ids;
}

function score(id: number, jobs: readonly Answers[], texts: readonly Answers[]): Scored {
  const jobFits = jobs.flatMap(({ fits }) => fits.get(id) ?? []).sort((one, other) => one.rank - other.rank);
  const around = jobs.filter(({ fits, context }) => !fits.has(id) && context?.has(id)).length;
  const textFits = texts.flatMap(({ fits }) => fits.get(id) ?? []);
  const main = jobFits[0] ?? textFits[0]!;
  const mean = textFits.reduce((sum, fit) => sum + fit.rank, 0) / Math.max(1, textFits.length);
  // Every further job of the query that is answered, or stands in the surroundings, counts like a tier forward.
  const further = Math.max(0, jobFits.length - 1 + (jobFits.length > 0 ? around : 0));
  const others = jobFits.slice(1).reduce((sum, fit) => sum + fit.rank, 0) / 10;
  return {
    id,
    answered: textFits.length + (jobFits.length > 0 ? 1 : 0),
    rank: (jobFits[0]?.rank ?? 0) + others + (jobFits.length > 0 ? mean / 10 : mean) - 4 * further,
    matched: main.matched,
  };
}
