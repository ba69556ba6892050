import { beforeAll, describe, expect, test } from 'vitest';
import { toDocument } from '../../../api/search/document.ts';
import { find } from '../../../api/search/find.ts';
import { firstFitting } from '../../../api/search/fitting.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { createReader } from '../../../api/search/reader.ts';
import { isThing } from '../../../api/search/things.ts';
import { understand } from '../../../api/search/understand.ts';
import { readCorpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
beforeAll(() => void lexiconOf(reader.thesaurus), 60_000);

const openings = readCorpus(
  `
|景观灯组装工||某照明厂|321084116||装光源
|灯杆焊工||某钢杆厂|321084116||焊法兰
|灯杆销售员||某贸易公司|321084116||投标
|喷塑工||某金属公司|321084116||灯杆静电喷塑
|电动车维修工||某车行|321084116||换电池
|尺寸检验员||某机械公司|321084116||抽检轴套
|药房收货员||某药房|321084116||点数
|血压测量护士||某卫生院|321084116||量血压、输液
|放线测量员||某建设公司|321084116||架全站仪
|入户抄表员||某自来水公司|321084116||看水表
|污水站值班工||某水务公司|321084116||加药
|剪线头、查货||某制衣公司|321084116||修线头
|糊纸盒女工||某包装厂|321084116||粘盒
|货车司机||某货运公司|321084116||跑苏皖
|早餐店帮工（四点到十点）||某早点铺|321084116||包馄饨、端碗
|快餐店兼职||某快餐公司|321084116||点餐
|大楼保洁（早六点到九点）||某物业公司|321084116||拖地
|公路养护工||某市政公司|321084116||补坑、划线
|机床维修工||某机械公司|321084116||修铣床
|网店客服||某电商公司|321084116||答话
|直播助播||某电商公司|321084116||举牌
|卤菜店店员||某卤菜店|321084116||称重
|湖区打渔工||某渔业合作社|321084116||下网
|莲蓬采摘短工||某莲藕合作社|321084116||摘荷叶
|老街裁剪工||某服装店|321084116||铺布
|服装打版师||某服装公司|321084116||放码
`,
  1,
);
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const ask = async (words: string) => {
  const { hits } = await find(understand(words, reader), engine);
  return hits?.map(({ id }) => openings[id - 1]!.title) ?? null;
};

describe('a thing, an instrument, a house or the nature of work asks for all hands', () => {
  test.each([
    ['灯杆', ['灯杆焊工', '灯杆销售员', '喷塑工']],
    ['千分尺', ['尺寸检验员']],
    ['听诊器', ['血压测量护士']],
    ['全站仪', ['放线测量员']],
    ['那个给人家抄水表的单位', ['入户抄表员', '污水站值班工']],
    ['坐着做的轻巧活', ['剪线头、查货', '糊纸盒女工']],
    ['端盘子', ['早餐店帮工（四点到十点）', '快餐店兼职']],
    ['上半天班的', ['早餐店帮工（四点到十点）', '快餐店兼职', '大楼保洁（早六点到九点）']],
    ['修马路划线', ['公路养护工']],
    ['修机子的', ['机床维修工']],
    ['网上卖土特产', ['网店客服', '直播助播']],
    ['湖上的活', ['湖区打渔工']],
    ['采莲蓬', ['莲蓬采摘短工']],
    ['那个修自来水管的公司', ['入户抄表员', '污水站值班工']],
    ['跟机器打交道', ['机床维修工']],
    ['会用卡尺', ['尺寸检验员']],
    ['早上做两个小时', ['早餐店帮工（四点到十点）', '大楼保洁（早六点到九点）']],
    ['做衣裳', ['老街裁剪工', '服装打版师']],
  ])('%s', async (words, wanted) => {
    const first = (await ask(words))!.slice(0, wanted.length + 1);
    expect(first).toEqual(expect.arrayContaining(wanted));
  });

  test('many patterns that begin and end alike are read as one', () => {
    const all = ['^(?:a|b)c$', '^(?:d)c$', '^(?:e|f(?:g|h))c$'].map((text) => ({
      pattern: new RegExp(text, 'u'),
    }));
    expect(firstFitting(all, 'dc')).toBe(all[1]);
    expect(firstFitting(all, 'fhc')).toBe(all[2]);
    expect(firstFitting(all, 'fc')).toBeUndefined();
    expect(firstFitting([], 'a')).toBeUndefined();
  });

  test.each(['灯杆', '水泵', '监控', '地板'])('%s is a thing', (word) => expect(isThing(word)).toBe(true));
  test.each(['卖鱼', '饭店', '焊工', '电焊', '缝纫工', '修车'])('%s is none', (word) =>
    expect(isThing(word)).toBe(false),
  );
});
