import { all, term } from './terms.ts';
import { firstFitting } from './fitting.ts';
import type { Alternative } from './plan.ts';
import type { Deed, Doing, Thesaurus } from './thesaurus.ts';
import type { Cutter } from './words.ts';

/** What is longer says more than what is done. */
const longestDeed = 12;

const before =
  /^(?:我|想要?|要|会|能|学|找|个|份|有|没有?|去|到|帮人?|在|进|招|急招?|哪里|专门|可以|做做|什么|哪些|乡下|农村)+/u;
const after = /(?:的|活儿?|工作|岗位|事|招人|招聘|招工|上班|干活|做事|打工|兼职)+$/u;

// A house told by what it does for people: 那个给人家抄水表的单位.
const housed =
  /^(?:那个|那家|哪个|镇上|县里|城里)*(?:专门|负责)?(?:(?:给|帮|替|为)(?:人家|人|别人|居民|老百姓|家家户户|小区|城里|厂里)?)?(.{2,}?)的(?:那个|那家)?(?:单位|公司|地方|企业|门市部|部门|工?厂[子家]?)$/u;
// Whom or what one likes to work with, and the tools one can use: 喜欢跟小孩打交道, 会用卡尺.
const withThem = /^(?:喜欢|愿意|天天|跟|和|同|与)+(?=.+打交道$)|^(?:会|懂|能)?(?:使用|用|操作)(?=..)/u;

/** What somebody does for a living, said with verb and object: 打螺丝, 栽秧, 想进船厂. */
export function deedIn(text: string, { deeds }: Thesaurus): Deed | undefined {
  if (text.length < 2 || text.length > longestDeed) return undefined;
  const done = text.replace(after, '');
  // 有什么农活可以干 asks for 农活 and not for 农.
  const asked = text.replace(/(?:可以|能)[干做]的?$/u, '');
  const said = new Set([text, asked.replace(before, ''), done, done.replace(before, '')]);
  const [, told] = housed.exec(done) ?? [];
  if (told) said.add(`${told}的单位`);
  if (withThem.test(done)) said.add(done.replace(withThem, ''));
  for (const one of said) {
    const deed = firstFitting(deeds, one);
    if (deed) return deed;
  }
  return undefined;
}

/** Duties that say it in the very words, after those whose trade it is. */
export function asTold(text: string, cut: Cutter): Alternative[] {
  const terms = cut.words(text).map((word) => term('d', word));
  return terms.length > 0 ? [{ terms, rank: 3.07, matched: 'synonym' }] : [];
}

/** Titles that say it just so. */
export const asWritten = (text: string): Alternative[] => [
  { terms: [term('=', text)], rank: 0, matched: 'exact' },
  ...(['j', 'k', 't'] as const).map((kind, at) => ({
    terms: all(kind, text),
    rank: 1 + at,
    matched: 'exact' as const,
  })),
];

const known = new WeakMap<Doing, readonly Alternative[]>();

/** The likeliest job first, then the second, then what may be it among others. */
const bounds = [0, 1, 2, 4, 9];

const kindOf = (concept: string): string => term('c', concept);

/** A word of two characters is one term, so that any of several is one question. */
const isPair = (word: string): boolean => [...word].length < 3;

/**
 * How adverts say it: whoever has the likeliest job and says so, the rest of that and of the second, titles that name
 * its object, the other jobs that may be it, employers that live by it, duties that speak of it.
 */
export function deedAlternatives(deed: Doing, cut: Cutter): readonly Alternative[] {
  const found = known.get(deed);
  if (found) return found;
  const { concepts, titles, duties, employers } = deed;
  const list: Alternative[] = [];
  const push = (rank: number, terms: readonly string[], anyOf?: readonly string[]) => {
    if (anyOf?.length !== 0) list.push({ terms: [...terms], anyOf, rank, matched: 'synonym' });
  };
  const inAny = (kinds: readonly ('j' | 'k' | 't' | 'e')[], words: readonly string[]) =>
    kinds.flatMap((kind) => words.filter(isPair).flatMap((word) => all(kind, word)));
  const told = duties.map((duty) => cut.words(duty).map((word) => term('d', word)));
  const toldInOne = told.filter(({ length }) => length === 1).flat();
  // A sweeper of roads goes before who keeps a lavatory and is of the same trade.
  const first = concepts.slice(0, 1).map(kindOf);
  push(2.9, first, inAny(['j', 'k', 't'], titles));
  push(2.95, first, toldInOne);
  push(3.03, [], inAny(['j', 'k'], titles));
  for (const word of titles.filter((one) => !isPair(one)))
    for (const kind of ['j', 'k'] as const) push(3.03, all(kind, word));
  bounds.forEach((from, at) => push(3 + at / 50, [], concepts.slice(from, bounds[at + 1]).map(kindOf)));
  push(3.45, [], inAny(['e'], employers));
  for (const word of employers.filter((one) => !isPair(one))) push(3.45, all('e', word));
  push(3.6, [], inAny(['t'], titles));
  push(3.9, [], toldInOne);
  for (const terms of told) if (terms.length > 1) push(3.9, terms);
  known.set(deed, list);
  return list;
}
