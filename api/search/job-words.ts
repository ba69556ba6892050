import { term } from './terms.ts';
import type { OccupationMeaning, Thesaurus } from './thesaurus.ts';
import type { Reader } from './understand.ts';

/** The jobs a word may mean, the likeliest first. */
export const meaningsOf = (word: string, thesaurus: Thesaurus): OccupationMeaning[] =>
  (thesaurus.vocabulary.get(word) ?? []).filter((meaning) => meaning.kind === 'occupation');

/** The term of openings that have the job. */
export const kind = (concept: string): string => term('c', concept);

/** What people leave off: 保洁员 -> 保洁, when two characters stay. */
export function stem(word: string): string {
  const bare = word.replace(/(?:人员|师傅|工人|员工|工|员|师|的)$/u, '');
  return [...bare].length >= 2 ? bare : word;
}

/** The word as duties may hold it. */
export const dutiesIn = (word: string, reader: Reader): string[] =>
  reader.cut.words(word).map((part) => term('d', part));

/** Two characters that other words end with as well: 车工 in 洗车工 and 行车工. */
export const isLoose = (word: string): boolean => /^.[工员师]$/u.test(word);
