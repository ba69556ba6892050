import { bigrams, isHan } from './normalise.ts';

/**
 * Kinds of terms, by prefix. A query asks for conjunctions of them (see understand.ts):
 * `=` a whole name of the job in the title, `o` the stated occupation, `j` job words, `k` what stands right before them, `t` the rest of the title,
 * `c` occupation (`c:none` when nobody knows it, `c:made` for who makes things, `c:in.` what the house lives of), `s` occupation by the duties, `a` by the last word of a longer name, `p` `h` `i` sound, merged sound and initials of the job, `e` `f` `g` the same of the employer (`e:厂` where things are made, `e:` with one letter its first ones),
 * `l` the trade of which such words are said most (likeness/), `m` that and the next ones,
 * `d` words of duties, requirements and address, `b` benefits and kind of employment, `#` code,
 * `x` external id.
 */
export type TermKind =
  | '='
  | 'o'
  | 'j'
  | 'k'
  | 't'
  | 'c'
  | 's'
  | 'a'
  | 'p'
  | 'h'
  | 'i'
  | 'e'
  | 'f'
  | 'g'
  | 'd'
  | 'b'
  | '#'
  | 'x'
  | 'l'
  | 'm';

export const term = (kind: TermKind, text: string): string => `${kind}:${text}`;

/** Terms under which a run of hanzi or a latin word is found: single characters and pairs. */
export function letterTerms(kind: TermKind, text: string): string[] {
  if (!isHan(text)) return [term(kind, text)];
  return [...new Set([...text, ...bigrams(text)])].map((part) => term(kind, part));
}

/** Terms an opening carries that has the text in the named part. */
export const all = (kind: TermKind, text: string): string[] =>
  isHan(text) ? [...new Set(bigrams(text))].map((pair) => term(kind, pair)) : [term(kind, text)];

export function pairTerms(kind: TermKind, syllables: readonly string[]): string[] {
  if (syllables.length === 1) return [term(kind, syllables[0]!)];
  return syllables.slice(1).map((syllable, at) => term(kind, `${syllables[at]!}_${syllable}`));
}
