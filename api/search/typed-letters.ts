import type { MatchKind } from '../openings/contract.ts';
import { commonness } from './commonness.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import type { Segment } from './segment.ts';
import { mistyped } from './slips.ts';
import { merged, pinyinSplits, syllablesOf } from './sound.ts';
import type { Reader } from './understand.ts';

/** A part of a query that is a word of the vocabulary, or stands for one. */
export function known(text: string, word: string, reader: Reader, via?: MatchKind): Segment {
  const meanings = reader.thesaurus.vocabulary.get(word)!;
  if (meanings[0]!.kind === 'occupation') return { text, kind: 'job', filters: [], word, via };
  const filters = meanings.filter((meaning) => meaning.kind !== 'occupation');
  const benefits = filters.filter(({ filter }) => filter === 'benefits');
  // A name of two places is the one listed first.
  return { text, kind: 'filter', filters: benefits.length > 0 ? benefits : filters.slice(0, 1), word, via };
}

/** Typed letters: a word as it stands, pinyin of known words one after another, the same by ear, initials of one. */
export function segmentLetters(run: string, reader: Reader): Segment[] {
  const { vocabulary } = reader.thesaurus;
  if (vocabulary.has(run)) return [known(run, run, reader)];
  const letters = run.replaceAll("'", '');
  const lexicon = lexiconOf(reader.thesaurus);
  const isPinyin = /^[a-z]{4,60}$/.test(letters);
  const split = isPinyin
    ? (splitByPinyin(letters, lexicon, reader) ?? splitByEar(run, lexicon, reader))
    : null;
  // A town beside a trade is no slip.
  const areJobs = split !== null && split.length > 1 && split.every(({ kind }) => kind === 'job');
  const whole = areJobs ? nearlyOneName(letters, lexicon, reader) : undefined;
  if (whole) return [known(run, whole, reader, 'homophone')];
  return split ?? [{ text: run, kind: 'text', filters: [] }];
}

// So many letters that are right but for one are hardly two other words by chance.
const surelyOne = 10;

/** The one long name that is meant where letters also spell several words: yicijigong, tusuguanliyuan. */
function nearlyOneName(letters: string, lexicon: Lexicon, reader: Reader): string | undefined {
  if (letters.length < surelyOne || letters.length > 30) return undefined;
  const heard = pinyinSplits(letters, mostSplits).flatMap(
    (syllables) => lexicon.bySound.get(syllables.map(merged).join('_')) ?? [],
  );
  const { vocabulary } = reader.thesaurus;
  const isName = (word: string) => {
    const meaning = vocabulary.get(word)![0]!;
    return meaning.kind === 'occupation' && meaning.as === 'name';
  };
  return likeliestWords([...heard, ...mistyped(letters, lexicon)].filter(isName), reader)[0];
}

function splitByPinyin(letters: string, lexicon: Lexicon, reader: Reader): Segment[] | null {
  const best: ({ score: number; from: number; word: string } | null)[] = [{ score: 0, from: 0, word: '' }];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - lexicon.longestPinyin); start < end; start++) {
      const before = best[start];
      const word = before && likeliestWords(lexicon.byPinyin.get(letters.slice(start, end)) ?? [], reader)[0];
      if (!before || !word) continue;
      const score = before.score + (end - start) ** 1.3;
      if (!best[end] || score > best[end]!.score) best[end] = { score, from: start, word };
    }
  }
  if (!best[letters.length]) return null;
  const segments: Segment[] = [];
  for (let end = letters.length; end > 0; end = best[end]!.from) {
    const { from, word } = best[end]!;
    const spelt = letters.slice(from, end);
    const others = likeliestWords(lexicon.byPinyin.get(spelt)!, reader).slice(1, 3);
    const ear = muchCommoner(word, spelt, lexicon, reader);
    segments.unshift({ ...known(spelt, word, reader, 'pinyin'), others, ear });
  }
  return segments;
}

// So much commoner that whoever seems to type a rare word may have misheard it: qingzhagong is 清渣工 or 勤杂工.
const commoner = 1.5;

function muchCommoner(word: string, spelt: string, lexicon: Lexicon, reader: Reader): string | undefined {
  const { thesaurus } = reader;
  if (!isJob(word, reader)) return undefined;
  const heard = lexicon.bySound.get(syllablesOf(word).map(merged).join('_')) ?? [];
  const other = likeliestWords(heard, reader).find(
    (one) => isJob(one, reader) && syllablesOf(one).join('') !== spelt,
  );
  const isCommoner = other && commonness(other, thesaurus) >= commonness(word, thesaurus) + commoner;
  return isCommoner ? other : undefined;
}

const isJob = (word: string, { thesaurus }: Reader) =>
  thesaurus.vocabulary.get(word)![0]!.kind === 'occupation';

// What is heard is worth less than what is written, so that gaoyou stays 高邮 before penshu is 喷塑.
const earWorth = 0.85;
const mostSyllables = 8;
const mostSplits = 6;

type Split = { score: number; segments: Segment[] };

/** Known words one after another, as a 江淮 speaker spells them: gaoyoupenshu, zusugong. */
function splitByEar(run: string, lexicon: Lexicon, reader: Reader): Segment[] | null {
  let best: Split | null = null;
  for (const syllables of pinyinSplits(run, mostSplits)) {
    const split = heardIn(syllables, run, lexicon, reader);
    if (split && (!best || split.score > best.score)) best = split;
  }
  // One phrase for several jobs may as well be a slip of the finger: zoufan is 做饭, not 走访.
  const only = best?.segments.length === 1 ? best.segments[0]! : null;
  const meaning = only?.kind === 'job' ? reader.thesaurus.vocabulary.get(only.word!)![0]! : null;
  const isPhrase = meaning?.kind === 'occupation' && (meaning.as === 'phrase' || meaning.as === 'broader');
  return isPhrase ? null : (best?.segments ?? null);
}

function heardIn(syllables: readonly string[], run: string, lexicon: Lexicon, reader: Reader): Split | null {
  const ears = syllables.map(merged);
  const best: ({ score: number; from: number; word: string } | null)[] = [{ score: 0, from: 0, word: '' }];
  for (let end = 1; end <= ears.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - mostSyllables); start < end - 1; start++) {
      const before = best[start];
      const heard = before ? lexicon.bySound.get(ears.slice(start, end).join('_')) : undefined;
      if (!before || !heard) continue;
      const spelt = syllables.slice(start, end).join('');
      const exact = heard.filter((word) => syllablesOf(word).join('') === spelt);
      const word = likeliestWords(exact.length > 0 ? exact : heard, reader)[0]!;
      const score = before.score + spelt.length ** 1.3 * (exact.length > 0 ? 1 : earWorth);
      if (!best[end] || score > best[end]!.score) best[end] = { score, from: start, word };
    }
  }
  if (!best[ears.length]) return null;
  const segments: Segment[] = [];
  for (let end = ears.length; end > 0; end = best[end]!.from) {
    const { from, word } = best[end]!;
    const spelt = syllables.slice(from, end).join('');
    const isSpelt = syllablesOf(word).join('') === spelt;
    segments.unshift({ ...known(spelt, word, reader, isSpelt ? 'pinyin' : 'homophone'), run });
  }
  return { score: best[ears.length]!.score, segments };
}

/** Words that are written alike in letters, the commonest job first. */
function likeliestWords(words: readonly string[], { thesaurus }: Reader): string[] {
  const isFilter = (word: string) => thesaurus.vocabulary.get(word)![0]!.kind !== 'occupation';
  const weight = (word: string) => (isFilter(word) ? 6 : commonness(word, thesaurus));
  return [...words].sort((one, other) => weight(other) - weight(one));
}
