import { toSimplified } from './traditional.ts';

/** Text in the lint's own writing; `start[i]`/`end[i]` give the place of its character i in the original. */
export interface Folded {
  text: string;
  start: number[];
  end: number[];
  /** 1 where something was dropped before character i. */
  dropped: Uint8Array;
}

type Kind = 'word' | 'space' | 'symbol' | 'punctuation' | 'nothing';

interface Token {
  character: string;
  kind: Kind;
  start: number;
  end: number;
}

const pictures: Readonly<Record<string, string>> = {
  ...{ '♂': '男', '👨': '男', '👦': '男', '🚹': '男', '🧔': '男', '🤵': '男' },
  ...{ '♀': '女', '👩': '女', '👧': '女', '🚺': '女' },
  ...{ '🚫': '禁', '⛔': '禁', '🈲': '禁', '💰': '金', '💵': '钱', '↓': '以下', '↑': '以上', 冇: '没有' },
  ...{
    '⓪': '0',
    戸: '户',
    㱑: '岁',
    '➕': '+',
    嵗: '岁',
    歳: '岁',
    亾: '人',
    仟: '千',
    佰: '百',
    囯: '国',
    仴: '月',
    囡: '女',
    娚: '男',
  },
  ...{ а: 'a', е: 'e', о: 'o', х: 'x', і: 'i', у: 'y', ɡ: 'g', ɑ: 'a', ü: 'v' },
};

const invisible = /[\p{Cf}\p{Mn}\p{Me}\p{Cc}\u115f\u1160\u3164\uffa0]/u;
const quotes = /["'“”‘’「」『』《》〈〉`´]/;
const word = /[\p{L}\p{N}%<>≤≥¥元]/u;
const punctuation = /[,.;:!?()[\]{}、。，；：！？（）【】〔〕|/\\\n]/;
const sameAs: Readonly<Record<string, string>> = {
  ...{
    '。': '。',
    '.': '.',
    '，': ',',
    '；': ';',
    '：': ':',
    '！': '!',
    '？': '?',
    '【': '(',
    '】': ')',
    '〔': '(',
    '〕': ')',
  },
  ...{
    '[': '(',
    ']': ')',
    '{': '(',
    '}': ')',
    '|': '/',
    '\\': '/',
    '—': '-',
    '–': '-',
    '−': '-',
    '~': '-',
    '～': '-',
    '〜': '-',
  },
};

function kindOf(character: string): Kind {
  if (/[\p{Lm}\p{Sk}]/u.test(character) && character !== '々') return 'symbol';
  if (word.test(character)) return 'word';
  if (character === '\n') return 'punctuation';
  if (/\s/.test(character)) return 'space';
  if (quotes.test(character) || invisible.test(character)) return 'nothing';
  return punctuation.test(character) ? 'punctuation' : 'symbol';
}

const known = new Map<string, readonly { character: string; kind: Kind }[]>();

/** One code point in the lint's writing: full width, circled, accented, traditional, pictured. */
function foldOne(point: string): readonly { character: string; kind: Kind }[] {
  let folded = known.get(point);
  if (folded) return folded;
  const pictured = pictures[point];
  if (/[\u{1f200}-\u{1f265}]/u.test(point) && !'🈲🈚🈶'.includes(point))
    return [{ character: ' ', kind: 'symbol' }];
  const plain = pictured ?? point.normalize('NFKC').toLowerCase();
  const bare = /^[\u00c0-\u024f\u1e00-\u1eff]$/u.test(plain) ? bareLetter(plain) : plain;
  folded = Array.from(bare, (raw) => {
    const character = pictures[raw] ?? toSimplified.get(raw) ?? sameAs[raw] ?? raw;
    return { character, kind: kindOf(character) };
  });
  if (known.size < 20_000) known.set(point, folded);
  return folded;
}

/** nǚ -> nv, shēng -> sheng. */
function bareLetter(letter: string): string {
  const parts = letter.normalize('NFD');
  return parts.includes('\u0308') ? 'v' : parts.replace(/\p{Mn}/gu, '');
}

function tokenise(original: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (const point of original) {
    const end = place + point.length;
    for (const { character, kind } of foldOne(point)) {
      if (kind === 'nothing') continue;
      // Halves of a surrogate pair too: the maps count UTF-16 units.
      for (const unit of character.split('')) tokens.push({ character: unit, kind, start: place, end });
    }
    place = end;
  }
  return tokens;
}

const digit = /[\d０-９]/;
const latin = /[a-z]/;
const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

/**
 * Two readings of one text. `plain` keeps punctuation and turns runs of symbols and blanks into one blank; `tight` joins
 * hanzi across it (限 男 / 汉*族), across punctuation only where that cuts a word (押，金 / 限。男。性), and notes in `dropped`
 * where something stood between.
 */
export function fold(original: string, inseparable: ReadonlySet<string>): { plain: Folded; tight: Folded } {
  const tokens = tokenise(original);
  const plain = new Builder();
  const tight = new Builder();
  const alone = (at: number): boolean =>
    isHan(tokens[at]?.character ?? '') && tokens[at - 1]?.kind !== 'word' && tokens[at + 1]?.kind !== 'word';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'word') {
      plain.add(token);
      if (isDecoration(token, tokens[i - 1], tokens[i + 1])) tight.skip();
      else tight.add(token);
      continue;
    }
    let last = i;
    while (last + 1 < tokens.length && tokens[last + 1]!.kind !== 'word') last++;
    const run = tokens.slice(i, last + 1);
    const before = tokens[i - 1]?.character ?? '';
    const after = tokens[last + 1]?.character ?? '';
    const joint =
      run.find(({ kind }) => kind === 'punctuation') ?? run.find(({ character }) => character === '-');
    const keptDash = joint?.character === '-' && (digit.test(before) || digit.test(after));
    const keptDot = run.length === 1 && token.character === '.' && digit.test(before);
    const blank = { ...token, character: ' ', end: run.at(-1)!.end };
    const plus = run.find(({ character }) => character === '+');
    if (plus && /[微薇威维卫vwq]/.test(after)) plain.add({ ...plus, character: '加' });
    else if (joint && (joint.kind === 'punctuation' || keptDash)) plain.add(joint);
    else plain.add(blank);
    if ((keptDash && !isHan(before) && !isHan(after)) || keptDot) tight.add(joint!);
    else if (isDigitApart(tokens, i, last)) tight.skip();
    else if (!isHan(before) && !isHan(after) && before && after)
      tight.add(isSpelling(before, after) ? blank : (joint ?? blank));
    else if (
      joint?.kind === 'punctuation' &&
      !inseparable.has(before + after) &&
      !alone(i - 1) &&
      !alone(last + 1)
    )
      tight.add(joint);
    else tight.skip();
    i = last;
  }
  return { plain: plain.build(), tight: tight.build() };
}

/** 押💰金, 社ⓑ保: a picture or a single letter that only keeps two hanzi apart. */
function isDecoration(
  { character, start, end }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (!before || !after || !isHan(before.character) || !isHan(after.character)) return false;
  return latin.test(character) || (end - start === 2 && (character === '金' || character === '钱'));
}

/** 3/5/岁: punctuation between two digits that stand alone. */
function isDigitApart(tokens: readonly Token[], first: number, last: number): boolean {
  const at = (place: number): boolean => digit.test(tokens[place]?.character ?? '');
  return at(first - 1) && at(last + 1) && !at(first - 2) && !at(last + 2);
}

const isSpelling = (before: string, after: string): boolean => latin.test(before) && latin.test(after);

class Builder {
  private readonly characters: string[] = [];
  private readonly start: number[] = [];
  private readonly end: number[] = [];
  private readonly dropped: number[] = [];
  private pending = 0;

  add(token: { character: string; start: number; end: number }): void {
    this.characters.push(token.character);
    this.start.push(token.start);
    this.end.push(token.end);
    this.dropped.push(this.pending);
    this.pending = 0;
  }

  skip(): void {
    this.pending = 1;
  }

  build(): Folded {
    return {
      text: this.characters.join(''),
      start: this.start,
      end: this.end,
      dropped: Uint8Array.from(this.dropped),
    };
  }
}

/** Replaces matches while the map to the original stays true: every new character covers its whole match. */
export function replaceIn(
  folded: Folded,
  pattern: RegExp,
  write: (match: RegExpExecArray) => string | null,
): Folded {
  const changes: { from: number; to: number; by: string }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded.text); match; match = pattern.exec(folded.text)) {
    const by = write(match);
    if (by !== null && by !== match[0])
      changes.push({ from: match.index, to: match.index + match[0].length, by });
    if (match[0] === '') pattern.lastIndex++;
  }
  return applyChanges(folded, changes);
}

/** `changes` in order, without overlap. */
export function applyChanges(
  folded: Folded,
  changes: readonly { from: number; to: number; by: string }[],
): Folded {
  if (changes.length === 0) return folded;
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  const dropped: number[] = [];
  let place = 0;
  const copy = (until: number): void => {
    text += folded.text.slice(place, until);
    for (; place < until; place++) {
      start.push(folded.start[place]!);
      end.push(folded.end[place]!);
      dropped.push(folded.dropped[place]!);
    }
  };
  for (const { from, to, by } of changes) {
    copy(from);
    let inside = 0;
    for (let i = from + 1; i < to; i++) inside = Math.max(inside, folded.dropped[i]!);
    for (let i = 0; i < by.length; i++) {
      text += by[i];
      start.push(folded.start[from]!);
      end.push(folded.end[to - 1]!);
      dropped.push(i === 0 ? folded.dropped[from]! : inside);
    }
    place = to;
  }
  copy(folded.text.length);
  return { text, start, end, dropped: Uint8Array.from(dropped) };
}
