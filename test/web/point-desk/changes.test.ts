import { beforeAll, describe, expect, it } from 'vitest';
import { pointFacts } from '../../api/point-desk/facts.ts';
import {
  changesBetween,
  daysOfDigits,
  digitsOf,
  marketText,
  merge,
} from '../../../web/point-desk/changes.ts';

beforeAll(() => {
  globalThis.document ??= { documentElement: { lang: 'zh-CN' } } as Document;
});

const base = pointFacts();
const on = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });
const without = (weekday: number) => base.weekly.filter((span) => span.weekday !== weekday);

describe('what changed', () => {
  it('is told day by day and fact by fact', () => {
    const after = pointFacts({ weekly: [...without(3), on(3, 510, 720)], address: '江口街 2 号' });
    expect(changesBetween(base, after)).toEqual([
      { key: 'address', name: '地址', before: '江口街 1 号', after: '江口街 2 号' },
      { key: 'weekly:3', name: '周三', before: '8:30–12:00 14:00–17:30', after: '8:30–12:00' },
    ]);
    expect(changesBetween(base, pointFacts({ weekly: [...base.weekly].reverse() }))).toEqual([]);
  });

  it('names market days by their digits', () => {
    const times = { fromMinute: 420, toMinute: 660 };
    expect(marketText({ ...times, lunarDays: daysOfDigits([8, 3]), weekdays: [] })).toBe(
      '逢农历三、八赶集 7:00–11:00',
    );
    expect(marketText({ ...times, lunarDays: [1, 15], weekdays: [] })).toBe('农历1、15赶集 7:00–11:00');
    expect(marketText({ ...times, lunarDays: [], weekdays: [6] })).toBe('周六赶集 7:00–11:00');
    expect(digitsOf([10, 20, 30, 5, 15, 25])).toEqual([5, 0]);
  });
});

describe('two who changed the same point', () => {
  it('different things are joined without asking', () => {
    const mine = pointFacts({ address: '江口街 2 号', weekly: [...without(1), on(1, 540, 720)] });
    const theirs = pointFacts({ telephones: ['12333'], weekly: without(5) });
    const { clashes, pick } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    const both = pick({});
    expect(both).toMatchObject({ address: '江口街 2 号', telephones: ['12333'] });
    expect(both.weekly.filter(({ weekday }) => weekday === 1)).toEqual([on(1, 540, 720)]);
    expect(both.weekly.filter(({ weekday }) => weekday === 5)).toEqual([]);
  });

  it('the same day is asked about with both values', () => {
    const mine = pointFacts({ weekly: [...without(3), on(3, 510, 720)] });
    const theirs = pointFacts({ weekly: without(3) });
    const { clashes, pick } = merge(base, mine, theirs);
    expect(clashes).toEqual([{ key: 'weekly:3', name: '周三', mine: '8:30–12:00', theirs: '休息' }]);
    expect(pick({ 'weekly:3': 'theirs' }).weekly).toHaveLength(8);
    expect(pick({ 'weekly:3': 'mine' }).weekly).toHaveLength(9);
  });

  it('the same change made by both is no question', () => {
    const same = pointFacts({ name: '新名' });
    expect(merge(base, same, pointFacts({ name: '新名' })).clashes).toEqual([]);
  });

  it('a summer one of them has made is kept with its days', () => {
    const summer = { from: '05-01', to: '09-30', weekly: [on(1, 510, 720)] };
    const { clashes, pick } = merge(base, pointFacts({ name: '新名' }), pointFacts({ summer }));
    expect(clashes).toEqual([]);
    expect(pick({})).toMatchObject({ name: '新名', summer });
  });
});
