import { all, term } from './terms.ts';
import { firstFitting } from './fitting.ts';
import type { Alternative, Clause } from './plan.ts';
import type { Said, Thesaurus } from './thesaurus.ts';

// A longer text says more, and is not worth reading against patterns.
const longestSaid = 24;

/** What is asked of any job, when a query says nothing else: 收学徒的, 时间自由. */
export const saidIn = (text: string, { said }: Thesaurus): Said | undefined =>
  text.length > longestSaid ? undefined : firstFitting(said, text);

/**
 * Openings that promise it in their title, have it among their benefits, speak of it in their duties, or are so by
 * nature. A filter would find only those whose employer ticked a box.
 */
export function saidClause(text: string, { says, has, often, concepts }: Omit<Said, 'pattern'>): Clause {
  const direct: Alternative[] = [];
  const boxes = has.map((value) => term('b', value));
  for (const [at, word] of says.entries()) {
    const rank = 1 + at / 20;
    for (const kind of ['j', 'k', 't'] as const) {
      if (boxes.length > 0)
        direct.push({ terms: all(kind, word), anyOf: boxes, rank: rank / 2, matched: 'exact' });
      direct.push({ terms: all(kind, word), rank, matched: 'exact' });
    }
    direct.push({ terms: [term('d', word)], rank: 3 + at / 20, matched: 'exact' });
  }
  if (boxes.length > 0) direct.push({ terms: [], anyOf: boxes, rank: 2, matched: 'exact' });
  for (const [at, concept] of concepts.entries())
    direct.push({ terms: [term('c', concept)], rank: 4 + at / 20, matched: 'related' });
  if (often.length > 0)
    direct.push({ terms: [], anyOf: often.map((value) => term('b', value)), rank: 5, matched: 'related' });
  return { text, kind: 'text', direct, context: [], spare: () => [] };
}
