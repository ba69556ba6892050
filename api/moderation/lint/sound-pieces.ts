import { ordinaryWords } from './heard-words.ts';
import { sounds } from './sounds.ts';
import { spelledWords, syllables } from './spelled-words.ts';

/** One hanzi, digit or syllable of pinyin, with how it may be read. */
export interface Sound {
  /** Readings of this piece, and the hanzi itself or '' for pinyin. */
  readings: readonly string[];
  hanzi: string;
  /** A Latin run of one syllable: nan, and not the nan of nanjing. */
  alone?: boolean;
  from: number;
  to: number;
}

/** Readings of a hanzi; those of the words it stands for come first. */
export const syllablesOf = new Map<string, string[]>();
function learn(character: string, syllable: string): void {
  const own = syllablesOf.get(character);
  if (!own) syllablesOf.set(character, [syllable]);
  else if (!own.includes(syllable)) own.push(syllable);
}
for (const [syllable, characters] of Object.entries(sounds))
  for (const one of characters) learn(one, syllable);

for (const [written, spelling] of spelledWords) {
  spelling.forEach((syllable, place) => learn(written[place] ?? '', syllable));
}

const ordinary = new RegExp(ordinaryWords.join('|') || '(?!)', 'g');
const isLatin = (character: string | undefined): boolean =>
  character !== undefined && character >= 'a' && character <= 'z';
const spellings: Readonly<Record<string, string>> = { nu: 'nv', nyu: 'nv' };

/** Hanzi with their readings, digits as '#', and Latin runs that are nothing but known syllables. */
export function cut(text: string): Sound[] {
  const pieces: Sound[] = [];
  const plainly = new Set<number>();
  for (const word of text.matchAll(ordinary))
    for (let i = 0; i < word[0].length; i++) plainly.add(word.index + i);
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (isLatin(character)) {
      let to = i;
      while (to < text.length && isLatin(text[to])) to++;
      pieces.push(...spell(text.slice(i, to), i));
      i = to - 1;
      continue;
    }
    if (character === ' ' && /[a-z\d]/.test(text[i - 1] ?? '') && isLatin(text[i + 1])) continue;
    if (character >= '0' && character <= '9') {
      if (i > 0 && isLatin(text[i - 1]) && !/\d/.test(text[i + 1] ?? '') && pieces.at(-1)?.to === i) {
        // A tone digit: nan2 sheng1.
        if (character >= '1' && character <= '4') {
          pieces.at(-1)!.to = i + 1;
          continue;
        }
      }
      pieces.push({ readings: ['#'], hanzi: character, from: i, to: i + 1 });
      continue;
    }
    const readings = (!plainly.has(i) && syllablesOf.get(character)) || unknown;
    pieces.push({ readings, hanzi: character, from: i, to: i + 1 });
  }
  return pieces;
}

const unknown: readonly string[] = [];
const spelt = new Map<string, string[] | null>();

function spell(run: string, from: number): Sound[] {
  let cuts = spelt.get(run);
  if (cuts === undefined) {
    cuts = spellFrom(run, 0);
    if (spelt.size < 20_000) spelt.set(run, cuts);
  }
  if (!cuts) return [{ readings: [run], hanzi: run, from, to: from + run.length }];
  const pieces: Sound[] = [];
  let place = from;
  for (const syllable of cuts) {
    pieces.push({
      readings: [spellings[syllable] ?? syllable],
      hanzi: '',
      alone: cuts.length === 1,
      from: place,
      to: place + syllable.length,
    });
    place += syllable.length;
  }
  return pieces;
}

function spellFrom(run: string, at: number): string[] | null {
  if (at === run.length) return [];
  if (run.length > 40) return null;
  for (let length = Math.min(6, run.length - at); length > 0; length--) {
    const syllable = run.slice(at, at + length);
    if (!syllables.has(syllable) && !(syllable in spellings)) continue;
    const rest = spellFrom(run, at + length);
    if (rest) return [syllable, ...rest];
  }
  return null;
}
