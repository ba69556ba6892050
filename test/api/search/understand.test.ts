import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { find } from '../../../api/search/find.ts';
import { toDocument } from '../../../api/search/document.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { createReader } from '../../../api/search/reader.ts';
import { segment } from '../../../api/search/segment.ts';
import { understand } from '../../../api/search/understand.ts';
import { corpus } from './corpus.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
lexiconOf(reader.thesaurus);
const engine = createMemoryEngine(corpus.map((opening) => toDocument(opening, reader.thesaurus, reader.cut)));
const titleOf = new Map(corpus.map(({ id, title }) => [id, title]));
const search = async (words: string, literal = false) => {
  const { hits, ...rest } = await find(understand(words, reader, literal), engine);
  return { ...rest, hits: hits?.map(({ id, matched }) => ({ title: titleOf.get(id)!, matched })) ?? null };
};
const titles = async (words: string) => (await search(words)).hits?.map(({ title }) => title) ?? [];

describe('what was typed otherwise than it is written', () => {
  const jobsOf = (words: string) =>
    understand(words, reader).clauses.flatMap(({ direct }) =>
      direct.flatMap(({ terms }) =>
        terms.length === 1 && terms[0]!.startsWith('c:') ? terms[0]!.slice(2) : [],
      ),
    );
  test.each([
    ['every character wrong and the very sound of a trade', '刚金工', 'rebar-worker'],
    ['the sound of what everybody says', '终点工', 'household-cleaner'],
    ['initials of a name that begins with letters', 'qcjyy', 'quality-inspector'],
    ['several words that are one long name by ear', 'yicijigong', 'dental-technician'],
    ['two trades one after another', 'chuanzhang shuishou', 'ship-sailor'],
    ['a word that begins with a figure, and more behind it', '4s店招人吗', 'car-sales'],
    ['a lorry called by its length', '开9米6的', 'truck-driver'],
    ['a story around the trade', '孩子上学了想去做收银员', 'cashier'],
  ])('%s: %s', (_, words, job) => {
    const plan = understand(words, reader);
    const groups = plan.clauses.flatMap(({ direct }) => direct.flatMap(({ anyOf = [] }) => anyOf));
    expect([...jobsOf(words), ...groups.map((one) => one.slice(2))]).toContain(job);
  });

  test('a firm that sounds like a trade in part stays a name', () => {
    expect(understand('宝通线缆', reader).clauses[0]).toMatchObject({ text: '宝通', kind: 'text' });
  });

  test('who asks whether a house hires looks for no recruiter', () => {
    expect(understand('饭店招人', reader).clauses.map(({ text }) => text)).toEqual(['饭店']);
  });
});

describe('words that name one thing and stand in another', () => {
  test('a cleaner at a firm of accountants is not found as an accountant', async () => {
    expect(await titles('会计')).not.toContain('会计师事务所保洁');
    expect(await titles('保洁')).toContain('会计师事务所保洁');
  });

  test('an electrician is not anybody who works for 电工电子厂', async () => {
    const found = await titles('电工');
    expect(found.slice(0, 5).every((title) => title.includes('电工'))).toBe(true);
    expect(found).not.toContain('QC检验员');
    expect(found).not.toContain('车间保洁');
  });

  test('妇女 does not find 妇产科', async () => {
    expect((await titles('妇女')).filter((title) => title.includes('妇产科'))).toEqual([]);
  });

  test('车工 at a sewing machine and 车工 at a lathe are told apart by what surrounds them', async () => {
    const sewing = await titles('缝纫工');
    const lathe = await titles('普车');
    expect(sewing).toContain('车工');
    expect(lathe).toContain('车工');
    const idsOf = (kind: string) =>
      corpus.filter((o) => o.kind === kind && o.title === '车工').map(({ id }) => id);
    const hits = (await find(understand('缝纫工', reader), engine)).hits!.map(({ id }) => id);
    expect(hits).toEqual(expect.arrayContaining(idsOf('缝纫')));
    expect(hits).not.toEqual(expect.arrayContaining(idsOf('车床')));
  });

  test('护士, 护工 and 保姆 stay three jobs', async () => {
    for (const [words, other] of [
      ['护士', '护工'],
      ['护工', '护士'],
      ['保姆', '护士'],
    ] as const) {
      const hits = (await search(words)).hits!.filter(({ matched }) => matched !== 'related');
      expect(hits.map(({ title }) => title)).not.toContain(other);
    }
  });

  test('a carer of crabs is no carer of people', async () => {
    const hits = (await search('照顾病人')).hits!.filter(({ matched }) => matched !== 'related');
    expect(hits.map(({ title }) => title)).not.toContain('螃蟹塘看护工');
  });

  test('叉车工 is no 车工 and 洗车工 neither', async () => {
    const hits = (await search('车工')).hits!.filter(({ matched }) => matched !== 'related');
    expect(hits.map(({ title }) => title)).not.toContain('叉车工');
    expect(hits.map(({ title }) => title)).not.toContain('洗车工');
  });
});

describe('how a hit was found is said', () => {
  test.each([
    ['保洁员', 'exact'],
    ['打扫卫生', 'synonym'],
    ['baojie', 'pinyin'],
    ['bj', 'initials'],
    ['保结', 'homophone'],
  ])('%s: %s', async (words, matched) => {
    expect((await search(words)).hits![0]!.matched).toBe(matched);
  });

  test('the word that was read is told', async () => {
    expect((await search('保结')).understood).toContainEqual(
      expect.objectContaining({ kind: 'occupation', text: '保结', value: '保洁' }),
    );
  });

  test('exact hanzi stand before what only sounds alike', async () => {
    const hits = (await search('护工')).hits!;
    const firstOther = hits.findIndex(({ matched }) => matched !== 'exact');
    expect(hits.slice(firstOther).every(({ matched }) => matched !== 'exact')).toBe(true);
  });
});

describe('filters in the words', () => {
  test('places, benefits and pay are taken out of the words', async () => {
    const { filters, understood } = await search('江都 叉车 包住 五千以上');
    expect(filters).toEqual({ district: '321012', benefits: ['包住'], salaryMin: 5000 });
    expect(understood.map(({ text }) => text)).toEqual(['五千以上', '江都', '包住']);
  });

  test('包吃包住 is two benefits', async () => {
    expect((await search('包吃包住')).filters.benefits?.toSorted()).toEqual(['包住', '包吃']);
  });

  test('literal words stay words', async () => {
    const { filters } = await search('江都 叉车', true);
    expect(filters).toEqual({});
  });

  test('nothing but filters leaves every opening that passes them', async () => {
    expect(await search('江都 包住')).toMatchObject({ hits: null, filters: { district: '321012' } });
  });

  test('nothing but small words asks for everything', async () => {
    expect((await search('我想找个工作')).hits).toBeNull();
  });

  test.each([
    ['月薪6000', 6000],
    ['8k', 8000],
    ['一万以上', 10000],
    ['工资过万', 10000],
    ['五千五', 5500],
  ])('%s asks for %i a month', async (words, yuan) => {
    expect((await search(`会计 ${words}`)).filters.salaryMin).toBe(yuan);
  });

  test('a place inside the name of an employer is part of the name', async () => {
    const { hits, filters } = await search('江都区人民医院');
    expect(filters).toEqual({});
    expect(hits!.slice(0, 4).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['护士', 'ICU护士', '护工']),
    );
  });
});

test('an external id finds its opening alone', async () => {
  expect(await titles('YZ10001')).toEqual([corpus[1]!.title]);
});

describe('typed half wrong', () => {
  test.each([
    ['插车工', '叉车工'],
    ['档车工', '纺织挡车工'],
    ['dian焊', '电焊师傅'],
    ['叉车gong', '叉车工'],
    ['护土', '护士'],
    ['月艘', '月嫂'],
    ['nühua', '绿化工'],
    ['huwuyuan', '服务员'],
    ['baojiey', '保洁员'],
    ['dianhg', '电焊师傅'],
  ])('%s finds %s', async (words, title) => {
    expect(await titles(words)).toContain(title);
  });
});

describe('words for several jobs', () => {
  test.each([
    ['法律', '法务专员'],
    ['画图', '机械工程师'],
    ['保育', '保育员'],
    ['厨房', '切配工'],
    ['大货车', '货车司机'],
  ])('%s finds %s', async (words, title) => {
    expect(await titles(words)).toContain(title);
  });
});

describe('whatever is typed', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.stringMatching(/^[保洁电工会计江都包住a-z0-9"'\-*()\\:;=<>%$|&\s]{0,80}$/),
  );
  property.prop([anything], { numRuns: 300 })('is answered, and without harm', async (words) => {
    const plan = understand(words, reader);
    for (const clause of plan.clauses)
      for (const { terms } of [...clause.direct, ...clause.spare()])
        for (const term of terms)
          expect(term).toMatch(/^[=ojktcsablmpihefgd#x]:[\p{Script=Han}〇々a-z0-9+#.'_-]+$/u);
    await find(plan, engine);
  });

  test.each([
    ['10 kB of hanzi', '电焊工'.repeat(3500)],
    ['10 kB of pinyin', 'dianhangong'.repeat(950)],
    ['10 kB of quotes', '"'.repeat(10_000)],
    ['emoji', '😀'.repeat(3000)],
    ['lone surrogates', '\ud800保洁\udfff'.repeat(800)],
    ['operators', '-保洁 "会计" *:* OR 1=1; drop table openings --'],
    ['a filter', '" OR terms != "'],
  ])('%s cost less than 100 ms of CPU', async (_name, words) => {
    understand('热身', reader);
    const before = process.cpuUsage();
    await find(understand(words, reader), engine);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(100);
  });
});

describe('what is asked of any job', () => {
  test.each(['收学徒的', '想学门手艺', '打短工', '按小时算钱', '上夜班', '年纪大的能做的', '时间自由的'])(
    '%s is looked for in what adverts say, not by a box that was ticked',
    async (words) => {
      const { hits, filters } = await search(words);
      expect(filters).toEqual({});
      expect(hits!.length).toBeGreaterThan(0);
    },
  );

  test('a place beside it stays a filter', async () => {
    expect((await search('江都 上夜班')).filters).toEqual({ district: '321012' });
  });

  test('beside a trade it is a filter as before', async () => {
    expect((await search('焊工 长白班')).filters.benefits).toEqual(['长白班']);
  });

  test('no night shift is no night shift', async () => {
    const night = { ...corpus[0]!, id: 1, title: '护士（无夜班）' };
    const only = createMemoryEngine([toDocument(night, reader.thesaurus, reader.cut)]);
    expect((await find(understand('上夜班', reader), only)).hits).toEqual([]);
  });
});

test.each(['有A1证', 'A1本', 'a1驾照', '持A1驾驶证'])('%s: whoever may drive a coach', async (words) => {
  expect((await titles(words)).slice(0, 2).toSorted()).toEqual(['A1客车驾驶员', '公交车驾驶员']);
});

describe('what is done somewhere, and who is asked for', () => {
  test.each([
    ['修剪草坪', '绿化工'],
    ['医院里打扫', '医院保洁员'],
    ['想烧饭', '住家保姆'],
    ['三把刀', '美发学徒'],
  ])('%s finds %s', async (words, title) => {
    expect((await titles(words)).slice(0, 12)).toContain(title);
  });

  test('a house that names no trade only narrows what stands behind it', async () => {
    const hits = (await search('医院里打扫')).hits!;
    expect(hits.map(({ title }) => title).filter((title) => title.includes('护士'))).toEqual([]);
  });

  test.each(['化工厂', '电子厂'])('%s: whoever such a house employs', async (words) => {
    const hits = (await find(understand(words, reader), engine)).hits!;
    const employers = hits.slice(0, 6).map(({ id }) => corpus.find((o) => o.id === id)!.employerName);
    expect(employers.every((name) => name.includes(words.slice(0, 2)))).toBe(true);
  });

  test('a house is found though its name is asked with a question', async () => {
    const words = ['华光电工电子厂', '华光电工电子厂还招人吗'];
    const [named, asked] = await Promise.all(words.map(titles));
    expect(asked!.slice(0, 3)).toEqual(named!.slice(0, 3));
  });

  test('what one word holds of several trades is not shown for one another', async () => {
    const found = (await titles('裁缝')).filter((title) => /瓦工|木工|油漆/u.test(title));
    expect(found).toEqual([]);
  });
});

test('an employer is found by parts of its name', async () => {
  const hits = (await find(understand('康宁医院', reader), engine)).hits!;
  const employers = hits.slice(0, 2).map(({ id }) => corpus.find((o) => o.id === id)!.employerName);
  expect(employers.every((name) => name.includes('康宁') && name.includes('医院'))).toBe(true);
});

test.each([
  ['望小孩', '住家带宝宝阿姨'],
  ['氩孤焊', '氩弧焊工'],
])('%s finds %s', async (words, title) => {
  expect((await titles(words)).slice(0, 10)).toContain(title);
});

describe('what is typed or written by ear is read as the word that is meant', () => {
  test.each([
    ['zusugong', ['注塑工']],
    ['组塑工', ['注塑工']],
    ['gaoyoupenshu', ['高邮', '喷塑']],
    ['huayangyuang', ['化验员']],
    ['jiajuanzuanggong', ['家具安装工']],
  ])('%s', (words, meant) => {
    expect(segment(words, reader).map(({ word }) => word)).toEqual(meant);
  });

  test('the thing decides what is done: meters are read and no fields watered', async () => {
    const [part] = segment('看水表', reader);
    expect(part!.word).toBe('看水表');
    expect((await titles('看水表')).filter((title) => /种植|蔬菜|苗|养/u.test(title))).toEqual([]);
  });
});
