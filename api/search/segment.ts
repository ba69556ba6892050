import type { MatchKind } from '../openings/contract.ts';
import { commonness } from './commonness.ts';
import { lexiconOf, soundAlikes } from './lexicon.ts';
import { joinMixed } from './mixed-words.ts';
import { isHan, spacedPieces } from './normalise.ts';
import { exchangedNames } from './slips.ts';
import { splitPinyin, syllablesOf } from './sound.ts';
import type { FilterMeaning, Meaning } from './thesaurus.ts';
import { known, segmentLetters } from './typed-letters.ts';
import type { Reader } from './understand.ts';
import { wishOf } from './wishes.ts';

/** A part of a query: a job's name, a filter's word, or any other word. */
export type Segment = {
  text: string;
  kind: 'job' | 'filter' | 'text';
  /** Filters its word stands for: 包吃包住 for two. */
  filters: readonly FilterMeaning[];
  /** The word of the vocabulary that is meant, when other letters were typed. */
  word?: string;
  via?: MatchKind;
  /** Further words the typed letters stand for. */
  others?: readonly string[];
  /** A much commoner word that sounds like the typed letters to a local ear. */
  ear?: string;
  /** Everything that was typed, where it was read by ear: it may be somebody's name instead. */
  run?: string;
};

// What people say around a wish; the city's own name tells nothing apart here.
const fillers = new Set(
  (
    '的 了 吗 呢 吧 啊 我 我要 我想 想 要 想要 找 找个 想找 想找个 想找份 寻 求 做 干 当 会 能 有 有没有 哪里 哪儿 哪有 那里 这里 什么 怎么 一个 个 份 ' +
    '在 去 到 进 想进 和 或 或者 跟 与 给 让 是 就 都 也 招 招聘 招工 招人 急招 急聘 诚聘 高薪 聘 工作 岗位 职位 活 活儿 的活 事做 上班 附近 周边 ' +
    '就近 离家近 扬州 扬州市 江苏 最好 可以 不 人员 相关 类 方面 现在 最近 推荐 一份 信息 请问 谁 需要 那种 这种 些 点 家 阿姨 大姐 大妈 大爷 大叔 小伙 小伙子 姑娘 妇女 人 能干 能做 能干的 能做的 可以做 可以干 干啥 做啥 做什么 干什么 找活 找事 的事 找点 找点事 有什么 还能 还要 招人吗 要人 要人吗 缺人 招不招 想去 想做 想干 去做 的工作 这边 那边 旁边 靠近 离 近 近点 近的 稳定 稳定点 正规 长期 长期做 今天 明天 马上 急找 急需 随时 老家 本地 当地 一起 自己 工资 待遇 收入 里 里面 女 男 一 员 师傅 厂里 厂里做 打工 干活 挣钱 赚钱 不错 好点 ' +
    '老公 老婆 爱人 我家 儿子 女儿 以前 之前 原来 干过 做过 当过 毕业 毕业了 专业毕业 退休了 下岗了 失业了 孩子上学了 小孩上学了 孩子大了 ' +
    '小孩大了 孩子上幼儿园了 有活干 有没有活干 有活吗 有没有活 还要人吗 还招人吗 招不招人 事情 的事情 事情做 的事情做 回老家 的活干 轻松 轻松的 轻松点 刚考的 时候 的时候 有空 有空的时候 都行 都可以 都好 都能 也行 也可以 任选 不限 ' +
    '不想 不会 不能 不用 没有 只会 喜欢 出来 回来 发挥余热 外地人 外地来的 本地人 站着 能进 那家 ' +
    '今年 换工作 想换工作 换个工作 想换个工作 换份工作 想换份工作 换个厂 想换个厂 换家厂 想换家厂 换个地方 想换个地方 换个单位 想换个单位 ' +
    '换家公司 想换家公司 继续干 继续做 接着干 接着做 想继续干 想继续做 干老本行 做老本行'
  ).split(' '),
);

/** Cuts a normalised query into parts, the longest known words first choice. */
export function segment(text: string, reader: Reader): Segment[] {
  return joinMixed(joinKnown(spacedPieces(text), reader), reader).flatMap((run) => {
    if (typeof run !== 'string') return [known(run.text, run.word, reader, 'pinyin')];
    return isHan(run) ? segmentHan(run, reader) : segmentLetters(run, reader);
  });
}

/** Words typed with a space or in two scripts: 幼儿园 阿姨, CNC操作工. Two words of their own stay apart. */
function joinKnown(runs: readonly { text: string; isApart: boolean }[], reader: Reader): string[] {
  const { vocabulary } = reader.thesaurus;
  const joined: string[] = [];
  for (const { text: run, isApart } of runs) {
    const before = joined.at(-1);
    const areWords = before !== undefined && vocabulary.has(before) && vocabulary.has(run);
    const areSpellings = before !== undefined && isSpelling(before) && isSpelling(run);
    const fits = before !== undefined && vocabulary.has(before + run) && !(areWords && isApart);
    const begun =
      fits || areSpellings || before === undefined || isApart ? 0 : wordBegun(before, run, reader);
    if (fits || areSpellings) joined[joined.length - 1] = before + run;
    else if (begun > 0) joined.splice(-1, 1, before + run.slice(0, begun), run.slice(begun));
    else joined.push(run);
  }
  return joined;
}

/** How much of what follows letters is of their word: 4s | 店上班. */
function wordBegun(letters: string, run: string, { thesaurus: { vocabulary } }: Reader): number {
  if (isHan(letters) || !isHan(run)) return 0;
  for (let length = Math.min(run.length - 1, 6); length > 0; length--)
    if (vocabulary.has(letters + run.slice(0, length))) return length;
  return 0;
}

/** dian han gong: single syllables typed apart. */
const isSpelling = (run: string) => /^[a-z]+$/.test(run) && run.length <= 30 && splitPinyin(run) !== null;

type Step = {
  from: number;
  score: number;
  meaning: Meaning | null;
  kind: 'word' | 'heard' | 'filler' | 'unknown';
  word?: string;
};

// A slip is worth less than the word itself and more than the half of it that happens to be a word: 插车工.
const heardWorth = 0.75;
const heardLengths = { least: 3, most: 5 };
const surelyHeard = 4;
const surelyCommon = 3.5;

function segmentHan(run: string, reader: Reader): Segment[] {
  const { vocabulary, longestWord } = reader.thesaurus;
  const best: Step[] = [{ from: 0, score: 0, meaning: null, kind: 'unknown' }];
  for (let end = 1; end <= run.length; end++) {
    best[end] = { from: end - 1, score: best[end - 1]!.score - 1, meaning: null, kind: 'unknown' };
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const word = run.slice(start, end);
      const meaning = isTwoWords(word, reader) ? null : (vocabulary.get(word)?.[0] ?? null);
      const length = end - start;
      const score =
        best[start]!.score +
        (meaning && length > 1 ? length ** 1.6 : fillers.has(word) ? length * 0.4 : -Infinity);
      if (score > best[end]!.score)
        best[end] = { from: start, score, meaning, kind: meaning && length > 1 ? 'word' : 'filler' };
      if (meaning || length < heardLengths.least || length > heardLengths.most) continue;
      const heardScore = best[start]!.score + length ** 1.6 * heardWorth;
      const heard = heardScore > best[end]!.score ? heardAs(word, reader, length === run.length) : undefined;
      if (heard) best[end] = { from: start, score: heardScore, meaning: null, kind: 'heard', word: heard };
    }
  }
  const steps: { text: string; step: Step }[] = [];
  for (let end = run.length; end > 0; end = best[end]!.from)
    steps.unshift({ text: run.slice(best[end]!.from, end), step: best[end]! });
  return mergeUnknown(steps, reader);
}

/** What is said of a trade in a town, or of how one is paid and employed, is that and the trade: 送桥路灯厂, 日结搬运工. */
function isTwoWords(word: string, { thesaurus: { vocabulary } }: Reader): boolean {
  if (word.length < 4) return false;
  const meaning = vocabulary.get(word)?.[0];
  if (meaning?.kind !== 'occupation') return false;
  return [2, 3].some((length) => {
    const name = word.slice(0, length);
    const first = vocabulary.get(name)?.[0];
    const isTown = first?.kind === 'place' && first.label.includes(name) && meaning.as !== 'name';
    const isPromised = first?.kind === 'benefit' && first.value === name;
    const isEmployed = first?.kind === 'condition' && first.value === name;
    return (
      (isTown || isPromised || isEmployed) && vocabulary.get(word.slice(length))?.[0]?.kind === 'occupation'
    );
  });
}

/**
 * The name of a job that was typed with two characters exchanged, or differs in one and sounds the same; the
 * likelier before the rarer one.
 */
function heardAs(text: string, reader: Reader, isWhole: boolean): string | undefined {
  const { vocabulary } = reader.thesaurus;
  const sound = syllablesOf(text).join('');
  const isExact = (word: string) => syllablesOf(word).join('') === sound;
  const [exchanged] = exchangedNames(text, reader.thesaurus);
  if (exchanged) return exchanged;
  let best: { word: string; points: number } | undefined;
  for (const word of soundAlikes(text, lexiconOf(reader.thesaurus))) {
    const meaning = vocabulary.get(word)![0]!;
    if (meaning.kind !== 'occupation' || word.length !== text.length) continue;
    // The very sound of what everybody says is hardly chance: 终点工, and 刚金工 when nothing else was said.
    const common = commonness(word, reader.thesaurus);
    const isSure = isExact(word) && common >= surelyCommon;
    // So many characters that are right but for one are not either: 龙机维修.
    if (meaning.as !== 'name' && text.length < surelyHeard && !isSure) continue;
    const wrong = [...word].filter((one, at) => one !== text[at]).length;
    if (wrong !== 1 && !(isSure && isWhole && meaning.as === 'name')) continue;
    const points = common + (isExact(word) ? 100 : 0);
    if (!best || points > best.points) best = { word, points };
  }
  return best?.word;
}

/** Joins what no vocabulary knows, with the small fillers beside it (家具厂 is not 家 and 具厂), and cuts it anew. */
function mergeUnknown(steps: readonly { text: string; step: Step }[], reader: Reader): Segment[] {
  const segments: Segment[] = [];
  let unknown = '';
  let isKnownFiller = true;
  const flush = () => {
    if (unknown !== '' && !isKnownFiller) segments.push(...unknownWords(unknown, reader));
    unknown = '';
    isKnownFiller = true;
  };
  for (const { text, step } of steps) {
    if (step.kind === 'unknown' || (step.kind === 'filler' && text.length === 1)) {
      unknown += text;
      isKnownFiller &&= step.kind === 'filler';
      continue;
    }
    flush();
    if (step.kind === 'word') segments.push(known(text, text, reader));
    if (step.kind === 'heard') segments.push(known(text, step.word!, reader, 'homophone'));
  }
  flush();
  return segments;
}

/** An unknown run as one word if it sounds like one, else as the words it is made of. */
function unknownWords(run: string, reader: Reader): Segment[] {
  const lexicon = lexiconOf(reader.thesaurus);
  const alike = (word: string) => ([...word].length > 1 ? soundAlikes(word, lexicon)[0] : undefined);
  const wish = wishOf(run, reader.thesaurus);
  if (wish && !alike(run)) return [{ text: run, kind: 'text', filters: [], word: wish }];
  const whole = alike(run) !== undefined || ([...run].length < 4 && !fillers.has(run[0]!));
  return (whole ? [run] : realWords(reader.cut.split(run))).map((word) => {
    const other = alike(word);
    const isFilter = other && reader.thesaurus.vocabulary.get(other)![0]!.kind !== 'occupation';
    return isFilter ? known(word, other, reader, 'homophone') : { text: word, kind: 'text', filters: [] };
  });
}

/** Leaves fillers out and joins single characters that stand side by side. */
function realWords(parts: readonly string[]): string[] {
  const words: string[] = [];
  let single = '';
  for (const part of [...parts, '']) {
    if ([...part].length === 1 && !fillers.has(part)) {
      single += part;
      continue;
    }
    if (single !== '') words.push(single);
    single = '';
    if (part !== '' && !fillers.has(part)) words.push(part);
  }
  return words;
}
