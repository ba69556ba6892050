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
  }
  return { byPinyin, byInitials, bySound, longestPinyin };
}

/** Words that sound like this one to a local ear, those that sound exactly alike first. */
export function soundAlikes(word: string, lexicon: Lexicon): string[] {
  const exactly = syllablesOf(word).join('');
  const alike = (lexicon.bySound.get(soundKey(word)) ?? []).filter((other) => other !== word);
  const isExact = (other: string) => (syllablesOf(other).join('') === exactly ? 0 : 1);
  return [...alike].sort((one, other) => isExact(one) - isExact(other));
}

/** Occupations that have the text inside one of their names (挖机 in 挖机司机), the commoner first. */
export function conceptsNamedWith(text: string, thesaurus: Thesaurus, limit = 10): string[] {
  const found: { id: string; points: number }[] = [];
  for (const concept of thesaurus.concepts.values()) {
    const at = concept.names.indexOf(text);
    if (at < 0) continue;
    const begins = concept.names.includes(`|${text}`) ? 2 : 0;
    found.push({ id: concept.id, points: concept.weight + begins });
  }
  return found
    .sort((one, other) => other.points - one.points)
    .slice(0, limit)
    .map(({ id }) => id);
}
