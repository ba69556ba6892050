import type { SearchDocument } from './document.ts';

export type EngineName = 'postgres' | 'meilisearch';

/** Openings that carry all the terms, and at least one of `anyOf` where that is given. */
export type TermSet = { terms: readonly string[]; anyOf?: readonly string[] };

/**
 * What finds openings by terms. Both fillings hold the same documents and answer the same question, so that
 * what a query means and how hits are ranked is decided once (understand.ts, rank.ts).
 */
export type Engine = {
  readonly name: EngineName;
  /**
   * For each set of terms, the ids of the openings it stands for, in no order.
   * @param limit ids at most for each set
   */
  postings(sets: readonly TermSet[], limit: number): Promise<number[][]>;
  /** Adds or replaces; resolves when the documents can be found. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Takes out what is there; resolves when it cannot be found any more. */
  remove(ids: readonly number[]): Promise<void>;
  /** What is held, page by page, in no order. */
  held(): AsyncIterable<{ id: number; hash: string }[]>;
  /** Which index this is: another value means it was made anew and is empty. null where that cannot happen. */
  identity(): Promise<string | null>;
};
