import { expect, test } from 'vitest';
import { find } from '../../../api/search/find.ts';
import { toDocument } from '../../../api/search/document.ts';
import { withoutAsking } from '../../../api/search/house-words.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { isMaker } from '../../../api/search/makers.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';
import { createMemoryEngine } from './memory-engine.ts';

const reader = createReader();
lexiconOf(reader.thesaurus);
const openings = [
  ['司机', '高邮市卯榫木业有限公司'],
  ['会计', '高邮市老樟头家具厂'],
  ['叉车工', '宝应县云榻沙发厂'],
  ['家具导购', '高邮市木语家居商城'],
  ['出纳', '仪征明灯车灯科技有限公司'],
  ['门卫', '扬州锐腾汽车零部件有限公司'],
  ['汽车销售顾问', '扬州鑫驰汽车销售服务有限公司'],
  ['文员', '扬州彩锦印务有限公司'],
].map(([title, employerName], at) => ({
  id: at + 1,
  code: '',
  externalId: null,
  title: title!,
  occupation: null,
  industry: null,
  duties: '',
  requirements: '',
  address: '',
  employerName: employerName!,
  benefits: [],
  employmentType: null,
}));
const engine = createMemoryEngine(openings.map((one) => toDocument(one, reader.thesaurus, reader.cut)));
const found = async (words: string) =>
  (await find(understand(words, reader), engine)).hits!.map(({ id }) => openings[id - 1]!.title);

test.each([
  ['家具厂', ['司机', '会计', '叉车工']],
  ['汽车配件厂', ['出纳', '门卫']],
  ['印刷厂', ['文员']],
])(
  '%s: everybody who works where firms are called otherwise, whatever their trade',
  async (words, titles) => {
    expect((await found(words)).slice(0, titles.length).sort()).toEqual([...titles].sort());
  },
);

test.each([
  ['某某家具有限公司', true],
  ['某某牙刷塑料厂', true],
  ['某某家居商城', false],
  ['某某汽车修理厂', false],
  ['某某旅游汽车有限公司', false],
])('%s makes things: %s', (name, makes) => {
  expect(isMaker(name)).toBe(makes);
});

test.each([
  ['惠邻超市招人', '惠邻超市'],
  ['想去惠邻超市上班', '惠邻超市'],
  ['惠邻超市还招不招人啊', '惠邻超市'],
  ['超市招人', '超市招人'],
  ['叉车工招人', '叉车工招人'],
])('%s asks for %s', (text, name) => {
  expect(withoutAsking(text)).toBe(name);
});
