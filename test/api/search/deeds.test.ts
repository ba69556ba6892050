import { beforeAll, describe, expect, test } from 'vitest';
import { toDocument } from '../../../api/search/document.ts';
import { find } from '../../../api/search/find.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { readCorpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
/** The sounds of all words take some seconds of processor time. */
const slowMs = 60_000;
beforeAll(() => void lexiconOf(reader.thesaurus), slowMs);

const openings = readCorpus(
  `
|稻麦基地田管工||某农业基地|321012400||看水、撒肥、除稗草
|收割机驾驶员||某农机合作社|321023107||收稻收麦
|绿化养护工||某园林公司|321003052||修剪、打药、除草
|植保无人机飞手||某农机合作社|321023107||打农药、撒肥
|电动工具流水线装配||某工具公司|321002400|班车|打螺丝、装转子
|礼盒包装工||某礼品公司|321002400|班车、兼职|折盒、装盒
|河道保洁员||某养护公司|321084108||撑小船打捞水草
|布娃娃手工（可带回家）||某玩具厂|321003402|兼职|手针缝鼻子
|踩平车||某制衣作坊|321084106||做工作服
|周末奶茶促销员||某超市|321084001|兼职|发单页
|电焊工||某容器厂|321012119|班车|手把焊
|电瓶车修理师傅||某车行|321012110||换电池、补胎
|农机修理工||某农机合作社|321023107||修拖拉机
|蛋糕店裱花师||某蛋糕店|321012100||裱生日蛋糕
|氩弧焊工||某路灯制造厂|321084116||灯杆法兰焊接
|塔吊司机||某建设公司|321012100||操作塔吊
|货车司机||某货运公司|321003403||跑苏皖
|大厅文员||某贸易公司|321012100||打印、做报表
|烧大锅饭的||某建筑公司|321012100||给工人烧饭
|开锁换锁师傅||某锁具店|321003008||开锁、换锁芯、配钥匙
|殡仪服务员||某礼仪中心|321012100||布置灵堂、引导
|陪诊员||某助老服务社|321002001||陪同挂号、取药
`,
  1,
);
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const ask = async (words: string) => {
  const { hits, filters } = await find(understand(words, reader), engine);
  return { filters, titles: hits?.map(({ id }) => openings[id - 1]!.title) ?? null };
};

describe('what is done for a living, said with verb and object', () => {
  test.each([
    ['栽秧', ['收割机驾驶员', '稻麦基地田管工']],
    ['打药水', ['植保无人机飞手', '稻麦基地田管工', '绿化养护工']],
    ['想去打螺丝', ['电动工具流水线装配']],
    ['会撑船', ['河道保洁员']],
    ['工地上干活', ['塔吊司机']],
    ['在家做手工的活', ['布娃娃手工（可带回家）']],
    ['修车子', ['电瓶车修理师傅']],
    ['下岗了想找个办公室坐班的工作', ['大厅文员']],
    ['忙饭的', ['烧大锅饭的']],
    ['钥匙锁在屋里能上门开门的', ['开锁换锁师傅']],
    ['给过世的人办后事的单位', ['殡仪服务员']],
    ['去医院陪老人挂号拿药', ['陪诊员']],
  ])('%s is found in what adverts say instead', async (words, first) => {
    const { titles } = await ask(words);
    expect(titles!.slice(0, first.length).toSorted()).toEqual(first.toSorted());
  });

  test('a place and a promise beside it stay filters', async () => {
    const { filters, titles } = await ask('广陵打螺丝 班车');
    expect(filters).toEqual({ district: '321002', benefits: ['班车'] });
    expect(titles![0]).toBe('电动工具流水线装配');
  });

  test('whatever else is asked for is no deed', () => {
    const { clauses } = understand('打螺丝刀批发的会计', reader);
    expect(clauses.map(({ text }) => text)).toContain('会计');
  });
});

describe('slips beside another word', () => {
  test.each([
    ['焊电工', '电焊工'],
    ['电平车维修', '电瓶车修理师傅'],
    ['龙机维修', '农机修理工'],
    ['烘培', '蛋糕店裱花师'],
  ])('%s finds %s first', async (words, title) => {
    expect((await ask(words)).titles![0]).toBe(title);
  });
});

describe('a house', () => {
  test('of no kind beside a promise asks for the promise alone', async () => {
    expect(await ask('有班车的厂')).toEqual({ titles: null, filters: { benefits: ['班车'] } });
  });

  test('is whoever it employs, by its own name too', async () => {
    expect((await ask('路灯厂')).titles).toContain('氩弧焊工');
  });
});

test.each(['？？？', '😀', '。。'])('%s holds no letter and finds nobody', async (words) => {
  expect((await ask(words)).titles).toEqual([]);
});

test('work at weekends is looked for in titles before boxes that were ticked', async () => {
  const { titles } = await ask('周末做做的兼职');
  expect(titles![0]).toBe('周末奶茶促销员');
  expect(titles!.toSorted()).toEqual(['周末奶茶促销员', '布娃娃手工（可带回家）', '礼盒包装工'].toSorted());
});

test('whoever is called a driver comes after those who drive on roads', async () => {
  const { titles } = await ask('司机');
  expect(titles!.slice(0, 2)).toEqual(['货车司机', '塔吊司机']);
});

test('a query that repeats itself is read as fast as another one', () => {
  const before = process.cpuUsage();
  understand('想要'.repeat(100) + '啊', reader);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(100);
});
