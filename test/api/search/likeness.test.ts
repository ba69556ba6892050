import { describe, expect, it } from 'vitest';
import { examplesOf, readLines } from '../../../api/search/likeness/examples.ts';
import { gramsOf } from '../../../api/search/likeness/grams.ts';
import { learn } from '../../../api/search/likeness/learn.ts';
import { likenessTerms, likeTrades } from '../../../api/search/likeness/likeness.ts';
import { addTo, gramsIn } from '../../../api/search/likeness/weights.ts';
import learned from '../../../api/search/likeness/weights.json' with { type: 'json' };
import { likelyDeed } from '../../../api/search/likely.ts';
import { createReader } from '../../../api/search/reader.ts';
import { segment } from '../../../api/search/segment.ts';
import { understand } from '../../../api/search/understand.ts';

const reader = createReader();
const { concepts } = reader.thesaurus;
const lines = readLines();
const commonnessOf = (trade: string) => concepts.get(trade)!.weight;
const nameOf = (trade: string | undefined) => concepts.get(trade ?? '')?.name;

describe('what was learned of the trades', () => {
  it('is learned of the examples that stand beside it, and each names a trade', { timeout: 60_000 }, () => {
    expect(lines.filter(({ trade }) => !concepts.has(trade))).toEqual([]);
    // Whoever learns anew makes documentVersion one more: what openings are like stands in every index.
    expect(learn(examplesOf(lines, reader.thesaurus), commonnessOf)).toEqual(learned);
  });

  it('knows wishes it has not read', { timeout: 60_000 }, () => {
    const wishes = lines.filter(({ title }) => title === '');
    const unread = new Set(wishes.filter((_, at) => at % 5 === 0));
    const read = lines.filter((line) => !unread.has(line));
    const weights = learn(examplesOf(read, reader.thesaurus), commonnessOf);
    const [trades, grams] = [weights.trades, gramsIn(weights)];
    const placeOf = (words: string, trade: string) => {
      const sums = new Float64Array(trades.length);
      for (const gram of gramsOf(words)) addTo(sums, grams.get(gram) ?? '');
      const own = sums[trades.indexOf(trade)]!;
      return sums.filter((sum) => sum > own).length;
    };
    const places = [...unread].map(({ words, trade }) => placeOf(words, trade));
    const share = (most: number) => places.filter((place) => place < most).length / places.length;
    console.log(`${places.length} wishes: first ${share(1).toFixed(3)}, of three ${share(3).toFixed(3)}`);
    expect(share(1)).toBeGreaterThan(0.68);
    expect(share(3)).toBeGreaterThan(0.86);
  });

  it.each([
    ['站门口拉门喊欢迎光临', '迎宾员'],
    ['去医院陪老人挂号拿药', '陪诊员'],
    ['家里钥匙掉了门打不开', '开锁匠'],
    ['下水道堵了谁来修', '管道疏通工'],
  ])('%s is %s', (words, trade) => {
    expect(nameOf(likeTrades(words, 1)[0]?.trade)).toBe(trade);
  });

  it('names the trades of an opening by what is done, whatever it is called', () => {
    const terms = likenessTerms({
      title: '火锅店前厅伙伴',
      occupation: null,
      duties: '招呼客人、加汤、收桌',
      employerName: '',
    });
    expect(terms).toContain('l:waiter');
    expect(likenessTerms({ title: '招人', occupation: null, duties: '', employerName: '' })).toEqual([]);
  });

  it('says nothing of nothing', () => {
    expect(likeTrades('', 3).every(({ score }) => score <= 4)).toBe(true);
    expect(likeTrades('\ud800 😀 <script>', 3).length).toBeLessThanOrEqual(3);
  });
});

describe('a wish nobody has a word for', () => {
  const likely = (words: string) => likelyDeed(words, segment(words, reader), reader.thesaurus);

  it('is read by what is said of a trade', () => {
    expect(nameOf(likely('家里钥匙掉了门打不开')?.concepts[0])).toBe('开锁匠');
  });

  it('says what it was taken for', () => {
    const { understood } = understand('家里钥匙掉了门打不开', reader);
    expect(understood).toMatchObject([{ kind: 'occupation', filter: 'q', label: '开锁匠' }]);
  });

  it.each(['泰宁医院招聘', '沐晴汽车饰件有限公司', '焊工', 'abc', '二保焊工长白班', '找工作', ''])(
    'is none where a name or a job is said: %s',
    (words) => {
      expect(likely(words)).toBeNull();
    },
  );
});
