import type { MatchKind, OpeningFilter, Understood } from '../openings/contract.ts';
import type { TermSet } from './engine.ts';

/**
 * One way to find openings: those that carry all the terms, and one of `anyOf` where that is given. A lower rank
 * is shown first.
 */
export type Alternative = TermSet & { rank: number; matched: MatchKind };

/** A part of the query and the ways it may be meant. */
export type Clause = {
  text: string;
  kind: 'job' | 'text';
  /** What the words say. */
  direct: readonly Alternative[];
  /** For a job beside another one: where it may stand as the surroundings (幼儿园 门卫). */
  context: readonly Alternative[];
  /** Worked out only when `direct` finds too little: other spellings by sound, near jobs, duties. */
  spare: () => readonly Alternative[];
};

/** Finds nothing. */
export const emptyClause: Clause = { text: '', kind: 'text', direct: [], context: [], spare: () => [] };

export type FoundFilters = Partial<
  Pick<
    OpeningFilter,
    'district' | 'town' | 'benefits' | 'employmentType' | 'education' | 'experience' | 'salaryMin'
  >
>;

/** What a query means, in terms of the index. */
export type Plan = {
  /** The openings of one code or external id, before everything else. */
  code: Clause | null;
  /** The whole text as an employer's name; `likely` when it can hardly be a job. */
  employer: { clause: Clause; likely: boolean } | null;
  clauses: readonly Clause[];
  /** Several jobs that were asked for one as well as the other: 看门或者扫地. */
  inTurns: boolean;
  /** Everything typed as one whole title, when the clauses are less than that: 面点培训老师. */
  title: readonly Alternative[];
  filters: FoundFilters;
  understood: readonly Understood[];
};
