import { letterKeys, type Lexicon } from './lexicon.ts';
import { merged, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';

/** Names of jobs that were typed with two characters exchanged, or a long one with one character wrong. */
export function misspelt(text: string, lexicon: Lexicon): string[] {
  const found = letterKeys(text).flatMap((key) => lexicon.byLetters.get(key) ?? []);
  return [...new Set(found)].filter((word) => word !== text).slice(0, 2);
}

/** Names of jobs of which two neighbouring characters were exchanged: 焊电工. */
export const exchangedNames = (text: string, { vocabulary }: Thesaurus): string[] =>
  Array.from(
    text.slice(1),
    (letter, at) => text.slice(0, at) + letter + text[at]! + text.slice(at + 2),
  ).filter((word) => {
    const meaning = vocabulary.get(word)?.[0];
    return word !== text && meaning?.kind === 'occupation' && meaning.as === 'name';
  });

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
  '弧孤狐',
  '锁琐',
  '拆折',
  '抛拋',
  '铆柳',
  '炉庐',
  '厨橱',
  '钣板',
  '铣洗冼',
  '裁栽载',
  '织积',
  '模摸膜',
  '塑朔',
  '架驾',
  '饲伺',
  '剃涕',
  '妆装桩庄',
  '收牧',
  '木本术',
  '水永',
  '电申由',
  '管官',
  '缝逢',
  '仓苍',
  '汽气',
  '贴帖',
  '冷泠',
  '焙培',
  '炒抄',
  '烤考',
  '搬般',
  '贷货',
  '植值',
  '漆膝',
  '砌彻',
  '师帅',
  '清青',
  '抹沫',
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
  return (lexicon.byLength.get(text.length) ?? []).filter((word) => {
    const at = onlyDifference(word, text);
    return at !== null && begin(word[at]!) === begin(text[at]!);
  });
}

/** Where two words of one length differ; null where they do nowhere, or more than once. Asked of 30,000 words. */
function onlyDifference(word: string, text: string): number | null {
  let found: number | null = null;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) === text.charCodeAt(at)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Names of jobs of which each syllable was begun: dianhg, bjie, baoj. Whole ones first.
 * @param letters 3 to 20 of a to z
 */
export function abbreviated(letters: string, lexicon: Lexicon): string[] {
  if (!/^[a-z]{3,20}$/.test(letters)) return [];
  const whole: string[] = [];
  const begun: string[] = [];
  for (const { word, syllables } of lexicon.byFirst.get(letters[0]!) ?? []) {
    // The second letter goes on with the first syllable or begins the second: of thousands of words few are looked at further.
    if (letters[1] !== syllables[0]![1] && letters[1] !== syllables[1]![0]) continue;
    const used = syllablesBegun(letters, syllables);
    if (used === syllables.length) whole.push(word);
    else if (used > 1) begun.push(word);
  }
  return whole.length > 0 ? whole : begun;
}

/** Names of jobs by initials of which one is wrong: mbhjs. */
export function misinitialled(letters: string, lexicon: Lexicon): string[] {
  if (!/^[a-z]{5,8}$/.test(letters)) return [];
  const found = new Set<string>();
  for (let at = 0; at < letters.length; at++)
    for (const letter of alphabet)
      lexicon.byInitials
        .get(letters.slice(0, at) + letter + letters.slice(at + 1))
        ?.forEach((word) => found.add(word));
  return [...found];
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
