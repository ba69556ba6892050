import { setTimeout as sleep } from 'node:timers/promises';
import type { FoundFilters } from '../../../api/search/plan.ts';
import type { Hit } from '../../../api/search/rank.ts';
import type { Search, SearchAnswer } from '../../../api/search/search.ts';
import type { CorpusOpening } from './corpus.ts';
import type { Query } from './queries.ts';

/** Ids that answer a query in a corpus. */
export function wantedIds(query: Query, corpus: readonly CorpusOpening[]): Set<number> {
  const isWanted = (opening: CorpusOpening) =>
    query.wanted.some((one) => {
      if (one === '*') return true;
      if (one.startsWith('t:')) return new RegExp(one.slice(2), 'i').test(opening.title);
      if (one.startsWith('e:')) return opening.employer.includes(one.slice(2));
      return opening.kind === one;
    });
  return new Set(corpus.filter((o) => isWanted(o) && passes(o, expectedFilters(query))).map(({ id }) => id));
}

export function expectedFilters(query: Query): FoundFilters {
  const { benefits, ...rest } = query.filters;
  return { ...rest, ...(benefits ? { benefits: benefits.split('+') } : {}) } as FoundFilters;
}

/** What the model of the openings does with the filters that were understood. */
export function passes(opening: CorpusOpening, filters: FoundFilters): boolean {
  if (filters.district && !opening.town.startsWith(filters.district)) return false;
  if (filters.town && opening.town !== filters.town) return false;
  return (filters.benefits ?? []).every((benefit) => opening.benefits.includes(benefit));
}

export type Score = { recall: number; ndcg: number };

/** recall@10 and nDCG@10 of one answer, every wanted opening worth the same. null when nothing is wanted. */
export function score(hits: readonly Pick<Hit, 'id'>[], wanted: ReadonlySet<number>): Score | null {
  if (wanted.size === 0) return null;
  const top = hits.slice(0, 10);
  const possible = Math.min(10, wanted.size);
  const found = top.filter(({ id }) => wanted.has(id)).length;
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const dcg = top.reduce((sum, { id }, at) => sum + (wanted.has(id) ? gain(at) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < possible; at++) ideal += gain(at);
  return { recall: found / possible, ndcg: dcg / ideal };
}

export function meanOf(scores: readonly (Score | null)[]): Score & { queries: number } {
  const counted = scores.filter((one) => one !== null);
  const mean = (of: (one: Score) => number) =>
    counted.reduce((sum, one) => sum + of(one), 0) / counted.length;
  return { recall: mean((one) => one.recall), ndcg: mean((one) => one.ndcg), queries: counted.length };
}

/** Asks until the engine that is meant answers itself: on a busy machine the circuit may open for a second. */
export async function findUndegraded(
  search: Pick<Search, 'find'>,
  words: string,
  literal = false,
): Promise<SearchAnswer> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await search.find(words, { literal });
    if (!answer.degraded) return answer;
    await sleep(600);
  }
  throw new Error(`degraded for 12 s: ${words}`);
}
