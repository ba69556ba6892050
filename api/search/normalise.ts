import { Converter } from 'opencc-js/t2cn';

// Traditional to simplified, by phrase and by character (OpenCC's data, one direction only: 4 ms to load).
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Longest query that is read; the endpoint refuses longer ones, the record and the index cut here. */
export const maxQueryLength = 200;

const hasHan = /\p{Script=Han}/u;
// Control and format characters, lone surrogates, private use, variation selectors, combining marks left by NFKC.
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}]+/gu;

/**
 * One form for everything that is compared: NFKC, simplified characters, lower case, single spaces.
 * Total: any string gives a string.
 */
export function normalise(text: string, maxLength = 20_000): string {
  const cut = text.length > maxLength ? text.slice(0, maxLength) : text;
  // Keyboards without ü give v, and so do we: nühua, lvhua.
  const plain = cut.normalize('NFKC').replace(unreadable, ' ').toLowerCase().replaceAll('ü', 'v');
  return (hasHan.test(plain) ? toSimplified(plain) : plain).replace(/\s+/gu, ' ').trim();
}

const piece = /[\p{Script=Han}〇々]+|[a-z0-9][a-z0-9+#.']*/gu;

/** Pieces of hanzi, and of latin letters and digits; everything else separates. Takes normalised text. */
export function pieces(text: string): string[] {
  return text.match(piece) ?? [];
}

/** As `pieces`, with whether something stood between a piece and the one before. */
export function spacedPieces(text: string): { text: string; isApart: boolean }[] {
  let end = 0;
  return [...text.matchAll(piece)].map((match) => {
    const isApart = match.index > end;
    end = match.index + match[0].length;
    return { text: match[0], isApart };
  });
}

export function isHan(text: string): boolean {
  return /^[\p{Script=Han}〇々]+$/u.test(text);
}

/** Neighbouring pairs; a text of one character is its own only pair. */
export function bigrams(text: string): string[] {
  const letters = [...text];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

/** Something was typed that no opening can hold: nothing is found, not everything. */
export const isUnreadable = (query: string, normalised = normalise(query)): boolean =>
  query.trim() !== '' && pieces(normalised).length === 0;
