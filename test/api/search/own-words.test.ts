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
