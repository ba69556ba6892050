import type { Understood } from '../openings/contract.ts';
import { commonness } from './commonness.ts';
import { all, pairTerms, term } from './terms.ts';
import { housedAlternatives, houseEnding } from './house-words.ts';
import { jobAlternatives } from './job-clause.ts';
import { meaningsOf } from './job-words.ts';
import { spareAlternatives } from './spare.ts';
import { conceptsNamedWith, lexiconOf, soundAlikes } from './lexicon.ts';
import type { Alternative, Clause } from './plan.ts';
import { housesCalled, makersOf } from './registered-names.ts';
import { sharingAlternatives } from './sharing.ts';
import {
  abbreviated,
  exchangedNames,
  halfHeard,
  misinitialled,
  misspelt,
  mistyped,
  miswritten,
} from './slips.ts';
import { merged, splitPinyin, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Reader } from './understand.ts';

/** Says which word was read where other letters were typed. */
export function tell(understood: Understood[], text: string, word: string): void {
  understood.push({ kind: 'occupation', text, filter: 'q', value: word, label: word });
}

/**
 * Hanzi no vocabulary knows: as written in names, in names of known jobs, in duties; then by sound.
 * @param wish word of the thesaurus that is meant when the text says it freely
 */
export function textClause(text: string, reader: Reader, understood: Understood[], wish?: string): Clause {
  const { thesaurus } = reader;
  const words = reader.cut.words(text);
  const isPair = [...text].length > 1;
  const direct: Alternative[] = [
    { terms: [term('=', text)], rank: 0, matched: 'exact' },
    { terms: [term('o', text)], rank: 0.9, matched: 'exact' },
    { terms: all('j', text), rank: 1, matched: 'exact' },
    { terms: words.map((word) => term('d', word)), rank: 9.9, matched: 'exact' },
  ];
  if (isPair) {
    direct.push(
      { terms: all('k', text), rank: 2, matched: 'exact' },
      // Promised in a word of the employer's own: 三班倒.
      { terms: [term('b', text)], rank: 3, matched: 'exact' },
      { terms: all('t', text), rank: 4, matched: 'exact' },
      { terms: all('e', text), rank: houseEnding.test(text) ? 1.2 : 6, matched: 'exact' },
    );
  }
  if (wish) direct.push(...jobAlternatives(wish, reader, 'synonym', 4.5));
  // Written otherwise than any job and sounding like one: that goes before openings which only speak of the word.
  // 食品 is what firms live of, whatever sounds alike.
  const isHouse = housesCalled(text) !== undefined;
  const isBusiness = isHouse || makersOf(text) !== undefined;
  if (isBusiness) direct.push(...housedAlternatives(isHouse ? text : `${text}厂`, 4));
  if (isPair && !wish && !isBusiness) {
    const meant = alikeJobs(text, thesaurus);
    if (meant[0]) tell(understood, text, meant[0]);
    for (const [at, other] of meant.slice(0, 2).entries())
      direct.push(...jobAlternatives(other, reader, 'homophone', 4.2 + at * 6));
  }
  for (const other of thesaurus.synonyms.get(text) ?? []) {
    if (meaningsOf(other, thesaurus).length > 0) direct.push(...jobAlternatives(other, reader, 'synonym', 2));
    direct.push({ terms: all('j', other), rank: 3, matched: 'synonym' });
    direct.push({
      terms: reader.cut.words(other).map((word) => term('d', word)),
      rank: 8,
      matched: 'synonym',
    });
  }
  return {
    text,
    kind: 'text',
    direct: direct.filter(({ terms, anyOf }) => terms.length > 0 || anyOf),
    context: [],
    spare: () => (isPair ? otherwise(text, reader, wish) : []),
  };
}

/** What may be meant when nobody offers what the text says. */
function otherwise(text: string, reader: Reader, wish: string | undefined): Alternative[] {
  const { thesaurus } = reader;
  const half = jobsOf(halfHeard(text, lexiconOf(thesaurus)), thesaurus).slice(0, 2);
  // 脏卸工 has the neighbours of 装卸工.
  const meant = alikeJobs(text, thesaurus)[0] ?? misspelt(text, lexiconOf(thesaurus))[0] ?? half[0];
  return [
    ...byName(text, thesaurus),
    ...sharingAlternatives(text, thesaurus, 12),
    ...bySound(text, half, reader),
    ...(wish ? spareAlternatives(wish, reader, 80) : []),
    ...(meant ? spareAlternatives(meant, reader, 90) : []),
  ];
}

/** Jobs that have the word in one of their names. */
function byName(text: string, thesaurus: Thesaurus): Alternative[] {
  const named = houseEnding.test(text) ? [] : conceptsNamedWith(text, thesaurus);
  if (named.length === 0) return [];
  return [{ terms: [], anyOf: named.map((id) => term('c', id)), rank: 10, matched: 'synonym' }];
}

/** Names of jobs that look or sound like what was written. */
function alikeJobs(text: string, thesaurus: Thesaurus): string[] {
  const heard = soundAlikes(text, lexiconOf(thesaurus)).filter(
    (word) => meaningsOf(word, thesaurus).length > 0,
  );
  const spelt = (word: string) => [...word].map((letter) => syllablesOf(letter)[0]).join('');
  const sounds = [syllablesOf(text).join(''), spelt(text)];
  // 会计 is spelt as 会记 is, whatever it sounds like.
  const isExact = (word: string) =>
    sounds.includes(syllablesOf(word).join('')) || sounds.includes(spelt(word));
  // Of words that sound alike the commoner is meant: 保姆 by 保母, not 报幕.
  const commonest = [...heard].sort(
    (one, other) =>
      Number(isExact(other)) - Number(isExact(one)) ||
      commonness(other, thesaurus) - commonness(one, thesaurus),
  );
  return [...new Set([...exchangedNames(text, thesaurus), ...miswritten(text, thesaurus), ...commonest])];
}

function bySound(text: string, half: readonly string[], reader: Reader): Alternative[] {
  const { thesaurus } = reader;
  const lexicon = lexiconOf(thesaurus);
  const spare = alikeJobs(text, thesaurus)
    .slice(2, 4)
    .flatMap((word, at) => jobAlternatives(word, reader, 'homophone', 20 + at * 6));
  const syllables = syllablesOf(text);
  for (const word of misspelt(text, lexicon)) spare.push(...jobAlternatives(word, reader, 'related', 50));
  for (const word of half) spare.push(...jobAlternatives(word, reader, 'homophone', 60));
  spare.push(
    { terms: pairTerms('p', syllables), rank: 38, matched: 'homophone' },
    { terms: pairTerms('h', syllables.map(merged)), rank: 39, matched: 'homophone' },
  );
  return spare;
}

/** Letters and figures: a word like CNC, pinyin in full, initials, pinyin as a local ear hears it. */
export function lettersClause(text: string, reader: Reader, understood: Understood[]): Clause {
  const { thesaurus } = reader;
  const syllables = /^[a-z']+$/.test(text) ? splitPinyin(text) : null;
  const direct: Alternative[] = [
    { terms: [term('=', text)], rank: 0, matched: 'exact' },
    { terms: [term('j', text)], rank: 1, matched: 'exact' },
    { terms: [term('k', text)], rank: 2, matched: 'exact' },
    { terms: [term('t', text)], rank: 4, matched: 'exact' },
    { terms: [term('e', text)], rank: 6, matched: 'exact' },
    { terms: [term('d', text)], rank: 7, matched: 'exact' },
  ];
  if (syllables) {
    direct.push({ terms: pairTerms('p', syllables), rank: 12, matched: 'pinyin' });
    if (syllables.length > 1) direct.push({ terms: pairTerms('f', syllables), rank: 16, matched: 'pinyin' });
  }
  direct.push(...byInitials(text, reader, syllables === null ? understood : null));
  const begun = jobsOf(abbreviated(text, lexiconOf(thesaurus)), thesaurus).slice(0, 3);
  if (begun[0] && syllables === null) tell(understood, text, begun[0]);
  const asBegun = (base: number) =>
    begun.flatMap((word, at) => jobAlternatives(word, reader, 'pinyin', base + at * 6));
  if (!syllables) direct.push(...asBegun(30));
  const spare = () => {
    const meant = [...initialled(text, thesaurus).slice(0, 2), ...begun.slice(0, 1)];
    // What was heard or is an employer's pinyin goes before what may be a slip.
    return [
      ...(syllables ? heard(syllables, reader) : []),
      ...jobsOf(mistyped(text, lexiconOf(thesaurus)), thesaurus)
        .slice(0, 3)
        .flatMap((word, at) => jobAlternatives(word, reader, 'pinyin', 70 + at * 6)),
      ...(syllables ? asBegun(62) : []),
      ...(meant.length > 0 || syllables
        ? []
        : jobsOf(misinitialled(text, lexiconOf(thesaurus)), thesaurus)
            .slice(0, 2)
            .flatMap((word, at) => jobAlternatives(word, reader, 'pinyin', 82 + at * 6))),
      ...meant.flatMap((word, at) => spareAlternatives(word, reader, 90 + at * 6)),
    ];
  };
  return { text, kind: 'text', direct, context: [], spare };
}

function heard(syllables: readonly string[], reader: Reader): Alternative[] {
  const { thesaurus } = reader;
  const ears = syllables.map(merged);
  const words = jobsOf(lexiconOf(thesaurus).bySound.get(ears.join('_')) ?? [], thesaurus);
  const list = words
    .slice(0, 3)
    .flatMap((word, at) => jobAlternatives(word, reader, 'homophone', 40 + at * 6));
  if (ears.length > 1) list.push({ terms: pairTerms('h', ears), rank: 60, matched: 'homophone' });
  return list;
}

// What is much rarer than the likeliest word is hardly meant.
const rarer = 2;

function initialled(text: string, thesaurus: Thesaurus): string[] {
  const words = jobsOf(lexiconOf(thesaurus).byInitials.get(text) ?? [], thesaurus).slice(0, 4);
  const least = words[0] ? commonness(words[0], thesaurus) - rarer : 0;
  return words.filter((word) => commonness(word, thesaurus) >= least);
}

function byInitials(text: string, reader: Reader, understood: Understood[] | null): Alternative[] {
  const { thesaurus } = reader;
  if (!/^[a-z]{2,8}$/.test(text)) return [];
  const words = initialled(text, thesaurus);
  if (words[0] && understood) tell(understood, text, words[0]);
  const list = words.flatMap((word, at) => jobAlternatives(word, reader, 'initials', 19 + at * 6));
  list.push({ terms: [term('i', text)], rank: 22.5, matched: 'initials' });
  if (text.length > 2) list.push({ terms: [term('g', text)], rank: 45, matched: 'initials' });
  return list;
}

/** Words that name jobs, the commoner job first, one for each job. */
function jobsOf(words: readonly string[], thesaurus: Thesaurus): string[] {
  const weight = (word: string) => commonness(word, thesaurus);
  const seen = new Set<string>();
  return words
    .filter((word) => meaningsOf(word, thesaurus).length > 0)
    .sort((one, other) => weight(other) - weight(one))
    .filter((word) => {
      const concept = meaningsOf(word, thesaurus)[0]!.concept;
      return !seen.has(concept) && seen.add(concept);
    });
}
