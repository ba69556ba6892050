import { all, term } from './document.ts';
import { isHan } from './normalise.ts';
import type { Alternative } from './plan.ts';

/** Ends of names of houses, not of jobs: 护理院, 玩具厂. */
export const houseEnding =
  /(?:公司|厂|店|集团|医院|学校|幼儿园|小学|中学|学院|大学|酒店|宾馆|超市|商场|事务所|合作社|中心|银行|饭店|局|所|院|社|馆)$/u;

// What firms of a trade have in their names, where that is not the word people say: 服装厂 is 某某服饰, 鞋厂 某某鞋业.
const registered: readonly (readonly [said: RegExp, named: readonly string[]])[] = [
  [/^(?:服装|衣服|制衣|成衣)$/u, ['服装', '服饰', '制衣', '针织']],
  [/^(?:鞋|鞋子|皮鞋)$/u, ['鞋业', '制鞋']],
  [/^(?:船|造船|船舶)$/u, ['船舶', '造船', '船业']],
  [/^(?:灯|灯具|路灯)$/u, ['灯具', '灯饰', '照明', '灯杆', '灯业']],
  [/^(?:刷子|牙刷)$/u, ['牙刷', '刷业', '口腔用品', '日化']],
  [/^(?:药|制药)$/u, ['制药', '药业', '饮片', '生物医药']],
  [/^(?:酒|白酒)$/u, ['酒业', '酿酒']],
  [/^(?:米|大米)$/u, ['米业', '粮']],
  [/^(?:家具|木器)$/u, ['家具', '家居', '木业', '沙发']],
  [/^(?:塑料|注塑)$/u, ['塑料', '塑业', '塑胶']],
  [/^(?:电缆|电线)$/u, ['电缆', '线缆']],
  [/^(?:纸箱|包装)$/u, ['纸箱', '包装', '纸品']],
  [/^印刷$/u, ['印刷', '印务', '彩印', '印业']],
  [/^(?:汽车|汽配)$/u, ['汽车', '汽配', '车业']],
  [
    /^(?:汽车)?(?:零?配件|零部件|零件)$/u,
    ['零部件', '汽配', '内饰', '车身', '传动', '座椅', '车灯', '线束', '车业', '汽车'],
  ],
  [/^电池$/u, ['电池', '锂电', '蓄电池', '新能源']],
  [/^(?:光伏|太阳能)$/u, ['光伏', '太阳能', '新能源']],
  [/^(?:五金|铁)$/u, ['五金', '金属制品']],
  [/^(?:机械|机床)$/u, ['机械', '机床', '机电', '精工', '装备']],
  [/^(?:电子|电路板|线路板)$/u, ['电子', '微电子', '半导体', '光电', '电路']],
  [/^(?:纺织|纺纱|织布|布)$/u, ['纺织', '织造', '棉纺', '纺纱', '布业']],
  [/^(?:玩具|毛绒玩具|娃娃)$/u, ['玩具', '毛绒', '工艺品']],
  [/^(?:食品)$/u, ['食品', '蛋品', '肉制品']],
  [/^(?:玻璃)$/u, ['玻璃', '玻纤']],
  [/^(?:门窗)$/u, ['门窗', '幕墙', '铝业']],
  [/^(?:羽绒|鹅毛|鸭毛)$/u, ['羽绒', '鹅绒']],
  [/^(?:袜子?|毛衣|羊毛衫)$/u, ['袜业', '针织', '毛衫']],
  [/^(?:化工)$/u, ['化工', '化学', '树脂', '助剂', '高分子']],
  [/^(?:养?猪|生猪|种猪)$/u, ['牧业', '农牧', '养猪', '生猪', '猪业']],
  [/^(?:养?鸡|蛋鸡|肉鸡|养?鸭|养?鹅|家禽)$/u, ['禽业', '家禽', '养鸡', '蛋业', '鹅业', '鸭业']],
  [/^(?:养?牛|奶牛|养?羊)$/u, ['牧场', '奶牛', '乳业', '羊业', '养羊']],
  [/^(?:养殖|畜牧)$/u, ['养殖', '畜牧', '牧业', '农牧', '水产', '禽业']],
  [/^(?:养?虾|养?蟹|螃蟹|龙虾|虾苗|养?鱼|鱼苗|渔)$/u, ['水产', '虾苗', '蟹业', '渔业', '虾业', '渔']],
  [/^(?:浴|澡)$/u, ['浴室', '浴池', '浴场', '洗浴', '沐浴', '汤泉']],
  [/^(?:床单|家纺|被子)$/u, ['家纺', '纺织品']],
];

/** What is said of a house without the word for house: 玩具 of 玩具厂, 妇产 of 妇产科. */
export function houseCore(word: string): string | null {
  const core = word.replace(
    /(?:公司|(?<=..)工厂|厂|集团|医院|科室?|事务所|合作社|(?<=[猪鸡鸭鹅牛羊虾蟹鱼渔殖牧苗禽])场|(?<=浴)[室池场]|(?<=澡)堂)(?:里|上班|做事|做工|打工|干活)*$/u,
    '',
  );
  return core !== word && core !== '' && isHan(core) ? core : null;
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

/** Who works in such a house, by the names of employers: all of them, whatever they do there. */
export function housedAlternatives(word: string, rank: number): Alternative[] {
  const core = houseCore(word);
  if (!core) return [];
  // 路灯厂 is registered as a maker of lamps or of 路灯.
  const others = registered.find(([said]) => said.test(core))?.[1];
  const names = others ? [...new Set([...others, ...named(core, word)])] : named(core, word);
  return names.flatMap((name, at) => {
    const terms = [...name].length > 1 ? all('e', name) : [term('e', name)];
    return [{ terms, rank: rank + at / 100, matched: 'exact' as const }];
  });
}
