import { normalise } from '../normalise.ts';

/** Characters of a text that are read: an advert's duties, not a page. */
const readLength = 600;

/** Characters and pairs of characters, with where a phrase begins and ends; each once. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const phrase of normalise(text, readLength).split(/[^\p{Script=Han}a-z0-9]+/u)) {
    if (phrase === '') continue;
    const letters = ['<', ...phrase, '>'];
    letters.forEach((letter, at) => {
      if (at > 0) grams.add(letters[at - 1]! + letter);
      if (at > 0 && at < letters.length - 1) grams.add(letter);
    });
  }
  return grams;
}
