import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintAdvert } from '../../api/moderation/lint/lint.ts';
import { makeEmployers } from '../../seeds/employers.ts';
import { makeOpenings, tradesOf } from '../../seeds/openings.ts';
import type { Trade, Workplace } from '../../seeds/trade.ts';
import { trades } from '../../seeds/trades.ts';
import { workplaces } from '../../seeds/workplaces.ts';

const folder = new URL('../../api/search/thesaurus/occupations/', import.meta.url);
const occupations = new Set(
  readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { name: string }[]).map(({ name }) => name),
  ),
);
const benefits = new Set(
  ['benefits.json', 'conditions.json'].flatMap((file) =>
    (
      JSON.parse(readFileSync(new URL(`../${file}`, folder), 'utf8')) as { value?: string; name?: string }[]
    ).map(({ value, name }) => value ?? name),
  ),
);
const kinds = Object.keys(workplaces) as Workplace[];
const employerNames = kinds.flatMap((workplace) =>
  workplaces[workplace].ends.map((name) => ({ workplace, name })),
);
const failing = <T>(check: (trade: Trade) => T[]) => trades.flatMap(check);

describe('kinds of work', () => {
  test('there are about ninety or more, and three at least for every kind of workplace', () => {
    expect(trades.length).toBeGreaterThanOrEqual(90);
    const few = kinds.filter((kind) => trades.filter(({ workplaces: at }) => at.includes(kind)).length < 3);
    expect(few).toEqual([]);
  });

  test.each(employerNames)('a $name ($workplace) has at least two kinds of work to offer', (employer) => {
    expect(tradesOf(employer).length).toBeGreaterThanOrEqual(2);
  });

  test('a trade names only ends that an employer of its workplaces can have', () => {
    const dead = failing(({ employersEndingIn = [], workplaces: at, titles }) =>
      employersEndingIn
        .filter((end) => !at.some((kind) => workplaces[kind].ends.some((name) => name.endsWith(end))))
        .map((end) => `${titles[0]} ${end}`),
    );
    expect(dead).toEqual([]);
  });

  test('every occupation is a word of the thesaurus', () => {
    expect(failing(({ occupation }) => (occupations.has(occupation) ? [] : [occupation]))).toEqual([]);
  });

  test('every benefit is a word that a filter knows', () => {
    expect(failing((trade) => trade.benefits.filter((benefit) => !benefits.has(benefit)))).toEqual([]);
  });

  test('benefits of one trade do not exclude one another', () => {
    const pairs = [
      ['双休', '单休'],
      ['五险一金', '五险'],
      ['长白班', '两班倒'],
      ['日结', '周结'],
      ['日结', '月结'],
      ['周结', '月结'],
    ];
    const both = failing((trade) =>
      pairs
        .filter((pair) => pair.every((word) => trade.benefits.includes(word)))
        .map((pair) => [trade.titles[0], pair]),
    );
    expect(both).toEqual([]);
  });

  test('titles have 2 to 14 characters, sentences end with 。 and use full-width marks', () => {
    const wrong = failing(({ titles, duties, requirements }) => [
      ...titles.filter((title) => title.length < 2 || title.length > 14),
      ...[...duties, ...requirements].filter((text) => !text.endsWith('。') || /[,;:()?!]/.test(text)),
    ]);
    expect(wrong).toEqual([]);
  });

  test('pools are wide enough: 3 to 6 titles, 6 to 9 duties, 4 to 7 requirements', () => {
    const narrow = failing(({ titles, duties, requirements }) =>
      titles.length < 3 ||
      titles.length > 6 ||
      duties.length < 6 ||
      duties.length > 9 ||
      requirements.length < 4 ||
      requirements.length > 7
        ? [titles[0]]
        : [],
    );
    expect(narrow).toEqual([]);
  });

  test('pay is lawful: 2,660 yuan a month, 24 an hour, a day of eight hours', () => {
    const least = { 月: 2660, 日: 2660 / 21.75, 时: 24, 件: 0.1, 面议: 0 };
    expect(failing(({ pay, titles }) => (pay.least < least[pay.unit] ? [titles[0]] : []))).toEqual([]);
  });

  test('the lint of adverts finds no error in any title, duty or requirement', () => {
    const errors = failing(({ occupation, titles, duties, requirements }) => [
      ...titles.flatMap((title) => lintAdvert({ title, occupation })),
      ...duties.flatMap((text) => lintAdvert({ title: titles[0], occupation, duties: text })),
      ...requirements.flatMap((text) => lintAdvert({ title: titles[0], occupation, requirements: text })),
    ]).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});

// Every fourth: an advert takes a millisecond, and the pools were read sentence by sentence above.
test('the lint finds no error in whole adverts of the demo city', { timeout: 30_000 }, () => {
  const openings = makeOpenings(makeEmployers(), new Date('2026-11-23T02:00:00Z'));
  const errors = openings
    .filter((_, index) => index % 4 === 0)
    .flatMap((opening) =>
      lintAdvert({
        ...opening,
        salary: { min: opening.salaryMin, max: opening.salaryMax, unit: opening.salaryUnit },
        divisionCode: opening.town,
      })
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, words }) => [rule, words, opening.title]),
    );
  expect(errors).toEqual([]);
});
