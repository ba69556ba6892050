import { endsHouse } from './title-parts.ts';
import type { OccupationMeaning, Thesaurus } from './thesaurus.ts';

const house = /(?:场|坊|庄|社区|工地|库|行|律所|门诊)$/u;

export type AlsoCalled = { concept: string; isTheJob: boolean; isCalledSo: boolean };

// Whoever has these is what they say in any house; a 店员 or 服务员 is what the house makes of them.
const anyHouses =
  /(?:会计|出纳|文员|行政助理|行政专员|司机|驾驶员|焊工|电焊|电工|水电工|钳工|铆工|钣金工|木工|瓦工|油漆工|管工|机修工?|保安|门卫|保洁员?|保洁阿姨|清洁工|厨师|护士|仓管员?|库管员?|仓库管理员|保管员|采购员?|人事专员|质检员?|叉车工|普工|操作工|搬运工|收银员?|洗碗工|统计员?|网管|绿化工|维修工|水电维修工|工人)$/u;

// Whatever is kept, counted or written there, these are what they are called: 危废仓库管理员, 汽配文员.
const clerks =
  /^(?:仓库管理员|仓管员?|库管员?|保管员|文员|统计员|会计|出纳|采购员|保洁员?|收银员|驾驶教练员?|教练员?)$/u;

// Said of beginners and helpers in every trade: they name none.
const anyTrades =
  /^(?:学徒工?|徒工|实习生|打杂|打下手|帮工|小工|杂工|暑假工|寒假工|师傅|组长|班长|领班|主管|店长|经理|助理|技师|技工|技术员|技术人员|辅助人员)$/u;

const isHouse = (text: string) => endsHouse.test(text) || house.test(text);

/**
 * The trade at the end of a long name that the thesaurus holds for another job: 电焊工 in 船厂电焊工, which is a
 * name of who assembles ships, 焊工 in 集装箱焊工. Behind a house it is the job itself.
 */
export function alsoCalled(
  word: string,
  own: readonly OccupationMeaning[],
  thesaurus: Thesaurus,
  isCutAt: (at: number) => boolean,
): AlsoCalled | null {
  for (let at = 1; at <= word.length - 2; at++) {
    const tail = word.slice(at);
    const names = (thesaurus.vocabulary.get(tail) ?? []).filter(
      (meaning) => meaning.kind === 'occupation' && meaning.as === 'name' && !meaning.isStaffs,
    ) as OccupationMeaning[];
    if (names.length === 0 || !isCutAt(at)) continue;
    const isOwn = names.some((name) => own.some(({ concept }) => concept === name.concept));
    if (isOwn || anyTrades.test(tail)) return null;
    return {
      concept: names[0]!.concept,
      isTheJob: isHouse(word.slice(0, at)) && anyHouses.test(tail),
      isCalledSo: clerks.test(tail),
    };
  }
  return null;
}

/** The same job, one beside the other, or of one official group. */
export function areAkin(one: string, other: string, thesaurus: Thesaurus): boolean {
  if (one === other) return true;
  const [first, second] = [thesaurus.concepts.get(one), thesaurus.concepts.get(other)];
  if (!first || !second) return false;
  return (
    first.near.includes(other) ||
    second.near.includes(one) ||
    (first.family !== null && first.family === second.family)
  );
}
