import { all, pairTerms, term } from './terms.ts';
import { isHan } from './normalise.ts';
import { syllablesOf } from './sound.ts';
import type { Alternative } from './plan.ts';
import { made } from './made.ts';
import { housesCalled, makersOf } from './registered-names.ts';

/** Ends of names of houses, not of jobs: 护理院, 玩具厂. */
export const houseEnding =
  /(?:公司|厂|店|集团|医院|学校|幼儿园|小学|中学|学院|大学|酒店|宾馆|超市|商场|事务所|合作社|中心|银行|饭店|局|所|院|社|馆)$/u;

// 想进芯片厂 asks for what 芯片厂 does.
const going = /^(?:我|想|要|去|到|进|在)+(?=..)/u;

// Where one works in a house: 工地上干活, 景区里上班.
const inside = /(?:的)?(?:上|里面?|上班|做事|做工|打工|干活)+的?$/u;

/** What is said of a house without the word for house: 玩具 of 玩具厂, 妇产 of 妇产科. */
export function houseCore(word: string): string | null {
  const core = word
    .replace(going, '')
    .replace(
      /(?:公司|(?<=..)工厂|厂|集团|医院|科室?|事务所|合作社|(?<=[猪鸡鸭鹅牛羊虾蟹鱼渔殖牧苗禽])场|(?<=浴)[室池场]|(?<=澡)堂)(?:里|上班|做事|做工|打工|干活)*$/u,
      '',
    );
  return core !== word.replace(going, '') && core !== '' && isHan(core) ? core : null;
}

const named = (core: string, word: string): readonly string[] => {
  if ([...core].length > 1) return [core];
  return word.startsWith(`${core}厂`) ? [`${core}业`] : [];
};

/** Openings of a factory by what stands before the trade in their titles: 玩具 | 缝纫工 for 玩具厂. */
export function madeThere(word: string, rank: number): Alternative[] {
  const core = word.includes('厂') ? houseCore(word) : null;
  return core && [...core].length > 1 ? [{ terms: all('k', core), rank, matched: 'exact' }] : [];
}

// What firms do stands at the end of what they are called: 瀚青化工, 铭炬照明.
const business =
  /(?:化工|化学|电子|光电|电器|电气|机械|精密|科技|材料|塑业|塑料|五金|模具|服饰|服装|制衣|针织|纺织|家纺|鞋业|羽绒|玩具|箱包|家具|木业|纸业|印务|包装|食品|粮油|米业|餐饮|酒业|水产|农业|牧业|医药|药业|照明|灯具|电缆|线缆|船舶|船业|汽车|汽配|汽修|建设|建筑|劳务|装饰|门窗|物流|货运|快递|物业|保洁|家政|环保|能源|新能源|日化|商贸|传媒)$/u;

// Ends of what is asked about a house; what is left names it: 惠邻超市招人.
const asking =
  /(?:还|在|现在)*(?:招(?:不招)?(?:人|工|聘)?|要人|缺人|上班|工作|打工|干活|做事)(?:吗|嘛|么|不|没有|呢|啊)*$/u;
const before = /^(?:我|想|要|去|到|进|在|请问|问下|听说|就)+(?=.{3})/u;

/** What of a query may be the name of a house. */
export function withoutAsking(text: string): string {
  const house = text.replace(asking, '');
  if (house === text || !(houseEnding.test(house) || business.test(house))) return text;
  const name = house.replace(before, '');
  return [...name].length > 2 ? name : text;
}

/** The house somebody wants to work in: 工地 of 工地上干活. */
export const houseIn = (word: string): string => word.replace(going, '').replace(inside, '');

/** Titles that name the house themselves: 养老院烧饭师傅. */
export function saidOfHouse(word: string, rank: number): Alternative[] {
  const house = houseIn(word);
  if (!housesCalled(house) || [...house].length < 2) return [];
  return (['j', 'k', 't'] as const).map((kind) => ({ terms: all(kind, house), rank, matched: 'exact' }));
}

/** Who has one of some jobs in such a house: cooks of a hotel before those of a canteen. */
export const housedTrades = (word: string, trades: readonly string[], rank: number): Alternative[] =>
  trades.length === 0
    ? []
    : (housesCalled(houseIn(word)) ?? []).map((name) => ({
        terms: all('e', name),
        anyOf: trades,
        rank,
        matched: 'exact',
      }));

/** Who works in such a house, by the names of employers: all of them, whatever they do there. */
export function housedAlternatives(word: string, rank: number): Alternative[] {
  const called = housesCalled(houseIn(word));
  // Whom such a house is known for goes before the rest of its people.
  if (called) return byNames(called, [], rank + 0.3);
  const core = houseCore(word);
  if (!core) return [];
  // 路灯厂 is registered as a maker of lamps or of 路灯.
  const own = named(core, word);
  const others = (makersOf(core) ?? []).filter((name) => !own.includes(name));
  // A shop that sells furniture is no factory of it, and comes when nobody else is left.
  if (!word.includes('厂')) return byNames([...others, ...own], [], rank);
  // Whom it lives of goes before its drivers and clerks, and who is called by the very word before 重工 and the like.
  return [
    ...byNames(own, [term('e', '厂'), made], rank - 0.3),
    ...byNames(own, [term('e', '厂')], rank - 0.22),
    ...byNames(others, [term('e', '厂'), made], rank - 0.2),
    ...byNames(others, [term('e', '厂')], rank),
    ...byNames([...others, ...own], [], rank + 0.5),
  ];
}

// These are things that many hands make; 油漆 and 注塑 are trades.
const things =
  /^(?:毛绒玩具|玩具|羽绒服?|衣服|服装|衬衫|校服|鞋子?|灯具|路灯|家具|沙发|箱包|牙刷|电缆|袜子?|毛衣|电池|门窗)$/u;
const madeBy = /^(?:想|会|去|学)*(?:做|生产|制作|加工|缝制?)(?=..)/u;

/** Whoever makes a thing may do any of the work of the houses that live of it: 做衣服的 cuts and presses as well. */
export function handsMaking(word: string, rank: number): Alternative[] {
  const thing = word.replace(madeBy, '').replace(/的$/u, '');
  const names = things.test(thing) ? makersOf(thing) : undefined;
  if (!names) return [];
  // A house that is called by the very thing lives of nothing else.
  const own = [...thing].length > 2 ? byNames([thing], [made], rank - 0.4) : [];
  return [...own, ...byNames(names, [term('e', '厂'), made], rank)];
}

const sellers =
  'salesperson sales-engineer sales-manager foreign-trade-sales shop-assistant live-streamer customer-service-online'.split(
    ' ',
  );

/** Whoever sells what a house lives of, whatever it calls him: 卖水泵的 travels for a maker of pumps. */
export function handsSelling(word: string, rank: number): Alternative[] {
  const thing = /^卖(.{1,4}?)的?$/u.exec(word)?.[1];
  const names = thing ? makersOf(thing) : undefined;
  return names ? sellers.flatMap((id) => byNames(names, [term('c', id)], rank)) : [];
}

function byNames(names: readonly string[], beside: readonly string[], rank: number): Alternative[] {
  const pairs = names.filter((name) => [...name].length === 2).map((name) => term('e', name));
  const longer = names.filter((name) => [...name].length > 2);
  return [
    ...(pairs.length > 0 ? [{ terms: [...beside], anyOf: pairs, rank, matched: 'exact' as const }] : []),
    ...longer.map((name) => ({
      terms: [...all('e', name), ...beside],
      rank: rank + 0.01,
      matched: 'exact' as const,
    })),
  ];
}

/** An employer by a name without its place and kind, and by its sound where it says what is done there or is all. */
export const namedAlternatives = (name: string, isAll: boolean): Alternative[] => [
  { terms: all('e', name.replace(/队$/u, '')), rank: 1, matched: 'exact' },
  ...(isHan(name) &&
  ((isAll && [...name].length > 2) ||
    ([...name].length > 3 && (business.test(name) || houseEnding.test(name))))
    ? [{ terms: pairTerms('f', syllablesOf(name)), rank: 1.2, matched: 'homophone' as const }]
    : []),
];
