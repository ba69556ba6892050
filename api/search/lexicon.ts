import { isHan } from './normalise.ts';
import { initialsOf, merged, soundKey, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The vocabulary by sound: how typed letters and misspelt characters find their word. */
export type Lexicon = {
  byPinyin: ReadonlyMap<string, readonly string[]>;
  byInitials: ReadonlyMap<string, readonly string[]>;
  bySound: ReadonlyMap<string, readonly string[]>;
  /** Letters of the longest word's pinyin. */
  longestPinyin: number;
};

const lexicons = new WeakMap<Thesaurus, Lexicon>();

/** Built at the first need (about 0.3 s for 15,000 words) and kept as long as its thesaurus. */
export function lexiconOf(thesaurus: Thesaurus): Lexicon {
  const known = lexicons.get(thesaurus);
  if (known) return known;
  const built = build(thesaurus);
  lexicons.set(thesaurus, built);
  return built;
}

function build(thesaurus: Thesaurus): Lexicon {
  const byPinyin = new Map<string, string[]>();
  const byInitials = new Map<string, string[]>();
  const bySound = new Map<string, string[]>();
  let longestPinyin = 1;
  const put = (map: Map<string, string[]>, key: string, word: string) => {
    const list = map.get(key);
    if (list) list.push(word);
    else map.set(key, [word]);
  };
  for (const word of thesaurus.vocabulary.keys()) {
    if (!isHan(word)) continue;
    const syllables = syllablesOf(word);
    if (syllables.length < 2) continue;
    const pinyin = syllables.join('');
    longestPinyin = Math.max(longestPinyin, pinyin.length);
    put(byPinyin, pinyin, word);
    put(byInitials, initialsOf(word), word);
    put(bySound, syllables.map(merged).join('_'), word);
    // 会 is kuài in 会计 and huì for whoever types 会记: letter by letter the two sound alike.
    const spelt = spelling(word);
    if (spelt !== syllables.map(merged).join('_')) put(bySound, spelt, word);
  }
  return { byPinyin, byInitials, bySound, longestPinyin };
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
