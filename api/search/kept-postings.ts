import { LRUCache } from 'lru-cache';
import type { Engine, TermSet } from './engine.ts';

type Asked = Pick<Engine, 'postings'>;

/** Of all that is kept, ids and the letters of the terms: about 8 bytes each. */
const mostKept = 4_000_000;
/** What an entry takes besides, in the same measure. */
const besides = 40;

export type KeptPostings = {
  /** The same engine, asked only for what is not known. */
  through(engine: Asked): Asked;
  /** To be called when anything in the index has changed. */
  forget(): void;
};

/**
 * Remembers what each set of terms stands for: people ask with different words for the same jobs, and every letter typed asks
 * for most of what the one before did. What an engine found before an index changed is not kept after it.
 * @param keptMs how long what is found now may be kept
 */
export function keepPostings(keptMs: () => number): KeptPostings {
  const kept = new LRUCache<string, number[]>({
    maxSize: mostKept,
    sizeCalculation: (ids, key) => ids.length + key.length + besides,
  });
  let forgotten = 0;
  return {
    through: (engine) => ({
      async postings(sets, limit) {
        const keys = sets.map((set) => keyOf(set, limit));
        const found = new Map<string, number[] | undefined>();
        const asked: TermSet[] = [];
        keys.forEach((key, at) => {
          if (found.has(key)) return;
          const known = kept.get(key);
          found.set(key, known);
          if (!known) asked.push(sets[at]!);
        });
        if (asked.length > 0) {
          const before = forgotten;
          const postings = await engine.postings(asked, limit);
          const ttl = keptMs();
          asked.forEach((set, at) => {
            const key = keyOf(set, limit);
            found.set(key, postings[at]!);
            if (forgotten === before) kept.set(key, postings[at]!, { ttl });
          });
        }
        return keys.map((key) => found.get(key)!);
      },
    }),
    forget() {
      forgotten++;
      kept.clear();
    },
  };
}

// Terms hold no control signs (normalise.ts).
const keyOf = ({ terms, anyOf }: TermSet, limit: number): string =>
  `${limit}\n${terms.join('\t')}${anyOf ? `\n${anyOf.join('\t')}` : ''}`;
