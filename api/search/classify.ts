import { degrees, houses, titleParts } from './title-parts.ts';
import { bigrams, normalise, pieces } from './normalise.ts';
import { conceptsNamedWith } from './lexicon.ts';
import type { Concept, OccupationMeaning, Thesaurus } from './thesaurus.ts';
import { wishOf } from './wishes.ts';
import type { Cutter } from './words.ts';

/** What of an opening tells its occupation. */
export type Described = {
  title: string;
  occupation: string | null;
  duties: string;
  requirements: string;
  industry: string | null;
  employerName: string;
};

export type Classified = {
  /** What the opening is. */
  primary: readonly string[];
  /** What its duties speak of, when the title says nothing. */
  secondary: readonly string[];
  /** Words of the title that name the job: 叉车司机. */
  jobWords: readonly string[];
  /** The stated occupation in the form that is compared. */
  stated: string | null;
  /** What stands right before them: 毛绒玩具 | 充棉工. */
  modifiers: readonly string[];
  /** The rest, that tells of the house or the terms: 会计师事务所 | 保洁. */
  besideJob: readonly string[];
};

type Found = { start: number; end: number; word: string; meanings: OccupationMeaning[] };

type Reads = (meaning: OccupationMeaning) => boolean;
const inTitles: Reads = ({ as, isStaffs }) => (isStaffs ? as === 'name' : as !== 'broader');
const inDuties: Reads = ({ as, isStaffs }) => as !== 'broader' && !isStaffs;

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
const generic = new Set(
  '小工 帮工 帮手 杂工 打杂 临时工 小时工 长期工 短工 勤杂工 学徒 学徒工 徒工 助理 主管 经理 组长 班长 领班 实习生 阿姨 师傅 工人 员工 普工 操作工 技工 技师 储备干部 辅助工 辅工 人员 专员 工程师 技术员 大姐 坐着做 坐着干 站着做 在家做 带回家做 操作 操作员 看店 看摊 帮忙 招人 招工 一对一 坐班 调机 开机 操机 看台'.split(
    ' ',
  ),
);

// Whoever does this for a house is called after the whole house or not at all: 菜鸟驿站看店, 五金工具店看店.
const minding = new Set(['看店', '看摊']);

/** The word that names the job in one part: the last one, because Chinese puts the head last. */
function headOf(text: string, thesaurus: Thesaurus, cut: Cutter | null): Found | null {
  const part = text.replace(/等+$/u, '');
  const words = occupationWords(part, thesaurus);
  const last = words.at(-1);
  const bare = part.replace(degrees, '');
  const done = verbOf(words);
  if (done) return { ...done, end: part.length };
  const isWhole = (found: Found) => touches(words, found) || isWholeWord(part, found, cut);
  if (last && last.end === part.length && !generic.has(last.word) && isWhole(last)) return last;
  if (bare !== part || (last && generic.has(last.word))) {
    const before = last && generic.has(last.word) ? part.slice(0, last.start) : bare;
    const better = occupationWords(before, thesaurus).at(-1);
    const isMinded = last !== undefined && minding.has(last.word);
    if (better && isWholeWord(part, better, cut) && (!isMinded || better.end === before.length))
      return { ...better, end: part.length };
    const named = isMinded ? null : namedWith(before, thesaurus, cut);
    if (named) return named;
  }
  if (last && last.end === part.length) return isWhole(last) ? last : null;
  const end = last && last.end < part.length - 1 ? endOf(part, thesaurus, cut) : null;
  return end ?? (last && isWholeWord(part, last, cut) ? last : null);
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

/** What is said freely and holds no known word: 采慈姑荸荠. */
function wished(part: string, thesaurus: Thesaurus): Found | null {
  const word = wishOf(part, thesaurus);
  const meanings = (word ? thesaurus.vocabulary.get(word) : undefined)?.filter(
    (meaning) => meaning.kind === 'occupation' && inTitles(meaning),
  ) as OccupationMeaning[] | undefined;
  return meanings?.length ? { start: 0, end: part.length, word: part, meanings } : null;
}

/** Whether a reader of newspapers begins a word there. */
function isCutAt(part: string, start: number, cut: Cutter | null): boolean {
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
  return found.start === 0 || found.end - found.start > 2 || isCutAt(part, found.start, cut);
}

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

// Whoever calls for hands and names no trade wants hands for any work.
const anybody = /招工|招人(?!专员)|妈妈班|临时工|短工|长期工|暑[假期]工|寒假工/u;
const general = 'factory-worker';

/** Names the occupations of an opening out of its title, its stated occupation and its duties. */
export function classify(opening: Described, thesaurus: Thesaurus, cut: Cutter | null = null): Classified {
  const { main, aside } = titleParts(opening.title);
  const context = contextOf(opening);
  const primary = new Set<string>();
  const jobWords: string[] = [];
  const modifiers: string[] = [];
  const beside: string[] = [...aside];
  const stated = opening.occupation ? normalise(opening.occupation).replaceAll(' ', '') : '';
  const statedConcepts = stated
    ? (headOf(stated, thesaurus, cut)?.meanings.map((meaning) => meaning.concept) ?? [])
    : [];
  const doubtful = new Set<string>();
  for (const [at, part] of main.entries()) {
    const head = headOf(part, thesaurus, cut) ?? (at === 0 ? wished(part, thesaurus) : null);
    if (!head) {
      jobWords.push(part);
      continue;
    }
    const candidates = namesFirst(head.meanings).map((meaning) => meaning.concept);
    const agreed = candidates.filter((concept) => statedConcepts.includes(concept));
    const chosen = agreed.length > 0 ? agreed : candidates;
    const concept = likeliest(chosen, head.word, context, opening, thesaurus);
    // 电工培训老师 is stated to be a teacher: the electrician in the title counts little.
    if (statedConcepts.length > 0 && !statedConcepts.some((stated) => areAkin(concept, stated, thesaurus)))
      doubtful.add(concept);
    else primary.add(concept);
    jobWords.push(part.slice(head.start));
    if (head.start > 0) {
      const left = part.slice(0, head.start);
      const modifier = left.replace(houses, '');
      if (modifier !== '') modifiers.push(modifier);
      if (modifier !== left) beside.push(left);
    }
  }
  if (statedConcepts.length > 0 && ![...primary].some((concept) => statedConcepts.includes(concept)))
    primary.add(likeliest(statedConcepts, stated, context, opening, thesaurus));
  if (primary.size === 0 && doubtful.size === 0 && anybody.test(opening.title)) primary.add(general);
  const secondary = primary.size > 0 ? [...doubtful] : fromDuties(opening, thesaurus);
  return {
    primary: [...primary],
    secondary,
    jobWords: unique(jobWords),
    stated: stated === '' ? null : stated,
    modifiers: unique(modifiers),
    besideJob: unique(beside),
  };
}

/** Who is called by the word, and only else who may be said to do it. */
function namesFirst(meanings: readonly OccupationMeaning[]): readonly OccupationMeaning[] {
  const names = meanings.filter(({ as }) => as === 'name');
  return names.length > 0 ? names : meanings;
}

/** The same job, one beside the other, or of one official group. */
function areAkin(one: string, other: string, thesaurus: Thesaurus): boolean {
  if (one === other) return true;
  const [first, second] = [thesaurus.concepts.get(one), thesaurus.concepts.get(other)];
  if (!first || !second) return false;
  return (
    first.near.includes(other) ||
    second.near.includes(one) ||
    (first.family !== null && first.family === second.family)
  );
}

/** Pairs of characters around the job: a sewing shop speaks of 服装 and 缝纫, a machine shop of 机床. */
function contextOf(opening: Described): ReadonlySet<string> {
  const text = `${opening.employerName} ${opening.duties} ${opening.requirements}`.slice(0, 600);
  return new Set(pieces(normalise(text)).flatMap(bigrams));
}

const spokenBy = new WeakMap<Thesaurus, Map<string, ReadonlySet<string>>>();

function pairsOf(concept: Concept, thesaurus: Thesaurus): ReadonlySet<string> {
  let known = spokenBy.get(thesaurus);
  if (!known) spokenBy.set(thesaurus, (known = new Map()));
  let pairs = known.get(concept.id);
  if (!pairs) {
    const near = concept.near.flatMap((id) => thesaurus.concepts.get(id)?.words ?? []);
    pairs = new Set([...concept.words, ...near].flatMap(bigrams));
    known.set(concept.id, pairs);
  }
  return pairs;
}

function likeliest(
  candidates: readonly string[],
  word: string,
  context: ReadonlySet<string>,
  opening: Described,
  thesaurus: Thesaurus,
): string {
  if (candidates.length === 1) return candidates[0]!;
  const inWord = new Set(bigrams(word));
  const score = (id: string, at: number) => {
    const concept = thesaurus.concepts.get(id);
    if (!concept) return -1;
    const pairs = pairsOf(concept, thesaurus);
    let shared = 0;
    for (const pair of context) if (pairs.has(pair) && !inWord.has(pair)) shared++;
    const section = opening.industry && concept.sections.includes(opening.industry) ? 1.5 : 0;
    // The earlier meaning is the one the thesaurus holds likelier.
    return shared + section - at * 0.5;
  };
  let best = candidates[0]!;
  let bestScore = -Infinity;
  candidates.forEach((id, at) => {
    const points = score(id, at);
    if (points > bestScore) [best, bestScore] = [id, points];
  });
  return best;
}

/** At most two occupations that the duties name, for a title that names none. */
function fromDuties(opening: Described, thesaurus: Thesaurus): string[] {
  const counts = new Map<string, number>();
  const text = normalise(`${opening.duties} ${opening.requirements}`, 1000);
  for (const piece of pieces(text)) {
    for (const { word, meanings } of occupationWords(piece, thesaurus, inDuties)) {
      const concept = meanings[0]!.concept;
      counts.set(concept, (counts.get(concept) ?? 0) + word.length);
    }
  }
  return [...counts.entries()]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 2)
    .map(([concept]) => concept);
}

const unique = (list: readonly string[]) => [...new Set(list)];
