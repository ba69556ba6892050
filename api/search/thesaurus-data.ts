import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const word = z.string().min(1).max(30);
const words = z.array(word);

/** One occupation of the thesaurus, as its file holds it. */
export const occupationEntry = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: word,
  /** In 职业分类大典 2022; the code is null where it could not be found out for certain. */
  official: z.object({ code: z.string().nullable(), name: word }),
  employerNames: words,
  everyday: words,
  phrases: words,
  near: z.array(z.string()),
  notMixed: z.array(z.object({ word, with: z.string() })),
  sections: z.array(z.string().regex(/^[A-T]$/)),
  weight: z.number().min(0).max(5),
  source: z.string().min(1),
});
export type OccupationEntry = z.infer<typeof occupationEntry>;

export const placeEntry = z.object({
  code: z.string().regex(/^\d{6}(\d{3})?$/),
  name: word,
  words,
  source: z.string().min(1),
});
export const benefitEntry = z.object({ value: word, words, source: z.string().min(1) });
export const conditionEntry = z.object({
  filter: z.enum(['education', 'experience', 'employmentType']),
  value: word,
  words,
});
/**
 * `same`: words that mean the same. `broader`: the first word stands for all the others, which resemble each other.
 * `mixed`: it stands for them, and nobody who wants one is helped with another.
 */
export const synonymEntry = z.object({
  words,
  kind: z.enum(['same', 'broader', 'mixed']),
  source: z.string().min(1),
});

/** Nouns that mean the same inside longer words, the one the thesaurus is written with first: 饭店, 饭馆. */
export const nounEntry = z.object({ words, source: z.string().min(1) });
/** What somebody wants to do, said freely: the first pattern that fits names a word of the thesaurus. */
export const wishEntry = z.object({ pattern: z.string().min(3), word, source: z.string().min(1) });

/**
 * What is asked of any job and is no trade, said alone: `says` are words with which adverts promise it, `has` benefits
 * and kinds of employment, `jobs` names of jobs that are so by nature.
 */
export const saidEntry = z.object({
  pattern: z.string().min(3),
  says: words,
  has: words,
  /** Benefits that often go with it. */
  often: words.optional(),
  jobs: words,
  source: z.string().min(1),
});

/**
 * What somebody does for a living, said with verb and object, without what stands around it: `jobs` are names of
 * jobs that are it, the likeliest first, the rest what adverts say instead in titles, duties and names of employers.
 */
export const deedEntry = z.object({
  pattern: z.string().min(2),
  jobs: words,
  titles: words,
  duties: words,
  employers: words,
  source: z.string().min(1),
});

/**
 * Of whom people are glad besides, who look for a job, the most welcome first, and of whom they are not though he stands
 * near: ids of occupations.
 */
export const neighboursEntry = z.object({
  job: z.string(),
  welcome: z.array(z.string()),
  unwelcome: z.array(z.string()),
});

export type ThesaurusData = {
  occupations: OccupationEntry[];
  places: z.infer<typeof placeEntry>[];
  benefits: z.infer<typeof benefitEntry>[];
  conditions: z.infer<typeof conditionEntry>[];
  synonyms: z.infer<typeof synonymEntry>[];
  nouns: z.infer<typeof nounEntry>[];
  wishes: z.infer<typeof wishEntry>[];
  said: z.infer<typeof saidEntry>[];
  deeds: z.infer<typeof deedEntry>[];
  neighbours: z.infer<typeof neighboursEntry>[];
};

/** A word the staff added for an occupation. */
export type StaffWord = { word: string; concept: string; kind: 'name' | 'everyday' | 'phrase' };

const folder = new URL('./thesaurus/', import.meta.url);

function readList<T>(name: string, shape: z.ZodType<T>): T[] {
  let text: string;
  try {
    text = readFileSync(new URL(name, folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const parsed = z.array(shape).safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`thesaurus/${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Reads every file of the thesaurus. Throws with file and path when an entry is malformed. */
export function readThesaurusData(): ThesaurusData {
  const files = readdirSync(new URL('occupations/', folder)).filter((name) => name.endsWith('.json'));
  return {
    occupations: files.sort().flatMap((name) => readList(`occupations/${name}`, occupationEntry)),
    places: readList('places.json', placeEntry),
    benefits: readList('benefits.json', benefitEntry),
    conditions: readList('conditions.json', conditionEntry),
    synonyms: readList('synonyms.json', synonymEntry),
    nouns: readList('nouns.json', nounEntry),
    wishes: readList('wishes.json', wishEntry),
    said: readList('said.json', saidEntry),
    deeds: readList('deeds.json', deedEntry),
    neighbours: readList('neighbours.json', neighboursEntry),
  };
}
