import { expect, test } from 'vitest';
import { createReader } from '../../../api/search/reader.ts';
import { suggestFrom, type SuggestSource } from '../../../api/search/suggest.ts';

const reader = createReader();
const source: SuggestSource = {
  occupations: () => [
    { value: '焊工', openings: 30 },
    { value: '保洁员', openings: 50 },
    { value: '保安', openings: 40 },
    { value: '会计', openings: 20 },
  ],
  employers: () => [
    { name: '扬州保利物业服务有限公司', openings: 4 },
    { name: '江都区宏业阀门厂', openings: 9 },
  ],
  openingsIn: (code) => (code === '321012' ? 700 : 3),
};
const suggest = (q: string) => suggestFrom(q, reader, source);

test('one hanzi is enough', () => {
  const found = suggest('保');
  expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(['保洁员', '保安']));
  expect(found.some(({ kind, text }) => kind === 'employer' && text.includes('保利'))).toBe(true);
});

test('one letter is not, two are', () => {
  expect(suggest('b')).toEqual([]);
  expect(suggest('ba').length).toBeGreaterThan(0);
});

test('letters find by pinyin and by initials, and it is said', () => {
  expect(suggest('baoj')[0]).toMatchObject({ kind: 'occupation', matched: 'pinyin' });
  expect(suggest('bjy').some(({ text, matched }) => text === '保洁员' && matched === 'initials')).toBe(true);
  expect(suggest('jiangdu').some(({ kind, value }) => kind === 'place' && value === '321012')).toBe(true);
});

test('what people say leads to the name of the job', () => {
  const found = suggest('打扫');
  expect(found.map(({ text }) => text)).toContain('保洁员');
});

test('an employer is found by its sound', () => {
  expect(suggest('hongye').map(({ text }) => text)).toContain('江都区宏业阀门厂');
});

test('at most ten, kinds together', () => {
  const kinds = suggest('江').map(({ kind }) => kind);
  expect(kinds.length).toBeLessThanOrEqual(10);
  expect(kinds).toEqual([...kinds].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
});
const order = ['occupation', 'employer', 'place'];

test.each(['', '   ', '😀', '"', '\ud800', 'a'.repeat(60), '%_', "'; --"])('%j is answered', (q) => {
  expect(Array.isArray(suggest(q))).toBe(true);
});
