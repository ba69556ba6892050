import { setImmediate as breathe } from 'node:timers/promises';
import { createNameIndex, type NameIndex } from './name-index.ts';
import { isHan } from './normalise.ts';
import { initialsOf, merged, soundKey, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The vocabulary by sound: how typed letters and misspelt characters find their word. */
export type Lexicon = {
  byPinyin: ReadonlyMap<string, readonly string[]>;
  byInitials: ReadonlyMap<string, readonly string[]>;
  bySound: ReadonlyMap<string, readonly string[]>;
  /** Names of jobs by the first letter of their pinyin, with their syllables. */
  byFirst: ReadonlyMap<string, readonly { word: string; syllables: readonly string[] }[]>;
  /** Names of jobs by their number of characters. */
  byLength: ReadonlyMap<number, readonly string[]>;
  /** The same characters in another order, or all but one of them. */
  byLetters: ReadonlyMap<string, readonly string[]>;
  /** Words for jobs, found while they are typed. */
  typed: NameIndex<string>;
  /** Letters of the longest word's pinyin. */
  longestPinyin: number;
};

type Building = { lexicon: MutableLexicon; steps: Iterator<unknown>; isDone: boolean };
type MutableLexicon = {
  byPinyin: Map<string, string[]>;
  byInitials: Map<string, string[]>;
  bySound: Map<string, string[]>;
  byFirst: Map<string, { word: string; syllables: readonly string[] }[]>;
  byLength: Map<number, string[]>;
  byLetters: Map<string, string[]>;
  typed: NameIndex<string>;
  longestPinyin: number;
};

const lexicons = new WeakMap<Thesaurus, Building>();
// 20 us a word.
const wordsAtOnce = 200;

/** The lexicon of a thesaurus, kept as long as that; what is not built yet is built now (0.5 s for all of it). */
export function lexiconOf(thesaurus: Thesaurus): Lexicon {
  const building = buildingOf(thesaurus);
  while (!building.isDone) building.isDone = building.steps.next().done ?? false;
  return building.lexicon;
}

/** Builds the lexicon in small steps, so that nothing else has to wait. */
export async function warmLexicon(thesaurus: Thesaurus): Promise<void> {
  const building = buildingOf(thesaurus);
  while (!building.isDone) {
    building.isDone = building.steps.next().done ?? false;
    await breathe();
  }
}

/** Gives a thesaurus that holds some words more the lexicon of the one it was made of, with these words. */
export function extendLexicon(base: Thesaurus, extended: Thesaurus, words: readonly string[]): void {
  const known = lexiconOf(base);
  const lexicon: MutableLexicon = {
    byPinyin: copyOf(known.byPinyin),
    byInitials: copyOf(known.byInitials),
    bySound: copyOf(known.bySound),
    byFirst: copyOf(known.byFirst),
    byLength: copyOf(known.byLength),
    byLetters: copyOf(known.byLetters),
    typed: createNameIndex(known.typed),
    longestPinyin: known.longestPinyin,
  };
  for (const word of words) addWord(word, extended, lexicon, replace);
  lexicons.set(extended, { lexicon, steps: [].values(), isDone: true });
}

/** Lists stay shared until one is added to. */
const copyOf = <K, T>(map: ReadonlyMap<K, readonly T[]>) => new Map(map) as Map<K, T[]>;

function buildingOf(thesaurus: Thesaurus): Building {
  const known = lexicons.get(thesaurus);
  if (known) return known;
  const lexicon = {
    byPinyin: new Map(),
    byInitials: new Map(),
    bySound: new Map(),
    byFirst: new Map(),
    byLength: new Map(),
    byLetters: new Map(),
    typed: createNameIndex<string>(),
    longestPinyin: 1,
  };
  const building = { lexicon, steps: build(thesaurus, lexicon), isDone: false };
  lexicons.set(thesaurus, building);
  return building;
}

function* build(thesaurus: Thesaurus, lexicon: MutableLexicon): Iterator<unknown> {
  let count = 0;
  for (const word of thesaurus.vocabulary.keys()) {
    if (++count % wordsAtOnce === 0) yield;
    addWord(word, thesaurus, lexicon, append);
  }
}

type Put = <K, T>(map: Map<K, T[]>, key: K, value: T) => void;

const append: Put = (map, key, value) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Leaves the list alone that another lexicon shares. */
const replace: Put = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

function addWord(word: string, thesaurus: Thesaurus, lexicon: MutableLexicon, put: Put): void {
  if (thesaurus.vocabulary.get(word)?.[0]?.kind === 'occupation') lexicon.typed.add(word, word);
  if (!isHan(word)) return addMixed(word, lexicon, put);
  const isName = thesaurus.vocabulary.get(word)?.some((m) => m.kind === 'occupation' && m.as === 'name');
  if (isName) for (const key of letterKeys(word)) put(lexicon.byLetters, key, word);
  const syllables = syllablesOf(word);
  if (syllables.length < 2) return;
  const pinyin = syllables.join('');
  lexicon.longestPinyin = Math.max(lexicon.longestPinyin, pinyin.length);
  put(lexicon.byPinyin, pinyin, word);
  put(lexicon.byInitials, initialsOf(word), word);
  if (isName && word.length < 7) {
    put(lexicon.byLength, word.length, word);
    put(lexicon.byFirst, syllables[0]![0]!, { word, syllables });
  }
  const heard = syllables.map(merged).join('_');
  put(lexicon.bySound, heard, word);
  // 会 is kuài in 会计 and huì for whoever types 会记: letter by letter the two sound alike.
  const spelt = spelling(word);
  if (spelt !== heard) put(lexicon.bySound, spelt, word);
}

const mixed = /^(?:[a-z]{2,5}[\p{Script=Han}]{1,6}|[\p{Script=Han}]{1,6}[a-z]{2,5})$/u;

/** QC检验员 as it is typed without hanzi: qcjianyanyuan, qcjyy. */
function addMixed(word: string, lexicon: MutableLexicon, put: Put): void {
  if (!mixed.test(word)) return;
  const typed = (spell: (hanzi: string) => string) => word.replace(/[^a-z]+/u, spell);
  const pinyin = typed((hanzi) => syllablesOf(hanzi).join(''));
  lexicon.longestPinyin = Math.max(lexicon.longestPinyin, pinyin.length);
  put(lexicon.byPinyin, pinyin, word);
  put(lexicon.byInitials, typed(initialsOf), word);
}

/** Sounds of the characters one by one. */
const spelling = (word: string): string => [...word].map(soundKey).join('_');

/** Words that sound like this one to a local ear, those that sound exactly alike first. */
export function soundAlikes(word: string, lexicon: Lexicon): string[] {
  const exactly = syllablesOf(word).join('');
  const heard = [soundKey(word), spelling(word)].flatMap((key) => lexicon.bySound.get(key) ?? []);
  const alike = [...new Set(heard)].filter((other) => other !== word);
  const isExact = (other: string) => (syllablesOf(other).join('') === exactly ? 0 : 1);
  return [...alike].sort((one, other) => isExact(one) - isExact(other));
}

/** Occupations a name of which begins with the text, or is half of it: 挖机 in 挖机司机. The commoner first. */
export function conceptsNamedWith(text: string, thesaurus: Thesaurus, limit = 10): string[] {
  const found: { id: string; points: number }[] = [];
  for (const { id, names, weight } of thesaurus.concepts.values()) {
    if (!names.includes(text)) continue;
    const begins = names.includes(`|${text}`);
    const isHalf = names.split('|').some((name) => name.includes(text) && name.length <= 2 * text.length);
    if (begins || isHalf) found.push({ id, points: weight + (begins ? 2 : 0) });
  }
  return found
    .sort((one, other) => other.points - one.points)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Under which keys a name is found when its characters stand otherwise, or one of them is wrong. */
export function letterKeys(word: string): string[] {
  const letters = [...word];
  const whole = letters.toSorted().join('');
  if (letters.length < 4) return [whole];
  return [whole, ...letters.map((_, at) => letters.toSpliced(at, 1).join('') + '*')];
}
