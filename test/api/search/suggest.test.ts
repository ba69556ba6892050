import { beforeAll, expect, test } from 'vitest';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { createReader } from '../../../api/search/reader.ts';
import { createSuggester, type SuggestSource } from '../../../api/search/suggest.ts';

const reader = createReader();
/** The sounds of all words take some seconds of processor time. */
const slowMs = 60_000;
beforeAll(() => void lexiconOf(reader.thesaurus), slowMs);

const occupations = new Map([
  ['焊工', 30],
  ['保洁员', 50],
  ['保安', 40],
  ['会计', 20],
]);
const employers = new Map([
  ['扬州保利物业服务有限公司', 4],
  ['江都区宏业阀门厂', 9],
]);
const source: SuggestSource = {
  occupations: () => occupations,
  employers: () => employers,
  openingsIn: (code) => (code === '321012' ? 700 : 3),
};
const suggester = createSuggester();
const suggest = (q: string) => suggester(q, reader, source);

test('one hanzi is enough', async () => {
  const found = await suggest('保');
  expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(['保洁员', '保安']));
  expect(found.some(({ kind, text }) => kind === 'employer' && text.includes('保利'))).toBe(true);
});

test('one letter is not, two are', async () => {
  expect(await suggest('b')).toEqual([]);
  expect((await suggest('ba')).length).toBeGreaterThan(0);
});

test('letters find by pinyin and by initials, and it is said', async () => {
  expect((await suggest('baoj'))[0]).toMatchObject({ kind: 'occupation', matched: 'pinyin' });
  expect(
    (await suggest('bjy')).some(({ text, matched }) => text === '保洁员' && matched === 'initials'),
  ).toBe(true);
  expect((await suggest('jiangdu')).some(({ kind, value }) => kind === 'place' && value === '321012')).toBe(
    true,
  );
});

test('what people say leads to the name of the job', async () => {
  const found = await suggest('打扫');
  expect(found.map(({ text }) => text)).toContain('保洁员');
});

test('an employer is found by its sound', async () => {
  expect((await suggest('hongye')).map(({ text }) => text)).toContain('江都区宏业阀门厂');
});

test('words of the staff are suggested too', { timeout: slowMs }, async () => {
  const added = createReader([{ word: '铜匠铺子', concept: 'welder', kind: 'everyday' }]);
  expect((await suggester('铜匠', added, source)).length).toBeGreaterThan(0);
});

test('what nobody offers any more goes, who comes is there', async () => {
  const other = { ...source, employers: () => new Map([['仪征保丰粮油行', 2]]) };
  const texts = (await suggester('保', reader, other)).map(({ text }) => text);
  expect(texts).toContain('仪征保丰粮油行');
  expect(texts).not.toContain('扬州保利物业服务有限公司');
});

test('two who type in the same moment are both told everything', async () => {
  const fresh = createSuggester();
  const many = new Map(Array.from({ length: 500 }, (_, n) => [`宏业${n}号门店`, 1]));
  const at = { ...source, employers: () => new Map([...many, ['宏业泵站', 9]]) };
  const [one, other] = await Promise.all([fresh('宏业', reader, at), fresh('hongye', reader, at)]);
  for (const found of [one, other]) expect(found.map(({ text }) => text)).toContain('宏业泵站');
});

test('at most ten, kinds together', async () => {
  const kinds = (await suggest('江')).map(({ kind }) => kind);
  expect(kinds.length).toBeLessThanOrEqual(10);
  expect(kinds).toEqual([...kinds].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
});
const order = ['occupation', 'employer', 'place'];

test.each(['', '   ', '😀', '"', '\ud800', 'a'.repeat(60), '%_', "'; --"])('%j is answered', async (q) => {
  expect(Array.isArray(await suggest(q))).toBe(true);
});
