import { conceptsNamedWith } from './lexicon.ts';
import type { OccupationMeaning, Thesaurus } from './thesaurus.ts';
import { degrees } from './title-parts.ts';
import type { Cutter } from './words.ts';

export type Found = { start: number; end: number; word: string; meanings: OccupationMeaning[] };

type Reads = (meaning: OccupationMeaning) => boolean;
export const inTitles: Reads = ({ as, isStaffs }) => (isStaffs ? as === 'name' : as !== 'broader');
export const inDuties: Reads = ({ as, isStaffs }) => as !== 'broader' && !isStaffs;

/** Longest occupation words of a text from left to right. */
export function occupationWords(text: string, thesaurus: Thesaurus, reads: Reads = inTitles): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length;) {
    const hit = longestAt(text, start, thesaurus, reads);
    if (hit) found.push(hit);
    start = hit ? hit.end : start + 1;
  }
  return found;
}

function longestAt(text: string, start: number, thesaurus: Thesaurus, reads: Reads): Found | null {
  for (let end = Math.min(text.length, start + thesaurus.longestWord); end > start + 1; end--) {
    const word = text.slice(start, end);
    const meanings = (thesaurus.vocabulary.get(word) ?? []).filter(
      (meaning) => meaning.kind === 'occupation' && reads(meaning),
    ) as OccupationMeaning[];
    if (meanings.length > 0) return { start, end, word, meanings };
  }
  return null;
}

// Words that say how somebody works, or that everybody is called: the word before them names the job.
export const generic: ReadonlySet<string> = new Set(
  '小工 副手 主机手 机手 值守 帮工 帮手 杂工 打杂 临时工 小时工 长期工 短工 勤杂工 学徒 学徒工 徒工 助理 主管 经理 组长 班长 领班 实习生 阿姨 师傅 工人 员工 普工 操作工 技工 技师 储备干部 辅助工 辅工 人员 专员 工程师 技术员 大姐 坐着做 坐着干 站着做 在家做 带回家做 操作 操作员 看店 看摊 帮忙 招人 招工 一对一 坐班 调机 开机 操机 看台'.split(
    ' ',
  ),
);

// Whoever does this for a house is called after the whole house or not at all: 菜鸟驿站看店, 五金工具店看店.
const minding = new Set(['看店', '看摊']);

// 模具学徒 learns what 模具 is said for, though nobody is called so.
const learns = /(?:学徒工?|徒工|实习生|副手|主机手|机手|值守)$/u;

const meaningsOfAnyKind = (word: string, thesaurus: Thesaurus): OccupationMeaning[] =>
  (thesaurus.vocabulary.get(word) ?? []).filter(
    (meaning) => meaning.kind === 'occupation' && !meaning.isStaffs,
  ) as OccupationMeaning[];

/** The word that names the job in one part: the last one, because Chinese puts the head last. */
export function headOf(text: string, thesaurus: Thesaurus, cut: Cutter | null): Found | null {
  const part = text.replace(/等+$/u, '');
  const words = withLongerEnd(occupationWords(part, thesaurus), part, thesaurus, cut);
  const last = words.at(-1);
  const bare = part.replace(degrees, '');
  const isGeneric = last !== undefined && (generic.has(last.word) || /^操作学徒工?$/u.test(last.word));
  const done = verbOf(words);
  if (done) return { ...done, end: part.length };
  const isWhole = (found: Found) => touches(words, found) || isWholeWord(part, found, cut);
  if (last && last.end === part.length && !isGeneric && isWhole(last)) return last;
  if (bare !== part || isGeneric) {
    const before = isGeneric ? part.slice(0, last.start) : bare;
    const better = occupationWords(before, thesaurus).at(-1);
    const isMinded = last !== undefined && minding.has(last.word);
    if (better && isWholeWord(part, better, cut) && (!isMinded || better.end === before.length))
      return { ...better, end: part.length };
    if (better === undefined && learns.test(part)) {
      const taught = meaningsOfAnyKind(before, thesaurus).slice(0, 1);
      if (taught.length > 0) return { start: 0, end: part.length, word: before, meanings: taught };
    }
    const named = isMinded ? null : namedWith(before, thesaurus, cut);
    if (named) return named;
  }
  if (last && last.end === part.length) return isWhole(last) ? last : null;
  const end = last && last.end < part.length - 1 ? endOf(part, thesaurus, cut) : null;
  return end ?? (last && isWholeWord(part, last, cut) ? last : null);
}

// One job, whoever writes: 垃圾清运车驾驶员 and 垃圾清运车司机.
const sameEnd: readonly (readonly [RegExp, string])[] = [
  [/驾驶员$/u, '司机'],
  [/操作员$/u, '操作工'],
  [/店员工$/u, '店员'],
];

/** The longest known word at the end, where another word was read into it: 螃蟹 | 塘看护 for 蟹塘看护. */
function withLongerEnd(words: Found[], part: string, thesaurus: Thesaurus, cut: Cutter | null): Found[] {
  const last = words.at(-1);
  if (!last || last.end < part.length || generic.has(last.word)) return words;
  const ends = [
    part,
    ...sameEnd.filter(([end]) => end.test(part)).map(([end, other]) => part.replace(end, other)),
  ];
  for (let start = 0; start < last.start; start++) {
    for (const text of ends) {
      const found = longestAt(text, start, thesaurus, inTitles);
      if (found?.end !== text.length) continue;
      const isInside = words.some((word) => word.start < start && start < word.end);
      if ((!isInside && found.end - start > 3) || isCutAt(part, start, cut))
        return [...words.filter(({ end }) => end <= start), { ...found, end: part.length }];
    }
  }
  return words;
}

/** A word that begins where another known word ends: 贴地砖 | 墙砖. */
const touches = (words: readonly Found[], found: Found): boolean =>
  words.some(({ end }) => end === found.start);

const verbs =
  /^(?:组装|修(?!脚|枝|剪)|维修|装(?!修|潢|卸|饰|载|配)|卖(?!场)|送(?!货|餐|水)|养(?!老|殖|生|护)|种(?!子|猪|植)|采(?!购)|摘|做|收(?!银|费|货|发|割|纳|派|件)|洗(?!车|衣|浴|碗|涤|发)|擦(?!背)|贴(?!片)|刷(?!子)|砌|包(?!装|厢|子)|杀|喂)/u;

/** What is done to several things is named with the first: 修冰箱洗衣机 repairs and does no laundry. */
function verbOf(words: readonly Found[]): Found | null {
  const [first, ...others] = words;
  const last = others.at(-1);
  if (!first || !last || first.start > 2 || !verbs.test(first.word) || verbs.test(last.word)) return null;
  return !generic.has(last.word) && last.meanings.every(({ as }) => as === 'phrase') ? first : null;
}

/** The longest name of a job at the very end, though another word reaches into it: 烹饪专业 | 专业课老师. */
function endOf(part: string, thesaurus: Thesaurus, cut: Cutter | null): Found | null {
  for (let start = 1; start <= part.length - 3; start++) {
    const found = longestAt(part, start, thesaurus, ({ as, isStaffs }) => as === 'name' && !isStaffs);
    if (found?.end === part.length && isCutAt(part, start, cut)) return found;
  }
  return null;
}

/** Whether a reader of newspapers begins a word there. */
export function isCutAt(part: string, start: number, cut: Cutter | null): boolean {
  if (!cut) return true;
  let at = 0;
  for (const word of cut.plain(part)) {
    if (at === start) return true;
    at += word.length;
  }
  return false;
}

/** 花工 in 漆器镂花工 is no word: the cut goes through 镂花. */
function isWholeWord(part: string, found: Found, cut: Cutter | null): boolean {
  if (found.start === 0 || found.end - found.start > 2) return true;
  return before.test(part.slice(0, found.start)) || isCutAt(part, found.start, cut);
}

// Said before any name: 女理单, 文昌路切配.
const before = /^(?:男|女|男女|.{2,6}(?:路|街|镇|广场|附近))$/u;

/** 裱花 is no name of a job, but names of one job hold it. */
function namedWith(text: string, thesaurus: Thesaurus, cut: Cutter | null): Found | null {
  const word = cut?.plain(text).at(-1);
  if (!word || [...word].length < 2) return null;
  const [concept, ...others] = conceptsNamedWith(word, thesaurus);
  // 网络 stands in names of many jobs and tells none.
  if (!concept || others.length > 1) return null;
  const start = text.lastIndexOf(word);
  return { start, end: text.length, word, meanings: [{ kind: 'occupation', concept, as: 'everyday' }] };
}
