import { setImmediate as breathe } from 'node:timers/promises';
import { isHan } from './normalise.ts';
import { initialsOf, merged, soundKey, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The vocabulary by sound: how typed letters and misspelt characters find their word. */
export type Lexicon = {
  byPinyin: ReadonlyMap<string, readonly string[]>;
  byInitials: ReadonlyMap<string, readonly string[]>;
  bySound: ReadonlyMap<string, readonly string[]>;
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

function buildingOf(thesaurus: Thesaurus): Building {
  const known = lexicons.get(thesaurus);
  if (known) return known;
  const lexicon = {
    byPinyin: new Map(),
    byInitials: new Map(),
    bySound: new Map(),
    byLetters: new Map(),
    longestPinyin: 1,
  };
  const building = { lexicon, steps: build(thesaurus, lexicon), isDone: false };
  lexicons.set(thesaurus, building);
  return building;
}

function* build(thesaurus: Thesaurus, lexicon: MutableLexicon): Iterator<unknown> {
  const put = (map: Map<string, string[]>, key: string, word: string) => {
    const list = map.get(key);
    if (list) list.push(word);
    else map.set(key, [word]);
  };
  let count = 0;
  for (const word of thesaurus.vocabulary.keys()) {
    if (!isHan(word)) continue;
    if (++count % wordsAtOnce === 0) yield;
    const isName = thesaurus.vocabulary.get(word)!.some((m) => m.kind === 'occupation' && m.as === 'name');
    if (isName) for (const key of letterKeys(word)) put(lexicon.byLetters, key, word);
    const syllables = syllablesOf(word);
    if (syllables.length < 2) continue;
    const pinyin = syllables.join('');
    lexicon.longestPinyin = Math.max(lexicon.longestPinyin, pinyin.length);
    put(lexicon.byPinyin, pinyin, word);
    put(lexicon.byInitials, initialsOf(word), word);
    const heard = syllables.map(merged).join('_');
    put(lexicon.bySound, heard, word);
    // 会 is kuài in 会计 and huì for whoever types 会记: letter by letter the two sound alike.
    const spelt = spelling(word);
    if (spelt !== heard) put(lexicon.bySound, spelt, word);
  }
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
