import { beforeAll, describe, expect, test } from 'vitest';
import { withoutCircumstances } from '../../../api/search/circumstances.ts';
import { toDocument } from '../../../api/search/document.ts';
import { find } from '../../../api/search/find.ts';
import { halfRemembered } from '../../../api/search/half-remembered.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { asPaper } from '../../../api/search/papers.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { plainly, withoutStory } from '../../../api/search/plain-words.ts';
import { readCorpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
beforeAll(() => void lexiconOf(reader.thesaurus), 60_000);

const openings = readCorpus(
  `
|育儿嫂||某家政公司|321012100||带孩子
|写字楼打扫（半天）||某保洁公司|321012100||拖地
|豆浆店帮工（上午班）||某早餐店|321012100||磨豆浆
|洗碗工（只做晚市）||某酒家|321012100||洗碗
|手工焊接小件（坐着做）||某电器厂|321012100||烙铁
|搬运工||某仓储公司|321012100||扛包
|厂区门卫||某机械厂|321012100|接受50岁以上|登记
|小区保安||某物业服务公司|321012100||巡逻
|物业水电工||某物业服务公司|321012100||换灯
|保洁员||某医院|321012100||拖地
|专职消防员||某消防站|321012100||出警
|警务辅助人员||某派出所|321012100||巡逻
|饭店服务员||某酒家|321012100||端菜
|销售经理||某健康管理公司|321012100||跑业务
|叉车工||某仓储公司|321012100||装卸
|房产经纪人||某房产公司|321012100||带看
|包装线长||某食品公司|321012100||带班
|缝纫车间组长||某服饰公司|321012100||排产
|中央空调运行工||江苏旭某微电子有限公司|321003402||净化空调
|封装操作员||江苏旭某微电子有限公司|321003402||装片
|司炉工||扬州某沅纸业有限公司|321081104|三班倒|烧锅炉
|打浆工||扬州某沅纸业有限公司|321081104|三班倒|碎浆
|电焊工||扬州某峦钢结构工程有限公司|321012119||焊钢梁
|资料员||扬州某峦钢结构工程有限公司|321012119||归档
|船台装配工||扬州某栖船舶重工有限公司|321012118||分段合拢
|菜场配送分拣||宝应惠某冷链配送中心|321023400||装筐
|超市理货员||某某超市|321023400||上货
|直播间打包||湾头某石直播基地|321002106||装盒
|钢琴老师（兼职）||某琴行|321012100||教琴
|小学语文老师||某小学|321012100||上课
|汽车修理学徒||某汽修厂|321012100||换机油
|工地烧饭师傅||某建设工程公司|321012100||三餐
|钢筋工||某建设工程公司|321012100||扎钢筋
|出纳||某建设工程公司|321012100||报销
`,
  1,
);
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const ask = async (words: string) => {
  const { hits, filters } = await find(understand(words, reader), engine);
  return { filters, titles: hits?.map(({ id }) => openings[id - 1]!.title) ?? null };
};
const titlesOf = async (words: string) => (await ask(words)).titles ?? [];

describe('what is told of one’s life', () => {
  test.each([
    ['要带孙子只能做半天', '做半天'],
    ['孩子上学只有上午有空', '上午班'],
    ['家里老人要照顾想离家近的', '想离家近的'],
    ['腿脚不方便想坐着做', '想坐着做'],
    ['眼睛不好,想做按摩', '想做按摩'],
    ['我妈六十岁想找个洗碗的', '六十岁想找个洗碗的'],
    ['女儿在上高中陪读想找个半天的活', '想找个半天的活'],
    ['退伍军人想开车', '想开车'],
    ['晚上六点以后有空', '晚上班'],
    ['白天有空', ''],
    ['放寒假了想找日结', '想找日结'],
  ])('%s is set aside', (told, wish) => {
    expect(withoutCircumstances(told)).toBe(wish);
  });

  test.each([
    ['腰不好不能搬重的', '坐着做的'],
    ['有高血压不能熬夜', '长白班'],
    ['欠了点钱', '日结'],
    ['没文化能干什么', '不识字能做的活'],
    ['刚生完孩子', '宝妈能做的'],
    ['家里拆迁了没地种', '找工作'],
    ['刚生完孩子，不能倒班', '长白班'],
    ['腿不好站不久', '坐着做的'],
    ['原来厂里做线长的厂子倒了', '线长'],
  ])('%s says what is wished for where nothing else does', (told, wish) => {
    expect(withoutCircumstances(told)).toBe(wish);
  });

  test.each(['想找个带孩子的活', '照顾老人', '要带小孩的保姆', '家里老人要照顾', '帮人带孩子', '大专毕业'])(
    '%s stays, for it may be the wish',
    (words) => {
      expect(withoutCircumstances(words)).toBe(words);
    },
  );

  test('and openings that say so answer it', async () => {
    expect((await titlesOf('要带孙子只能做半天')).slice(0, 3).toSorted()).toEqual(
      ['写字楼打扫（半天）', '豆浆店帮工（上午班）', '洗碗工（只做晚市）'].toSorted(),
    );
    expect((await titlesOf('孩子上学只有上午有空'))[0]).toBe('豆浆店帮工（上午班）');
    expect((await titlesOf('腰不好不能搬重的'))[0]).toBe('手工焊接小件（坐着做）');
    expect(await titlesOf('腰不好不能搬重的')).not.toContain('搬运工');
    expect((await titlesOf('刚退伍回来')).slice(0, 3).toSorted()).toEqual(
      ['小区保安', '专职消防员', '警务辅助人员'].toSorted(),
    );
  });

  test('who has retired sees who takes older people first, and the others after them', async () => {
    const { filters, titles } = await ask('刚退休想找个看门的活');
    expect(filters).toEqual({});
    expect(titles!.slice(0, 2)).toEqual(['厂区门卫', '小区保安']);
  });

  test('the former trade of a house that is gone is gone on with', async () => {
    expect((await titlesOf('原来厂里做线长的厂子倒了')).slice(0, 2).toSorted()).toEqual(
      ['包装线长', '缝纫车间组长'].toSorted(),
    );
  });
});

describe('a wish at the end of a story', () => {
  test.each([
    ['在家带孩子好几年了，想到超市上班', '想到超市上班'],
    ['会烧龙虾，想找个饭店', '会烧龙虾 想找个饭店'],
    ['住在仪征，想找个看门的活', '住在仪征 想找个看门的活'],
    ['在家带孩子，想找个活', '在家带孩子，想找个活'],
    ['想找个看门的活，晚上也行', '想找个看门的活，晚上也行'],
  ])('%s asks for %s', (told, wish) => {
    const names = (sentence: string) => /超市|看门|饭店/u.test(sentence);
    expect(withoutStory(told, names, (sentence) => sentence.includes('仪征'))).toBe(wish);
  });

  test('is what is found', async () => {
    expect((await titlesOf('在家带孩子好几年了，想到超市上班'))[0]).toBe('超市理货员');
    expect((await titlesOf('小孩上学了，白天有空，想找个打扫卫生的活'))[0]).toBe('保洁员');
    expect((await titlesOf('秋天装卸要人吗')).slice(0, 2)).toContain('搬运工');
  });

  test.each([
    ['我学的是护理专业', '护理'],
    ['大专学计算机的能找什么', '计算机'],
    ['带小孩的阿姨', '带小孩的'],
    ['收蟹要人吗', '收蟹'],
  ])('%s is %s in fewer words', (words, fewer) => {
    expect(plainly(words)).toContain(fewer);
    expect(plainly(words)).not.toMatch(/学的|学计|阿姨|要人/u);
  });
});

describe('a paper', () => {
  test.each([
    ['刚考了叉车证', '叉车证'],
    ['导游证刚考的', '导游证'],
    ['护士资格证考下来了', '护士资格证'],
    ['中级消防证能干什么', '中级消防证'],
    ['房产经纪人证', '房产经纪人'],
    ['健康证刚办好', '健康证'],
  ])('%s is what it is called', (words, paper) => {
    expect(asPaper(words, reader.thesaurus)).toBe(paper);
  });

  test('asks for the trades it is for', async () => {
    const titles = await titlesOf('健康证刚办好');
    expect(titles[0]).toBe('饭店服务员');
    expect(titles).not.toContain('销售经理');
    expect((await titlesOf('刚考了叉车证'))[0]).toBe('叉车工');
  });
});

describe('a house', () => {
  test('brings its helpers before the hands of houses that are called otherwise', async () => {
    expect((await titlesOf('钢结构厂')).slice(0, 2)).toEqual(['电焊工', '资料员']);
    expect((await titlesOf('造纸厂三班倒')).slice(0, 2).toSorted()).toEqual(['司炉工', '打浆工'].toSorted());
    expect((await titlesOf('想进芯片厂')).slice(0, 2)).toEqual(['封装操作员', '中央空调运行工']);
  });

  test('has its trades before its clerks, and who is named after it', async () => {
    const titles = await titlesOf('工地上干活');
    expect(titles.slice(0, 2).toSorted()).toEqual(['工地烧饭师傅', '钢筋工'].toSorted());
    expect((await titlesOf('物业')).slice(0, 2).toSorted()).toEqual(['小区保安', '物业水电工'].toSorted());
  });
});

describe('a name half remembered', () => {
  test.each([
    ['旭什么微电子的厂', ['中央空调运行工', '封装操作员']],
    ['带个旭字的厂', ['中央空调运行工', '封装操作员']],
    ['湾头那个直播卖玉的基地', ['直播间打包']],
  ])('%s is known by what is left of it', async (words, titles) => {
    expect((await titlesOf(words)).slice(0, titles.length).toSorted()).toEqual(titles.toSorted());
  });

  test.each(['有什么电子厂招人', '电焊工', '做什么的都行'])('%s remembers nothing', (words) => {
    expect(halfRemembered(words, reader.cut, () => true)).toEqual([]);
  });
});

describe('how one is employed, beside a trade', () => {
  test('ranks and leaves nobody out', async () => {
    const { filters, titles } = await ask('周末想做个兼职老师');
    expect(filters).toEqual({});
    expect(titles!.slice(0, 2)).toEqual(['钢琴老师（兼职）', '小学语文老师']);
    expect((await titlesOf('想学修车收学徒吗'))[0]).toBe('汽车修理学徒');
    expect((await titlesOf('没经验能学的学徒'))[0]).toBe('汽车修理学徒');
  });
});
