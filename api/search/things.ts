import { isHan } from './normalise.ts';
import { made } from './made.ts';
import type { Alternative } from './plan.ts';
import { term } from './terms.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A character that stands in the names of more jobs is of no thing: 工, 修, 制. */
const mostNamed = 7;

// Hands for any work: whoever wants to be one takes what a house has to make.
const anyHands = new Set(['factory-worker', 'operator', 'assembly-line-worker']);

// What is done, where, and who does it are no things: 卖鱼, 饭店, 电焊.
const done =
  /^[做修装卖送养种采摘收洗擦贴刷砌包杀喂烧炒煮打开看管守带教画写跑接拉搬扛抬推铺挂焊切割磨抛喷缝绣织纺裁熨烫踩挑拣选捡剥腌炸烤蒸理剪染按扫拖倒清抹印刻编捆扎挖捞抓撒浇翻耕插拔锄砍锯刨钉拧抄站坐跟陪服照伺护学想会有找进去在上下放配端调测查]/u;
const noThing = /[工员师匠手人妹姐嫂婆活班事类行业厂店馆所院校园场站局社铺坊]$|^电焊$|[焊修装洗送理售卖]$/u;

/** A word for what is made, sold, mounted and carried and for nobody who does it: 灯杆, 水泵, 监控. */
export const isThing = (word: string): boolean =>
  isHan(word) && [...word].length > 1 && [...word].length < 5 && !done.test(word) && !noThing.test(word);

/**
 * Who handles the same thing before who does the same to another: 船上钳工 before 设备维修工 for 船舶修理工. One
 * character of a title says so.
 */
export function thingAlternatives(
  word: string,
  concepts: readonly string[],
  near: readonly string[],
  thesaurus: Thesaurus,
  base: number,
): Alternative[] {
  const list: Alternative[] = [];
  // Of 职业分类大典: whoever makes, builds or mends things.
  const isOfThings = concepts.some((id) => thesaurus.concepts.get(id)?.family?.startsWith('6-') ?? false);
  const [thing] = isOfThings && isHan(word) ? thingsIn(word, thesaurus) : [];
  if (thing) {
    if (near.length > 0)
      list.push({ terms: [term('j', thing)], anyOf: near, rank: base + 0.9, matched: 'related' });
    list.push({ terms: [made, term('k', thing)], rank: base + 1.7, matched: 'related' });
    list.push({ terms: [made, term('j', thing)], rank: base + 1.7, matched: 'related' });
  }
  if (concepts.some((concept) => anyHands.has(concept)))
    list.push({ terms: [made, term('e', '厂')], rank: base + 2.6, matched: 'related' });
  return list;
}

/** The rarest characters of a word, which name the thing: 船 and 舶 of 船舶修理工. */
function thingsIn(word: string, thesaurus: Thesaurus): string[] {
  const named = lettersNamed(thesaurus);
  const countOf = (letter: string) => named.get(letter) ?? mostNamed + 1;
  return [...new Set(word)]
    .filter((letter) => countOf(letter) <= mostNamed)
    .sort((one, other) => countOf(one) - countOf(other));
}

const known = new WeakMap<Thesaurus, ReadonlyMap<string, number>>();

/** In how many jobs' own names a character stands. */
function lettersNamed(thesaurus: Thesaurus): ReadonlyMap<string, number> {
  const counted = known.get(thesaurus);
  if (counted) return counted;
  const counts = new Map<string, number>();
  for (const { name } of thesaurus.concepts.values())
    for (const letter of new Set(name)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  known.set(thesaurus, counts);
  return counts;
}
