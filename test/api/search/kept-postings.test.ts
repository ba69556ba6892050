import { fc, test as given } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { TermSet } from '../../../api/search/engine.ts';
import { keepPostings } from '../../../api/search/kept-postings.ts';
import { createMemoryEngine } from './memory-engine.ts';

const term = fc.constantFrom('a', 'b', 'c', 'd');
const set = fc.record({
  terms: fc.array(term, { maxLength: 2 }),
  anyOf: fc.option(fc.array(term), { nil: undefined }),
});
const documents = fc
  .array(fc.uniqueArray(term, { maxLength: 4 }), { maxLength: 6 })
  .map((all) => all.map((terms, id) => ({ id, hash: '', terms })));

describe('what a set of terms stands for, kept', () => {
  given.prop([
    fc.array(fc.tuple(documents, fc.array(fc.array(set, { maxLength: 5 }), { maxLength: 4 })), {
      maxLength: 4,
    }),
  ])('is what the engine says, while its index changes between', async (times) => {
    const kept = keepPostings(() => 60_000);
    for (const [held, questions] of times) {
      const engine = createMemoryEngine(held as never);
      kept.forget();
      for (const sets of questions as TermSet[][])
        expect(await kept.through(engine).postings(sets, 10)).toEqual(await engine.postings(sets, 10));
    }
  });

  const counting = () => {
    const asked: string[][] = [];
    const waiting: (() => void)[] = [];
    const engine = {
      async postings(sets: readonly TermSet[]) {
        asked.push(sets.map(({ terms }) => terms.join('')));
        await new Promise<void>((resolve) => waiting.push(resolve));
        return sets.map((_, at) => [asked.length * 10 + at]);
      },
    };
    return { asked, engine, answer: () => waiting.splice(0).forEach((resolve) => resolve()) };
  };
  const sets = (...terms: string[]) => terms.map((one) => ({ terms: [one] }));

  test('is asked for once, and only what is not known', async () => {
    const { asked, engine, answer } = counting();
    const own = keepPostings(() => 60_000).through(engine);
    const first = own.postings(sets('a', 'b', 'a'), 10);
    answer();
    expect(await first).toEqual([[10], [11], [10]]);
    const second = own.postings(sets('b', 'c'), 10);
    answer();
    expect(await second).toEqual([[11], [20]]);
    expect(await own.postings(sets('c', 'a'), 10)).toEqual([[20], [10]]);
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  test('is not kept when the index changed while the engine was asked', async () => {
    const { asked, engine, answer } = counting();
    const kept = keepPostings(() => 60_000);
    const first = kept.through(engine).postings(sets('a'), 10);
    kept.forget();
    answer();
    expect(await first).toEqual([[10]]);
    const second = kept.through(engine).postings(sets('a'), 10);
    answer();
    expect(await second).toEqual([[20]]);
    expect(asked).toHaveLength(2);
  });

  test('is kept no longer than its time', async () => {
    const { asked, engine, answer } = counting();
    const own = keepPostings(() => 5).through(engine);
    for (const wait of [0, 20]) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const found = own.postings(sets('a'), 10);
      answer();
      await found;
    }
    expect(asked).toHaveLength(2);
  });
});
