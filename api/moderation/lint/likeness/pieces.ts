import type { Range, TextField } from '../family.ts';

/** A title, a duty, a condition and a benefit say the same words with different meaning. */
const signs: Partial<Record<TextField, string>> = {
  title: '①',
  occupation: '①',
  duties: '②',
  requirements: '③',
  education: '③',
  experience: '③',
  employmentType: '③',
  benefits: '④',
};
export const signOf = (field: TextField): string | null => signs[field] ?? null;
export const endSign = '⑨';
export const pause = ',';

const clauses = /[^,。;!?\n]+/g;
/** Benefits are picked one by one. */
const clausesOfBenefits = /[^,。;!?\n、]+/g;

export type Clause = Range & { words: string };

/** The digits of a long number say nothing; that it is one does. Seven and more are a telephone's, ages and pay have fewer. */
const withoutNumbers = (words: string): string =>
  words.replace(/\d{5,}/g, (digits) => (digits.length > 6 ? '⑦' : '⑤'));

/** The clauses of a field's reading. */
export const clausesOf = (field: TextField, reading: string): Clause[] =>
  [...reading.matchAll(field === 'benefits' ? clausesOfBenefits : clauses)]
    .map(({ index, 0: words }) => ({ from: index, to: index + words.length, words: withoutNumbers(words) }))
    .filter(({ words }) => !/^[\s□]*$/.test(words));

/** What is learned from: words between a sign for their field and one for their end. */
export const signed = (field: TextField, words: string): string =>
  (signOf(field) ?? '') + withoutNumbers(words) + endSign;
