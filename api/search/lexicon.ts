import { setImmediate as breathe } from 'node:timers/promises';
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
  if (!isHan(word)) return;
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

function letterKeys(word: string): string[] {
  const letters = [...word];
  const whole = letters.toSorted().join('');
  if (letters.length < 4) return [whole];
  return [whole, ...letters.map((_, at) => letters.toSpliced(at, 1).join('') + '*')];
}

/** Names of jobs that were typed with two characters exchanged, or a long one with one character wrong. */
export function misspelt(text: string, lexicon: Lexicon): string[] {
  const found = letterKeys(text).flatMap((key) => lexicon.byLetters.get(key) ?? []);
  return [...new Set(found)].filter((word) => word !== text).slice(0, 2);
}

// Written for one another by hand and on small screens.
const lookalikes = [
  '士土',
  '拣捡检',
  '帐账',
  '末未',
  '己已',
  '入人',
  '工土',
  '洁结',
  '焊悍捍',
  '钳钱',
  '叉又',
  '泥呢',
  '驶使',
  '搓挫',
  '磨摩',
  '嫂娋',
];

/** Names of jobs that were written with a character that only looks like the right one: 护土. */
export function miswritten(text: string, thesaurus: Thesaurus): string[] {
  const found = new Set<string>();
  [...text].forEach((letter, at) => {
    for (const group of lookalikes) {
      if (!group.includes(letter)) continue;
      for (const other of group) {
        const word = text.slice(0, at) + other + text.slice(at + 1);
        if (other !== letter && thesaurus.vocabulary.get(word)?.[0]?.kind === 'occupation') found.add(word);
      }
    }
  });
  return [...found];
}

/** Names of jobs of which one character begins with the right sound and ends with a wrong one: 月艘, 月婶. */
export function halfHeard(text: string, lexicon: Lexicon): string[] {
  const begin = (letter: string) => merged(syllablesOf(letter)[0] ?? '')[0];
  const differing = (word: string) => [...word].flatMap((letter, at) => (letter === text[at] ? [] : [at]));
  return (lexicon.byLength.get(text.length) ?? []).filter((word) => {
    const [at, ...more] = differing(word);
    return at !== undefined && more.length === 0 && begin(word[at]!) === begin(text[at]!);
  });
}

/**
 * Names of jobs of which each syllable was begun: dianhg, bjie, baoj. Whole ones first.
 * @param letters 3 to 20 of a to z
 */
export function abbreviated(letters: string, lexicon: Lexicon): string[] {
  if (!/^[a-z]{3,20}$/.test(letters)) return [];
  const whole: string[] = [];
  const begun: string[] = [];
  for (const { word, syllables } of lexicon.byFirst.get(letters[0]!) ?? []) {
    const used = syllablesBegun(letters, syllables);
    if (used === syllables.length) whole.push(word);
    else if (used > 1) begun.push(word);
  }
  return whole.length > 0 ? whole : begun;
}

/** How many syllables the letters go through, each by its first letters; 0 when they do not fit. */
function syllablesBegun(letters: string, syllables: readonly string[], at = 0, from = 0): number {
  if (from === letters.length) return at;
  const syllable = syllables[at];
  if (syllable === undefined) return 0;
  let shared = 0;
  while (shared < syllable.length && letters[from + shared] === syllable[shared]) shared++;
  for (let taken = shared; taken > 0; taken--) {
    const used = syllablesBegun(letters, syllables, at + 1, from + taken);
    if (used > 0) return used;
  }
  return 0;
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/** Words whose pinyin was typed with one letter too much, too little, wrong, or two exchanged. */
export function mistyped(letters: string, lexicon: Lexicon): string[] {
  if (letters.length < 5 || letters.length > 30) return [];
  const found = new Set<string>();
  const look = (spelt: string) => lexicon.byPinyin.get(spelt)?.forEach((word) => found.add(word));
  for (let at = 0; at <= letters.length; at++) {
    const [head, tail] = [letters.slice(0, at), letters.slice(at)];
    look(head + tail.slice(1));
    if (tail.length > 1) look(head + tail[1]! + tail[0]! + tail.slice(2));
    for (const letter of alphabet) {
      look(head + letter + tail);
      look(head + letter + tail.slice(1));
    }
  }
  return [...found];
}
