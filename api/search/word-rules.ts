import { Refusal } from '../refusals.ts';
import type { KnownOccupation } from './contract.ts';
import { conceptsNamedWith, lexiconOf, soundAlikes } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { halfHeard, misspelt } from './slips.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Reader } from './understand.ts';

const most = 8;

/** The form in which words are compared and kept. */
export const keptForm = (word: string): string => normalise(word, 30).replaceAll(' ', '');

/** A word that would swallow other searches: a place, a benefit, or nothing that can be typed. */
export function refuseWord(word: string, occupation: string, thesaurus: Thesaurus): Refusal | null {
  if (!thesaurus.concepts.has(occupation))
    return new Refusal('invalid', 'word.occupation', '没有这个职业，从列出的里面选一个');
  const kept = keptForm(word);
  if ([...kept].length < 2 || !/^[\p{Script=Han}〇々a-z0-9+#.]+$/u.test(kept))
    return new Refusal('invalid', 'word.form', '词要两个字以上，只用汉字、字母和数字');
  const meanings = thesaurus.vocabulary.get(kept) ?? [];
  const filter = meanings.find((meaning) => meaning.kind !== 'occupation');
  if (filter)
    return new Refusal(
      'conflict',
      'word.filter',
      `“${word}”已经是筛选条件（${filter.label}），不能再当职业的说法`,
    );
  const isKnown = meanings.some(
    (meaning) => meaning.kind === 'occupation' && meaning.concept === occupation && meaning.as !== 'broader',
  );
  return isKnown ? new Refusal('conflict', 'word.known', `“${word}”已经会找到这个职业`) : null;
}

/** What a word stands for already, and what it may be meant to stand for. */
export function occupationsFor(
  typed: string,
  { thesaurus, cut }: Reader,
  toKnown: (id: string) => KnownOccupation,
): { known: KnownOccupation[]; proposals: KnownOccupation[] } {
  const word = keptForm(typed);
  const of = (text: string) =>
    (thesaurus.vocabulary.get(text) ?? []).flatMap((meaning) =>
      meaning.kind === 'occupation' ? [meaning.concept] : [],
    );
  const known = [...new Set(of(word))];
  const lexicon = lexiconOf(thesaurus);
  const parts = cut.split(word).flatMap((part) => [...of(part), ...conceptsNamedWith(part, thesaurus, 3)]);
  const alike = [...soundAlikes(word, lexicon), ...misspelt(word, lexicon), ...halfHeard(word, lexicon)];
  const proposals = [...conceptsNamedWith(word, thesaurus), ...alike.flatMap(of), ...parts.reverse()];
  return {
    known: known.slice(0, most).map(toKnown),
    proposals: [...new Set(proposals)]
      .filter((id) => !known.includes(id))
      .slice(0, most)
      .map(toKnown),
  };
}
