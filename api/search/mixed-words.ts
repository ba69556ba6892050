import { lexiconOf } from './lexicon.ts';
import { isHan } from './normalise.ts';
import { syllablesOf } from './sound.ts';
import type { Reader } from './understand.ts';

type Mixed = { text: string; word: string };

/** Words typed half in letters: dian焊, 叉车gong. */
export function joinMixed(runs: readonly string[], reader: Reader): (string | Mixed)[] {
  const joined: (string | Mixed)[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const mixed = typeof before === 'string' ? mixedWord(before, run, reader) : null;
    if (mixed) joined.splice(-1, 1, ...mixed);
    else joined.push(run);
  }
  return joined;
}

function mixedWord(one: string, other: string, reader: Reader): (string | Mixed)[] | null {
  const { vocabulary } = reader.thesaurus;
  const letters = isHan(one) ? other : one;
  const hanzi = isHan(one) ? one : other;
  if (isHan(letters) || !isHan(hanzi) || !/^[a-z]{1,12}$/.test(letters) || vocabulary.has(letters))
    return null;
  const { byPinyin } = lexiconOf(reader.thesaurus);
  for (let length = Math.min(4, hanzi.length); length > 0; length--) {
    const isLast = hanzi === one;
    const part = isLast ? hanzi.slice(-length) : hanzi.slice(0, length);
    const sound = syllablesOf(part).join('');
    const word = byPinyin
      .get(isLast ? sound + letters : letters + sound)
      ?.find((found) => (isLast ? found.startsWith(part) : found.endsWith(part)));
    if (!word) continue;
    const rest = isLast ? hanzi.slice(0, -length) : hanzi.slice(length);
    const mixed = { text: isLast ? part + letters : letters + part, word };
    return (isLast ? [rest, mixed] : [mixed, rest]).filter((piece) => piece !== '');
  }
  return null;
}
