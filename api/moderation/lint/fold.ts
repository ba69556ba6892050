import type { Folded } from './folded.ts';
import { Builder } from './folded.ts';
import { toSimplified } from './traditional.ts';

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
    〇: '零',
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
    侽: '男',
    莮: '男',
    婻: '男',
    奻: '女',
    籹: '女',
    钕: '女',
    釹: '女',
    曰: '日',
    尐: '少',
    囻: '民',
    旡: '无',
    丅: '下',
    丄: '上',
    吥: '不',
    卟: '不',
    囬: '回',
  },
  ...{ '🤰': '怀孕', '🤱': '哺乳', '👶': '孩子', '♿': '残疾', 囗: '口', 髙: '高' },
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
  folded = Array.from(bare).flatMap((raw) => {
    const character = pictures[raw] ?? toSimplified.get(raw) ?? sameAs[raw] ?? raw;
    const kind = kindOf(character);
    // Halves of a surrogate pair too: the maps count UTF-16 units.
    return kind === 'nothing' ? [] : character.split('').map((unit) => ({ character: unit, kind }));
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
    for (const { character, kind } of foldOne(point)) tokens.push({ character, kind, start: place, end });
    place = end;
  }
  return tokens;
}

const digit = /[\d０-９]/;
const latin = /[a-z]/;
/** Between two characters that stand alone these are no pauses either: 限。男。性. */
const pause = /[,。;]/;
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
      if (isDecoration(token, tokens[i - 1], tokens[i + 1], inseparable)) tight.skip();
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
    else if (joint && (joint.kind === 'punctuation' || keptDash)) {
      plain.add(joint);
      // （以公告为准）；熟悉社区: the clause ends after the bracket.
      const end = joint.character === ')' && run.find(({ character }) => pause.test(character));
      if (end) plain.add(end);
    } else plain.add(blank);
    if ((keptDash && !isHan(before) && !isHan(after)) || keptDot) tight.add(joint!);
    else if (isDigitApart(tokens, i, last)) tight.skip();
    else if (!isHan(before) && !isHan(after) && before && after)
      tight.add(isSpelling(before, after) ? blank : (joint ?? blank));
    else if (
      joint?.kind === 'punctuation' &&
      !inseparable.has(before + after) &&
      !(pause.test(joint.character) ? alone(i - 1) && alone(last + 1) : alone(i - 1) || alone(last + 1))
    )
      tight.add(joint);
    else tight.skip();
    i = last;
  }
  return { plain: plain.build(), tight: tight.build() };
}

/** 押💰金, 乙🈚肝, 社ⓑ保: a picture or a single letter that only keeps two hanzi apart. */
function isDecoration(
  { character, start, end }: Token,
  before: Token | undefined,
  after: Token | undefined,
  inseparable: ReadonlySet<string>,
): boolean {
  if (!before || !after || !isHan(before.character) || !isHan(after.character)) return false;
  const isPicture = end - start === 2;
  if (isPicture && inseparable.has(before.character + after.character)) return true;
  return latin.test(character) || (isPicture && (character === '金' || character === '钱'));
}

/** 3/5/岁: punctuation between two digits that stand alone. */
function isDigitApart(tokens: readonly Token[], first: number, last: number): boolean {
  const at = (place: number): boolean => digit.test(tokens[place]?.character ?? '');
  return at(first - 1) && at(last + 1) && !at(first - 2) && !at(last + 2);
}

const isSpelling = (before: string, after: string): boolean => latin.test(before) && latin.test(after);
