import type { SearchDocument } from '../../../api/search/document.ts';
import type { Engine } from '../../../api/search/engine.ts';

/** Postings in memory: what both engines must answer, for the tests that are about words and not about engines. */
export function createMemoryEngine(documents: readonly SearchDocument[]): Pick<Engine, 'postings'> {
  const byTerm = new Map<string, Set<number>>();
  for (const { id, terms } of documents) {
    for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(id));
  }
  return {
    async postings(sets) {
      const all = new Set(documents.map(({ id }) => id));
      const of = (term: string) => byTerm.get(term) ?? new Set<number>();
      return sets.map(({ terms, anyOf }) => {
        const lists = terms.map(of);
        if (anyOf) lists.push(new Set(anyOf.flatMap((term) => [...of(term)])));
        lists.sort((one, other) => one.size - other.size);
        const [first = all, ...rest] = lists;
        return [...first].filter((id) => rest.every((ids) => ids.has(id)));
      });
    },
  };
}
