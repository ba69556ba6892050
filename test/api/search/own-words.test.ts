import { beforeAll, describe, expect, test } from 'vitest';
import { toDocument } from '../../../api/search/document.ts';
import { find } from '../../../api/search/find.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { withoutPast } from '../../../api/search/plain-words.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { readCorpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
beforeAll(() => void lexiconOf(reader.thesaurus), 60_000);

const openings = readCorpus(
  `
|电焊工||某机械公司|321012100||焊支架
|门卫||某小学|321012100|接受50岁以上|登记
|烘焙学徒||某烘焙坊|321012100||打面
|洗头工（可学徒）||某理发店|321012100||洗头
|数控操机，包教会||某五金厂|321012100||上下料
|化工操作工||某化工有限公司|321081454|五险|巡检
|维修电工（倒班）||某化工有限公司|321081454|五险|巡检
|饮品店兼职（大学生）||某茶饮店|321012100||点单
|传菜生（寒假工可）||某酒店|321012100||端菜
|裁剪师傅||宝应小兔毛绒玩具有限公司|321023116||冲裁
|玩具装配工||宝应县开心玩具厂|321023116||装马达
|玩具喷油工||仪征市开心玩具有限公司|321081454||喷漆
|机工（衬衫）||某服饰有限公司|321084116||平缝机上袖
|缝纫工||某服饰有限公司|321084116||平车
|缝纫组长||某服饰有限公司|321084116||分工序
|毛绒电车工||某玩具厂|321023116||踩电动缝纫机
|拿回家做的手工缝制||某玩具厂|321023116||缝眼睛
|流水线组装工||某电器厂|321012100||拧螺丝
|水泵装配工||某泵业有限公司|321012100||装水泵
|潜水泵组装测试||某泵业有限公司|321012100||试运转
|养鹅工||某某农庄|321084116||喂料
|种菜工||某蔬菜基地|321084116||浇水
|幼儿美术老师||某培训中心|321012100||教画画
|服装手工||某服饰有限公司|321084116||剪线头
|搬家工人||某搬家公司|321012100||搬家具
|幼儿园门卫||某幼儿园|321012100||登记
|区域经理||某泵业有限公司|321012100||开发经销商
|区域经理||某装饰公司|321012100||谈单
|缝纫机维修师傅||某服饰有限公司|321084116||修平车
|跑堂||扬州聚鲜楼餐饮有限公司|321012100||端菜
`,
  1,
);
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const ask = async (words: string) => {
  const { hits, filters } = await find(understand(words, reader), engine);
  return { filters, titles: hits?.map(({ id }) => openings[id - 1]!.title) ?? [] };
};

describe('what somebody tells of himself', () => {
  test('asks for no advert that says the same, and what he has done is what he goes on with', async () => {
    const { filters, titles } = await ask('我今年52岁，干了二十年电焊，想换个厂');
    expect(filters).toEqual({});
    expect(titles[0]).toBe('电焊工');
    expect(withoutPast('做过八年电缆厂,挤塑和绞线都会')).toBe('电缆厂,挤塑和绞线都会');
  });

  test('is no bar, though who takes older people goes first', async () => {
    const { filters, titles } = await ask('五十多岁 门卫');
    expect(filters).toEqual({});
    expect(titles.slice(0, 2)).toEqual(['门卫', '幼儿园门卫']);
    expect((await ask('50岁以上 门卫')).filters).toEqual({ benefits: ['接受50岁以上'] });
  });

  test('is no bar to whoever has retired from a trade', async () => {
    expect(withoutPast('退休教师想带小朋友画画')).toBe('教师想带小朋友画画');
    expect((await ask('退休教师想带小朋友画画')).titles[0]).toBe('幼儿美术老师');
  });

  test('is all there is when no trade stands beside it', async () => {
    expect((await ask('我今年52岁，想换个地方')).filters).toEqual({ benefits: ['接受50岁以上'] });
  });
});

describe('what is asked of any job', () => {
  test.each([
    ['想学个手艺当学徒', ['烘焙学徒', '洗头工（可学徒）', '数控操机，包教会']],
    ['学生兼职', ['饮品店兼职（大学生）', '传菜生（寒假工可）']],
    ['兼职', ['饮品店兼职（大学生）']],
    ['暑假工', ['传菜生（寒假工可）']],
  ])('%s is read in titles where no box is ticked', async (words, titles) => {
    expect((await ask(words)).titles.toSorted()).toEqual(expect.arrayContaining(titles.toSorted()));
  });

  test('shifts beside a house rank its people and leave none out', async () => {
    const { filters, titles } = await ask('化工厂倒班');
    expect(filters).toEqual({});
    expect(titles.slice(0, 2).toSorted()).toEqual(['化工操作工', '维修电工（倒班）']);
  });
});

test('a name of which one character only sounds right is found', async () => {
  expect((await ask('聚鲜搂')).titles[0]).toBe('跑堂');
});

describe('a thing that many hands make', () => {
  test('is asked of every hand of houses that live of it', async () => {
    const { titles } = await ask('毛绒玩具');
    expect(titles.indexOf('裁剪师傅')).toBeLessThan(titles.indexOf('玩具装配工'));
    expect(titles).toContain('裁剪师傅');
  });

  test('in a town is any such house there, and no name', async () => {
    const { filters, titles } = await ask('仪征玩具厂');
    expect(filters).toEqual({ district: '321081' });
    expect(titles).toContain('玩具喷油工');
  });

  test('is sewn by whoever sits at a machine, then by hand, and led by who comes after', async () => {
    const { titles } = await ask('缝纫工');
    expect(titles.slice(0, 3).toSorted()).toEqual(['机工（衬衫）', '毛绒电车工', '缝纫工'].toSorted());
    expect(titles.indexOf('缝纫组长')).toBeGreaterThan(2);
    expect(titles).toContain('拿回家做的手工缝制');
  });
});

test('a word with one character that is half right has the neighbours of the right one', async () => {
  expect((await ask('脏卸工')).titles).toContain('搬家工人');
});

test('whoever sells what a house lives of is called anything there', async () => {
  expect((await ask('卖水泵的')).titles[0]).toBe('区域经理');
});

test('what is done is done by the trade before whoever has it in his title', async () => {
  const { titles } = await ask('做衣服的');
  expect(titles.indexOf('机工（衬衫）')).toBeLessThan(titles.indexOf('缝纫机维修师傅'));
});

test('what is put together and what is assembled are one', async () => {
  const { titles } = await ask('组装');
  expect(titles.slice(0, 3).toSorted()).toEqual(['水泵装配工', '流水线组装工', '潜水泵组装测试'].toSorted());
});

test('work of the country is done at fields, sheds and ponds', async () => {
  expect((await ask('乡下有什么农活可以干')).titles.slice(0, 2).toSorted()).toEqual(
    ['养鹅工', '种菜工'].toSorted(),
  );
  expect((await ask('农家乐')).titles[0]).toBe('养鹅工');
});
