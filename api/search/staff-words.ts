import { isSame, sorted, type Meaning, type Thesaurus } from './thesaurus.ts';
import type { StaffWord } from './thesaurus-data.ts';
import { keptForm } from './word-rules.ts';

/** A thesaurus with the words of the staff: some milliseconds. */
export function withStaffWords(base: Thesaurus, staff: readonly StaffWord[]): Thesaurus {
  if (staff.length === 0) return base;
  const vocabulary = new Map(base.vocabulary);
  let { longestWord } = base;
  for (const { word, concept, kind } of staff) {
    const key = keptForm(word);
    const meaning: Meaning = { kind: 'occupation', concept, as: kind, isStaffs: true };
    // A group's word that staff give to one of its jobs is that job's own from then on.
    const others = (vocabulary.get(key) ?? []).filter(
      (other) => !isSame(other, meaning) || !isBroader(other),
    );
    if (key === '' || !base.concepts.has(concept) || others.some((other) => isSame(other, meaning))) continue;
    vocabulary.set(key, sorted([...others, meaning], base.concepts));
    longestWord = Math.max(longestWord, key.length);
  }
  return { ...base, vocabulary, longestWord };
}

const isBroader = (meaning: Meaning): boolean => meaning.kind === 'occupation' && meaning.as === 'broader';
