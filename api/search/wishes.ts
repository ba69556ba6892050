import { firstFitting } from './fitting.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The word of the thesaurus that somebody means who says it freely: 扫厂房. */
export const wishOf = (text: string, { wishes }: Thesaurus): string | undefined =>
  firstFitting(wishes, text)?.word;

/** The text with its nouns as the thesaurus has them, longest first. */
export function withKnownNouns(text: string, { nouns }: Thesaurus): string {
  const said = [...nouns.keys()].filter((noun) => text.includes(noun));
  return said
    .sort((one, other) => other.length - one.length)
    .reduce((sofar, noun) => sofar.replaceAll(noun, nouns.get(noun)!), text);
}
