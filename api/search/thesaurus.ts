import { createHash } from 'node:crypto';
import { isHan, normalise } from './normalise.ts';
import type { ThesaurusData } from './thesaurus-data.ts';

/** `broader` words mean several jobs and name none: people search with them, titles are not read by them. */
export type WordKind = 'name' | 'everyday' | 'phrase' | 'broader';
export type OccupationMeaning = {
  kind: 'occupation';
  concept: string;
  as: WordKind;
  /** Added by staff. Titles are read by its names only, duties by none of it, so that an edit touches few openings. */
  isStaffs?: true;
};
export type FilterMeaning = {
  kind: 'place' | 'benefit' | 'condition';
  filter: 'district' | 'town' | 'benefits' | 'education' | 'experience' | 'employmentType';
  value: string;
  label: string;
};
export type Meaning = OccupationMeaning | FilterMeaning;

export type Concept = {
  id: string;
  name: string;
  /** In 职业分类大典 2022. */
  official: string;
  near: readonly string[];
  /** Who is welcome besides, the most welcome first, and who is not, as judges of many queries found. */
  welcome: readonly string[];
  unwelcome: readonly string[];
  sections: readonly string[];
  weight: number;
  /** All its words in the files, of every kind. */
  words: readonly string[];
  /** Its names in the files, official, of employers and everyday, each between bars: |焊工|电焊工|. */
  names: string;
  /** Group of 职业分类大典 it stands in (5-03-01 of 5-03-01-02); null where the code is unknown. */
  family: string | null;
};

/** Jobs that one broader word stands for: 养殖 for all who keep animals. */
export type Kin = ReadonlyMap<string, readonly string[]>;

export type Thesaurus = {
  /** Changes with the files. Words of the staff are followed opening by opening (words-routes.ts). */
  version: string;
  concepts: ReadonlyMap<string, Concept>;
  /** Normalised word without spaces -> what it may mean, the likelier meaning first. */
  vocabulary: ReadonlyMap<string, readonly Meaning[]>;
  longestWord: number;
  /** Words that mean the same, one group after another. */
  synonyms: ReadonlyMap<string, readonly string[]>;
  kin: Kin;
  /** A noun as people say it -> as the thesaurus has it. */
  nouns: ReadonlyMap<string, string>;
  wishes: readonly { pattern: RegExp; word: string }[];
  said: readonly Said[];
  deeds: readonly Deed[];
};

/** What is asked of any job: words of adverts, benefits and kinds of employment, jobs that are so by nature. */
export type Said = {
  pattern: RegExp;
  says: readonly string[];
  has: readonly string[];
  often: readonly string[];
  concepts: readonly string[];
};

/** What is done for a living, and how adverts say it; the likeliest job first. */
export type Deed = Doing & { pattern: RegExp };

/** Which jobs do it, and what adverts say of it. */
export type Doing = {
  concepts: readonly string[];
  titles: readonly string[];
  duties: readonly string[];
  employers: readonly string[];
};

/** The form in which words are keys: normalised, without spaces. */
const compact = (text: string): string =>
  // Hanzi of the files are simplified already, which their test holds; reading 100,000 words costs half as much so.
  isHan(text) ? text : normalise(text).replaceAll(' ', '');

/** Builds the lookup tables out of the files: 0.1 s. */
export function buildThesaurus(data: ThesaurusData): Thesaurus {
  const concepts = new Map<string, Concept>();
  const vocabulary = new Map<string, Meaning[]>();
  const mean = (text: string, meaning: Meaning) => {
    const key = compact(text);
    if (key === '') return;
    const known = vocabulary.get(key);
    if (!known) vocabulary.set(key, [meaning]);
    else if (!known.some((other) => isSame(other, meaning))) known.push(meaning);
  };
  const judged = new Map(data.neighbours.map((entry) => [entry.job, entry]));
  for (const entry of data.occupations) {
    const named = [entry.name, ...entry.employerNames];
    const { everyday, phrases } = entry;
    for (const text of named) mean(text, { kind: 'occupation', concept: entry.id, as: 'name' });
    for (const text of everyday) mean(text, { kind: 'occupation', concept: entry.id, as: 'everyday' });
    for (const text of phrases) mean(text, { kind: 'occupation', concept: entry.id, as: 'phrase' });
    concepts.set(entry.id, {
      id: entry.id,
      name: entry.name,
      official: entry.official.name,
      near: entry.near,
      welcome: judged.get(entry.id)?.welcome ?? [],
      unwelcome: judged.get(entry.id)?.unwelcome ?? [],
      sections: entry.sections,
      weight: entry.weight,
      words: [...new Set([...named, ...everyday, ...phrases].map(compact))],
      names: `|${[...named, ...everyday].map(compact).join('|')}|`,
      family: entry.official.code?.split('-').slice(0, 3).join('-') ?? null,
    });
  }
  // An official name stands for several trades (保洁员 for eight): it counts only where nobody uses it himself.
  const used = new Set(vocabulary.keys());
  for (const entry of data.occupations) {
    if (!used.has(compact(entry.official.name)))
      mean(entry.official.name, { kind: 'occupation', concept: entry.id, as: 'everyday' });
  }
  addFilters(data, mean);
  addStems(concepts, vocabulary, mean);
  const synonyms = addSame(data, vocabulary, mean);
  const kin = addBroader(data, vocabulary, mean);
  for (const [key, meanings] of vocabulary)
    if (meanings.length > 1) vocabulary.set(key, sorted(meanings, concepts));
  return {
    version: createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16),
    concepts,
    vocabulary,
    longestWord: longestOf(vocabulary.keys()),
    synonyms,
    kin,
    nouns: new Map(
      data.nouns.flatMap(({ words: [first, ...others] }) => others.map((other) => [other, first!] as const)),
    ),
    wishes: data.wishes.map(({ pattern, word }) => ({
      pattern: new RegExp(pattern, 'u'),
      word: compact(word),
    })),
    said: data.said.map(({ pattern, says, has, often = [], jobs }) => ({
      pattern: new RegExp(pattern, 'u'),
      says,
      has,
      often,
      concepts: jobs.flatMap((job) => conceptNamed(job, vocabulary)),
    })),
    deeds: data.deeds.map(({ pattern, jobs, titles, duties, employers }) => ({
      pattern: new RegExp(`^(?:${pattern})$`, 'u'),
      concepts: jobs.flatMap((job) => conceptNamed(job, vocabulary)),
      titles,
      duties,
      employers,
    })),
  };
}

function conceptNamed(job: string, vocabulary: ReadonlyMap<string, readonly Meaning[]>): string[] {
  const meaning = vocabulary.get(compact(job))?.find(({ kind }) => kind === 'occupation');
  return meaning?.kind === 'occupation' ? [meaning.concept] : [];
}

function longestOf(words: Iterable<string>): number {
  let longest = 1;
  for (const { length } of words) longest = Math.max(longest, length);
  return longest;
}

// Said of many trades, or of whole companies.
const tooGeneral = new Set(
  (
    '技术 工程 管理 服务 生产 操作 业务 工作 维修 安装 加工 检验 制造 建筑 网络 机械 电子 安全 市场 质量 设备 产品 材料 食品 项目 ' +
    '物资 信息 科技 教育 工艺 运营 商务 综合 品牌 客户 区域 车间 现场 仓储 物流 电气 环境 能源 化工 设计 测试 计划'
  ).split(' '),
);

/** What people leave off a name: 保育 for 保育员. It finds the job and does not name it in a title. */
function addStems(
  concepts: ReadonlyMap<string, Concept>,
  vocabulary: ReadonlyMap<string, readonly Meaning[]>,
  mean: (text: string, meaning: Meaning) => void,
): void {
  const known = new Set(vocabulary.keys());
  for (const { id, words } of concepts.values()) {
    for (const word of words) {
      const stem = word.replace(/(?:专员|人员|[员工师])$/u, '');
      // 超市招工 calls for workers, and 超市招 is no word.
      const isWord = stem !== word && stem.length >= 2 && stem.length <= 4 && !stem.endsWith('招');
      if (isWord && !known.has(stem) && !tooGeneral.has(stem))
        mean(stem, { kind: 'occupation', concept: id, as: 'broader' });
    }
  }
}

function addSame(
  data: ThesaurusData,
  vocabulary: Map<string, Meaning[]>,
  mean: (text: string, meaning: Meaning) => void,
): Map<string, string[]> {
  const synonyms = new Map<string, string[]>();
  for (const { words: group, kind } of data.synonyms) {
    if (kind !== 'same') continue;
    const keys = group.map(compact);
    const meanings = keys.flatMap((key) => vocabulary.get(key) ?? []);
    for (const key of keys) {
      // A word that has its own meaning keeps it; one that has none takes its group's.
      if (!vocabulary.has(key)) for (const meaning of meanings) mean(key, demoted(meaning));
      synonyms.set(key, [
        ...new Set([...(synonyms.get(key) ?? []), ...keys.filter((other) => other !== key)]),
      ]);
    }
  }
  return synonyms;
}

function addBroader(
  data: ThesaurusData,
  vocabulary: Map<string, Meaning[]>,
  mean: (text: string, meaning: Meaning) => void,
): Kin {
  const broader = data.synonyms.filter(({ kind }) => kind !== 'same');
  const meant = broader.map(({ words: [, ...narrower] }) =>
    narrower.flatMap((text) => {
      const first = vocabulary.get(compact(text))?.find((meaning) => meaning.kind === 'occupation');
      return first?.kind === 'occupation' ? [first.concept] : [];
    }),
  );
  broader.forEach(({ words: [word] }, at) => {
    for (const concept of meant[at]!) mean(word!, { kind: 'occupation', concept, as: 'broader' });
  });
  const kin = new Map<string, string[]>();
  const alike = meant.filter((group, at) => broader[at]!.kind === 'broader' && group.length <= smallGroup);
  for (const group of alike) {
    for (const concept of group) kin.set(concept, [...new Set([...(kin.get(concept) ?? []), ...group])]);
  }
  return kin;
}

// 养殖 or 餐饮 hold what resembles each other; what holds many, or is `mixed` as 三把刀 is, does not.
const smallGroup = 8;

function addFilters(data: ThesaurusData, mean: (text: string, meaning: Meaning) => void): void {
  for (const place of data.places) {
    const filter = place.code.length === 6 ? 'district' : 'town';
    for (const text of [place.name, ...place.words])
      mean(text, { kind: 'place', filter, value: place.code, label: place.name });
  }
  for (const { value, words: named } of data.benefits) {
    for (const text of [value, ...named])
      mean(text, { kind: 'benefit', filter: 'benefits', value, label: value });
  }
  for (const { filter, value, words: named } of data.conditions) {
    for (const text of named) mean(text, { kind: 'condition', filter, value, label: value });
  }
}

/** Whether two meanings stand for the same job or filter. */
export function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'occupation' || other.kind === 'occupation')
    return one.kind === 'occupation' && other.kind === 'occupation' && one.concept === other.concept;
  return one.filter === other.filter && one.value === other.value;
}

const demoted = (meaning: Meaning): Meaning =>
  meaning.kind === 'occupation' && meaning.as === 'name' ? { ...meaning, as: 'everyday' } : meaning;

const kindOrder: Record<WordKind, number> = { name: 0, everyday: 1, phrase: 2, broader: 3 };

/** Meanings of a word, the likeliest first. */
export function sorted(meanings: readonly Meaning[], concepts: ReadonlyMap<string, Concept>): Meaning[] {
  // A group stands in the order in which it was written, the likeliest job first.
  const weightOf = ({ as, concept }: OccupationMeaning) =>
    as === 'broader' ? 0 : (concepts.get(concept)?.weight ?? 0);
  const rank = (meaning: Meaning) =>
    meaning.kind === 'occupation' ? kindOrder[meaning.as] * 10 - weightOf(meaning) : 5;
  return [...meanings].sort((one, other) => rank(one) - rank(other));
}
