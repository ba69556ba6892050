import type { MatchKind } from '../openings/contract.ts';
import { areAkin } from './compounds.ts';
import { all, pairTerms, term } from './terms.ts';
import { dutiesIn, isLoose, kind, meaningsOf, stem } from './job-words.ts';
import { spareAlternatives } from './spare.ts';
import {
  handsMaking,
  handsSelling,
  housedAlternatives,
  housedTrades,
  houseEnding,
  houseIn,
  madeThere,
  saidOfHouse,
} from './house-words.ts';
import { nearLimit, nearOf } from './near-jobs.ts';
import { isHan, normalise, pieces } from './normalise.ts';
import type { Alternative, Clause } from './plan.ts';
import { housesCalled } from './registered-names.ts';
import type { Segment } from './segment.ts';
import { splitPinyin } from './sound.ts';
import { isThing } from './things.ts';
import type { OccupationMeaning, Thesaurus } from './thesaurus.ts';
import type { Reader } from './understand.ts';

const atWork = /(?:里|里面)?(?:上班|做事|做工|打工|干活)$/u;

/**
 * The ways a word for a job is meant, best first: the whole name; the word in the job's name and the right
 * occupation; the word in the name of a near job (货车司机 for 司机, but not 叉车工 for 车工) or of one nobody
 * knows; the occupation under another name.
 * @param via how the word was found when it was not typed
 */
export function jobAlternatives(
  word: string,
  reader: Reader,
  via: MatchKind | null,
  base: number,
): Alternative[] {
  const { thesaurus } = reader;
  const meanings = withBare(word, thesaurus);
  const own = meanings.filter(({ as }) => as !== 'broader');
  const named = own.some(({ as }) => as === 'name');
  const list: Alternative[] = [];
  const push = (terms: string[], rank: number, matched: MatchKind, anyOf?: readonly string[]) => {
    if (anyOf?.length !== 0)
      list.push({ terms, anyOf: anyOf?.map(kind), rank: base + rank, matched: via ?? matched });
  };
  push([term('=', word)], 0, 'exact');
  push([term('o', word)], 0.9, 'exact');
  const root = stem(word);
  const duties = dutiesIn(word, reader);
  own.forEach(({ concept, as }, at) => {
    push([term('c', concept), ...all('j', word)], 1 + at * 0.1, 'exact');
    if (root !== word && named) push([term('c', concept), ...all('j', root)], 1.5 + at * 0.1, 'exact');
    // Who does what is said of the trade goes before who is only called so.
    const rank = (as === 'name' ? 3 : 3.1) + at * 0.2;
    push([term('c', concept), term('m', concept)], rank, 'synonym');
    push([term('c', concept)], rank + 0.3, 'synonym');
    if (at < 2) push([term('l', concept)], rank + 0.45, 'synonym');
    // 抽血 and 大锅饭 are done by some of those who have the job.
    if (as !== 'name' && duties.length > 0) push([term('c', concept), ...duties], 2.5 + at * 0.1, 'synonym');
    push([term('s', concept)], 5, 'synonym');
  });
  const concepts = own.map(({ concept }) => concept);
  const broader = meanings.slice(own.length).map(({ concept }) => concept);
  const narrower = narrowerOf(word, concepts, reader);
  push(all('j', word), 2, 'exact', ['none', ...broader, ...narrower, ...nearOf(concepts, thesaurus)]);
  // A group names the likeliest first; its tail may be long.
  push([], 3.5, 'synonym', broader.slice(0, 2));
  push([], 3.55, 'synonym', broader.slice(2, 5));
  push([], 3.6, 'synonym', broader.slice(5, 12));
  push([], 3.63, 'synonym', broader.slice(12));
  push([], 3.65, 'synonym', narrower);
  // Whoever's title ends with it is called so, whatever is driven: 塔吊司机.
  if (named && isPerson(word)) push(all('j', word), 3.7, 'exact');
  // Written one way or the other: 消防车驾驶员 for 司机.
  const alsoSaid = sameCalled.get(word) ?? sameCalled.get(root);
  if (named && alsoSaid) push(all('j', alsoSaid), 3.72, 'exact');
  if (isAnyMachines(word)) push(all('j', '操作'), 3.75, 'exact');
  if (root !== word && named) push([term('c', 'none'), ...all('j', root)], 4.2, 'exact');
  // Whoever sells, designs or packs a thing has it before the name of his own trade, or in his duties.
  if (!named && isThing(word)) {
    push(all('k', word), 2.95, 'exact');
    push(all('j', word), 3.05, 'exact');
    if (duties.length > 0) push(duties, own.length > 0 ? 3.39 : 3.66, 'exact');
  }
  // A long word beside the job's name is said on purpose: 毛绒玩具充棉工.
  if ([...word].length > 2) push(all('k', word), 3.4, 'exact');
  // What an advert asks for stands beside the job: 工厂维修电工 会PLC, 河道打捞 会撑船.
  const skill = word.replace(/^(?:会|有|懂)/u, '');
  if (!named && [...skill].length > 1)
    push(
      pieces(skill).flatMap((piece) => all('t', piece)),
      // A licence in a title decides: 汽车吊司机（Q2证）.
      /\d/u.test(skill) ? 0.8 : 3.45,
      'exact',
    );
  // Told by their duties alone.
  if (own.length === 0 && broader.length > 0)
    list.push({
      terms: [],
      anyOf: broader.slice(0, 12).map((concept) => term('s', concept)),
      rank: base + 5,
      matched: via ?? 'synonym',
    });
  if (houseEnding.test(word)) push(all('e', word), 0.5, 'exact');
  if (!named || /[科厂]$/u.test(word))
    list.push(
      ...saidOfHouse(word, base + 3.2),
      // Whoever does it in such a house goes before the likes of him elsewhere.
      ...housedTrades(word, tradesOf(word, [...concepts, ...broader], thesaurus), base + 3.3),
      ...housedAlternatives(word, base + 3.4),
      ...madeThere(word, base + 3.5),
    );
  // A driving school is what its teachers are asked for by, and all who work there.
  else if (housesCalled(word)) list.push(...housedAlternatives(word, base + 3.4));
  list.push(...handsMaking(word, base + 3.3), ...handsSelling(word, base + 3.2));
  // 超市上班 asks for the house as much as for the job.
  const house = word.replace(atWork, '');
  if (house !== word && house.length > 1 && houseEnding.test(house)) push(all('e', house), 3.3, 'exact');
  for (const { house, concept } of housesIn(word, concepts, thesaurus)) {
    push([term('c', concept), ...all('e', house)], 1.2, 'exact');
    push([term('c', concept), ...all('t', house)], 1.2, 'exact');
  }
  for (const { place, concept, isOwn } of named ? [] : tradesAt(word, concepts, thesaurus)) {
    for (const kind of ['j', 'k', 't', 'e'] as const)
      push([term('c', concept), ...letters(kind, place)], 0.8, 'synonym');
    push(letters('k', place), 0.85, 'synonym', nearOf([concept], thesaurus));
    if (!isOwn) push([term('c', concept)], 2.95, 'synonym');
  }
  const first = concepts[0] ? thesaurus.concepts.get(concepts[0]) : undefined;
  if (first && first.name !== word) {
    const parts = pieces(normalise(stem(first.name)));
    push(
      parts.flatMap((part) => all('j', part)),
      4,
      'synonym',
      ['none', ...first.near.slice(0, nearLimit)],
    );
  }
  push([], 4.4, 'synonym', alikeConcepts(word, concepts, thesaurus));
  push([], 4.6, 'synonym', headConcepts(word, concepts, reader));
  return list;
}

/** The jobs a word may mean, and those it stands for without its small words: 坐办公室的, 想坐办公室. */
function withBare(word: string, thesaurus: Thesaurus): OccupationMeaning[] {
  const meanings = meaningsOf(word, thesaurus);
  const bare = word.replace(/^(?:想|会|能|找|去|做)/u, '').replace(/的$/u, '');
  if (bare === word || bare.length < 3) return meanings;
  const known = new Set(meanings.map(({ concept }) => concept));
  const more = meaningsOf(bare, thesaurus).filter(
    ({ as, concept }) => as === 'broader' && !known.has(concept),
  );
  return [...meanings, ...more];
}

/** What is done in a house, by what is said of it and of the house itself: 工地上干活, 工地. */
function tradesOf(word: string, concepts: readonly string[], thesaurus: Thesaurus): string[] {
  const house = houseIn(word);
  const own = house === word ? [] : meaningsOf(house, thesaurus).map(({ concept }) => concept);
  const all = [...concepts, ...own];
  return [...new Set([...all, ...nearOf(all.slice(0, 12), thesaurus)])].map(kind);
}

const narrowerKnown = new WeakMap<Thesaurus, Map<string, readonly string[]>>();

/** Jobs beside these whose own names end with the word as a word: 西餐厨师 for 厨师, but not 叉车工 for 车工. */
function narrowerOf(word: string, concepts: readonly string[], reader: Reader): readonly string[] {
  const { thesaurus, cut } = reader;
  let known = narrowerKnown.get(thesaurus);
  if (!known) narrowerKnown.set(thesaurus, (known = new Map()));
  const found = known.get(word);
  if (found) return found;
  const isNarrower = (id: string) => {
    const name = thesaurus.concepts.get(id)?.name ?? '';
    return name.length > word.length && name.endsWith(word) && cut.plain(name).at(-1) === word;
  };
  const narrower = concepts.length === 0 ? [] : nearOf(concepts, thesaurus).filter(isNarrower);
  known.set(word, narrower);
  return narrower;
}

/** 幼儿园门卫 is a 门卫 of a 幼儿园: the word may stand in two places of the opening. */
function housesIn(word: string, concepts: readonly string[], thesaurus: Thesaurus) {
  const houses: { house: string; concept: string }[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const house = word.slice(0, at);
    const inner = meaningsOf(word.slice(at), thesaurus)
      .filter(({ as }) => as !== 'broader')
      .map(({ concept }) => concept);
    const shared = inner.find((concept) => concepts.includes(concept));
    const concept = shared ?? (houseEnding.test(house) ? inner[0] : undefined);
    if (concept) houses.push({ house, concept });
  }
  return houses;
}

const letters = (kind: 'j' | 'k' | 't' | 'e', text: string): string[] =>
  [...text].length > 1 ? all(kind, text) : [term(kind, text)];

/** What is done somewhere is what is done: 船上烧饭 cooks and sails no ship. */
function tradesAt(word: string, concepts: readonly string[], thesaurus: Thesaurus) {
  const [, place = '', done = ''] =
    /^(?!网上|线上|路上|手上|身上)(.{1,3})(?:上|里|里面)(?!打工|干活|做事|做工|上班|工作)(.{2,})$/u.exec(
      word,
    ) ?? [];
  return meaningsOf(done, thesaurus)
    .filter(({ as }) => as !== 'broader')
    .slice(0, 2)
    .map(({ concept }) => ({
      place,
      concept,
      isOwn: concepts.some((own) => areAkin(own, concept, thesaurus)),
    }));
}

/** What the last word of a long name is by itself: 焊工 in 船舶焊工, but not 车工 in 叉车工. */
function headConcepts(word: string, concepts: readonly string[], { thesaurus, cut }: Reader): string[] {
  const last = cut.plain(word).at(-1) ?? '';
  if (last.length < 2 || word.length - last.length < 2) return [];
  const heads = meaningsOf(last, thesaurus)
    .filter(({ as, concept }) => as === 'name' && !concepts.includes(concept))
    .map(({ concept }) => concept);
  // 车工 in 数控车工 stands at a lathe and does not sew.
  const akin = heads.find((head) => concepts.some((own) => areAkin(own, head, thesaurus)));
  return akin ? [akin] : heads.slice(0, 1);
}

/** Jobs that words of the same meaning name: 操作工 for 普工. */
function alikeConcepts(word: string, concepts: readonly string[], thesaurus: Thesaurus): string[] {
  const bare = word.replace(/^(?:想|会|能|找|去|做)/u, '').replace(/的$/u, '');
  const trade = bare.replace(/^(?:学做|当|做|干|学)/u, '');
  const said = [word, ...(bare === word ? [] : [bare]), ...(trade === bare ? [] : [trade])];
  const others = [...said.slice(1), ...said.flatMap((one) => thesaurus.synonyms.get(one) ?? [])];
  const alike = others.flatMap((other) => {
    const meanings = meaningsOf(other, thesaurus);
    const own = meanings.filter(({ as }) => as !== 'broader');
    // 想当老师 wants to teach whatever it is.
    return (own.length > 0 ? own.slice(0, 1) : meanings).map(({ concept }) => concept);
  });
  return [...new Set(alike)].filter((concept) => !concepts.includes(concept));
}

/** Two characters that say what somebody is, in longer words too. */
const isPerson = (word: string): boolean =>
  word === '驾驶员' || ([...word].length === 2 && isHan(word) && !isLoose(word));

const sameCalled = new Map([
  ['司机', '驾驶员'],
  ['驾驶员', '司机'],
  ['组装', '装配'],
  ['装配', '组装'],
]);

/** Whoever works a machine is asked for so, whatever it is: 木工机械操作, 喷绘写真操作员. */
const isAnyMachines = (word: string): boolean => /^(?:机器)?操作[工员]?$/u.test(word);

/** The clause of a word the vocabulary knows as a job. */
export function jobClause(part: Segment, reader: Reader): Clause {
  const word = part.word ?? part.text;
  const direct = jobAlternatives(word, reader, part.via ?? null, 0);
  if (part.via === 'pinyin') {
    // Other words are written alike in letters: 交接 and 娇姐 for jiaojie; names of jobs tell which is meant.
    part.others?.forEach((other, at) => direct.push(...jobAlternatives(other, reader, 'pinyin', 6 + at * 6)));
    const syllables = splitPinyin(part.text);
    if (syllables) direct.push({ terms: pairTerms('p', syllables), rank: 5.5, matched: 'pinyin' });
  }
  // A house that is spelt says less of a trade than a trade does: 船厂 before 船长, both chuanchang by ear.
  const behind = houseEnding.test(word) ? 4 : 0;
  if (part.ear) direct.push(...jobAlternatives(part.ear, reader, 'homophone', behind));
  // Letters that were read by ear may spell somebody's name.
  const spelt = part.run ? splitPinyin(part.run) : null;
  if (spelt && spelt.length > 1)
    direct.push({ terms: pairTerms('f', spelt), rank: spelt.length > 2 ? -1 : 5, matched: 'pinyin' });
  return {
    text: part.text,
    kind: 'job',
    direct,
    context: [
      { terms: all('e', word), rank: 6, matched: 'exact' },
      { terms: all('t', word), rank: 6, matched: 'exact' },
      { terms: all('k', word), rank: 6, matched: 'exact' },
      { terms: [term('d', word)], rank: 7, matched: 'exact' },
    ],
    spare: () => [word, part.ear ?? []].flat().flatMap((one) => spareAlternatives(one, reader, 40)),
  };
}
