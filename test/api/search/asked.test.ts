import { beforeAll, describe, expect, test } from 'vitest';
import { toDocument } from '../../../api/search/document.ts';
import { find } from '../../../api/search/find.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { plainly, withoutPast } from '../../../api/search/plain-words.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { readCorpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
beforeAll(() => void lexiconOf(reader.thesaurus), 60_000);

const openings = readCorpus(
  `
|外贸跟单||高邮市明河灯具厂|321084116|五险|跟单
|灯具装配工||高邮市明河灯具厂|321084116|五险|装灯头
|副手||高邮市明河灯具厂|321084116||递料
|仓库保管员||仪征沐川化工有限公司|321081454|五险|登记
|反应釜操作工||仪征沐川化工有限公司|321081454|五险|投料
|包装小时工||江都某人力公司|321012100|日结|装盒
|暑假工||江都某电子厂|321012100||插件
|管培生（应届）||江都某机械公司|321012100||轮岗
|门卫||某小学|321012100||登记
|学校保安||某中学|321012100||巡逻
|保洁员||某物业|321012100||拖地
|道路清扫工||某环卫所|321012100||扫街
|数据大王（录入员）||某物流公司|321012100||录送货单
|危废仓库管理员||某环保公司|321012100||贴标签
|消防车驾驶员||某救援公司|321012100||出警
|货车司机||某货运公司|321012100||送货
|机械装配工||某机械厂|321012100||装减速机
|农机修理工||某合作社|321012100||修收割机
|船上钳工||某船厂|321012100||修舵机
|船舶修理工||某船厂|321012100||换板
|贴合工||高邮市某鞋业有限公司|321084116||刷胶
|安全员||仪征某化工检修工程有限公司|321081454||巡查
|养鱼工（夫妻优先）||某养殖场|321084116|包住|喂料
|摩托车科目教练||某驾校|321084116||绕桩
`,
  1,
);
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const ask = async (words: string) => {
  const { hits, filters } = await find(understand(words, reader), engine);
  return { filters, titles: hits?.map(({ id }) => openings[id - 1]!.title) ?? null };
};
const first = async (words: string, count: number) => (await ask(words)).titles!.slice(0, count).toSorted();

describe('a house', () => {
  test('is whom it lives of before its clerks', async () => {
    expect(await first('做灯的厂', 2)).toEqual(['副手', '灯具装配工']);
    expect((await ask('灯具厂招人')).titles).toContain('外贸跟单');
    expect((await ask('化工厂招人')).titles!.slice(0, 2)).toEqual(['反应釜操作工', '仓库保管员']);
  });

  test('lends its trade to hands whose titles leave it out', async () => {
    expect((await ask('制鞋工')).titles).toContain('贴合工');
  });

  test('may be a team, or what firms live of', async () => {
    expect((await ask('化工检修队')).titles![0]).toBe('安全员');
    expect((await ask('鞋业招人')).titles![0]).toBe('贴合工');
  });

  test('that was written by ear is found by its name before a trade of that sound', async () => {
    expect(await first('沐川化工', 2)).toEqual(['仓库保管员', '反应釜操作工']);
    expect(await first('木川化工', 2)).toEqual(['仓库保管员', '反应釜操作工']);
  });
});

describe('a kind of employment said as a noun', () => {
  test('is a word and no box that was ticked; a benefit beside it stays a filter', async () => {
    const { filters, titles } = await ask('临时工 日结');
    expect(filters).toEqual({ benefits: ['日结'] });
    expect(titles!.slice(0, 2).toSorted()).toEqual(['包装小时工', '暑假工']);
  });

  test('is understood by ear', async () => {
    expect((await ask('宁时工')).titles!.slice(0, 2).toSorted()).toEqual(['包装小时工', '暑假工']);
  });

  test('or as a couple, with what is promised beside it', async () => {
    const { filters, titles } = await ask('老婆跟我一起做工有地方住吗');
    expect(filters).toEqual({ benefits: ['包住'] });
    expect(titles![0]).toBe('养鱼工（夫妻优先）');
  });

  test('says all where one only goes to a house', async () => {
    expect((await ask('应届生进厂')).titles![0]).toBe('管培生（应届）');
  });
});

describe('two jobs of which either is welcome', () => {
  test('take turns', async () => {
    const { titles } = await ask('看门或者扫地的活');
    const isGuard = (title: string) => /门卫|保安/u.test(title);
    expect(titles!.slice(0, 4).map(isGuard)).toEqual([true, false, true, false]);
  });

  test.each(['灯具厂或者鞋厂', '灯具厂、化工厂都行', '化工厂也可以，鞋厂也可以', '鞋厂或者看门'])(
    'houses too: %s',
    async (words) => {
      expect((await ask(words)).titles).not.toEqual([]);
    },
  );

  test('and what was done before is not wished for', () => {
    expect(withoutPast('以前种田,现在想找个看门的活')).toBe('现在想找个看门的活');
    expect(withoutPast('以前在棉纺厂做挡车')).toBe('以前在棉纺厂做挡车');
  });
});

describe('whoever has the job, whatever the title is', () => {
  test.each([
    ['录入员', '数据大王（录入员）'],
    ['仓管', '危废仓库管理员'],
    ['司机', '消防车驾驶员'],
    ['驾校教练', '摩托车科目教练'],
  ])('%s finds %s', async (words, title) => {
    expect((await ask(words)).titles).toContain(title);
  });

  test('the same thing goes before the same work at another', async () => {
    const { titles } = await ask('船舶修理工');
    expect(titles!.indexOf('船上钳工')).toBeLessThan((titles!.indexOf('农机修理工') + 99) % 99);
  });

  test('a wrong character before half a word is a slip', async () => {
    expect((await ask('脏配工')).titles![0]).toBe('机械装配工');
  });
});

test('a house is told by what it makes', () => {
  expect(plainly('做羽绒服的厂')).toBe('羽绒服厂');
  expect(plainly('做工的厂')).toBe('做工的厂');
});
