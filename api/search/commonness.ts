import type { Thesaurus } from './thesaurus.ts';

/** How likely somebody means a word: by the job it names and whether the job is called so. */
export function commonness(word: string, { vocabulary, concepts }: Thesaurus): number {
  const meaning = vocabulary.get(word)?.find(({ kind }) => kind === 'occupation');
  if (meaning?.kind !== 'occupation') return -1;
  const concept = concepts.get(meaning.concept);
  // 注塑工 is what a job is called, 种树工 one of many names.
  const isTheName = concept?.name === word ? 1.5 : 0;
  return (concept?.weight ?? 0) + { name: 2, everyday: 0, phrase: -1, broader: -1 }[meaning.as] + isTheName;
}
