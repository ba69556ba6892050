import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isHan, normalise } from '../../../../api/search/normalise.ts';
import { readThesaurusData } from '../../../../api/search/thesaurus-data.ts';
import { educations, employmentTypes, experiences } from '../../../../api/openings/contract.ts';

const folder = new URL('../../../../api/search/thesaurus/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const word = z
  .string()
  .min(1)
  .max(30)
  .regex(/^\S(?:.*\S)?$/u);
const words = z.array(word);
const source = z.string().min(4);

const occupation = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: word,
  official: z.strictObject({
    code: z
      .string()
      .regex(/^[1-8]-\d{2}-\d{2}-\d{2}$/)
      .nullable(),
    name: z.string().min(2),
  }),
  employerNames: words.min(1),
  everyday: words,
  phrases: words.min(1),
  near: z.array(z.string()),
  notMixed: z.array(z.strictObject({ word, with: z.string() })),
  sections: z.array(z.string().regex(/^[A-T]$/)).min(1),
  weight: z.number().int().min(1).max(5),
  source,
});

const files = readdirSync(new URL('occupations/', folder)).filter((name) => name.endsWith('.json'));
const entries = files.flatMap((file) =>
  z
    .array(occupation)
    .parse(read(`occupations/${file}`))
    .map((entry) => ({ ...entry, file })),
);

const repeated = (list: readonly string[]) => list.filter((value, at) => list.indexOf(value) !== at);
const isSingleHanzi = (text: string) => /^\p{Script=Han}$/u.test(text);
const allWords = (entry: (typeof entries)[number]) => [
  entry.name,
  ...entry.employerNames,
  ...entry.everyday,
  ...entry.phrases,
];

describe('the occupations', () => {
  it('are at least the 400 that a county advertises most', () => {
    expect(entries.length).toBeGreaterThanOrEqual(400);
  });

  it('have neighbours that exist, welcome or unwelcome and never both', () => {
    const ids = new Set(entries.map((entry) => entry.id));
    const neighbours = z
      .array(z.object({ job: z.string(), welcome: z.array(z.string()), unwelcome: z.array(z.string()) }))
      .parse(read('neighbours.json'));
    expect(repeated(neighbours.map(({ job }) => job))).toEqual([]);
    const wrong = neighbours.filter(({ job, welcome, unwelcome }) => {
      const named = [job, ...welcome, ...unwelcome];
      return repeated(named).length > 0 || named.some((id) => !ids.has(id));
    });
    expect(wrong).toEqual([]);
  });

  it('have an id and a name that no other occupation has', () => {
    expect(repeated(entries.map((entry) => entry.id))).toEqual([]);
    expect(repeated(entries.map((entry) => entry.name))).toEqual([]);
  });

  it('refer only to occupations that exist, never to themselves', () => {
    const ids = new Set(entries.map((entry) => entry.id));
    const lost = entries.flatMap((entry) =>
      [...entry.near, ...entry.notMixed.map((other) => other.with)]
        .filter((id) => !ids.has(id) || id === entry.id)
        .map((id) => `${entry.file} ${entry.id} -> ${id}`),
    );
    expect(lost).toEqual([]);
  });

  it('hold no word twice and no single hanzi', () => {
    const faults = entries.flatMap((entry) => [
      ...repeated(allWords(entry)).map((text) => `${entry.id}: ${text} twice`),
      ...allWords(entry)
        .filter(isSingleHanzi)
        .map((text) => `${entry.id}: ${text} alone`),
    ]);
    expect(faults).toEqual([]);
  });

  it('leave out words that fit every job', () => {
    const empty = new Set(['工人', '员工', '师傅', '工作', '上班', '人员', '招工', '活儿']);
    const faults = entries.flatMap((entry) =>
      allWords(entry)
        .filter((text) => empty.has(text))
        .map((text) => `${entry.id}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it('give one official name to one official code', () => {
    const names = new Map<string, Set<string>>();
    for (const { official } of entries)
      if (official.code) names.set(official.code, (names.get(official.code) ?? new Set()).add(official.name));
    expect([...names].filter(([, of]) => of.size > 1)).toEqual([]);
  });
});

describe('the places', () => {
  const places = z
    .array(z.strictObject({ code: z.string().regex(/^3210\d{2}(?:\d{3})?$/), name: word, words, source }))
    .parse(read('places.json'));

  it('are the divisions of the city, each once', () => {
    const divisions = z
      .array(z.object({ code: z.string(), level: z.string() }))
      .parse(JSON.parse(readFileSync(new URL('../../../geodata/divisions.json', folder), 'utf8')));
    const wanted = divisions.filter(({ code }) => code.length === 6 || code.length === 9);
    expect(repeated(places.map(({ code }) => code))).toEqual([]);
    expect(places.map(({ code }) => code).sort()).toEqual(wanted.map(({ code }) => code).sort());
  });

  it('share no word, so that a place in a query is one place', () => {
    const named = places.flatMap((place) => [place.name, ...place.words]);
    expect(repeated(named)).toEqual([]);
    expect(named.filter(isSingleHanzi)).toEqual([]);
  });
});

describe('benefits and conditions', () => {
  it('name each benefit once and no word twice within it', () => {
    const benefits = z
      .array(z.strictObject({ value: word, words: words.min(1), source }))
      .parse(read('benefits.json'));
    expect(repeated(benefits.map(({ value }) => value))).toEqual([]);
    expect(benefits.flatMap((benefit) => repeated([benefit.value, ...benefit.words]))).toEqual([]);
  });

  it('stand for values that an opening can have', () => {
    const values = { education: educations, experience: experiences, employmentType: employmentTypes };
    const conditions = z
      .array(
        z.strictObject({
          filter: z.enum(['education', 'experience', 'employmentType']),
          value: word,
          words: words.min(1),
          source,
        }),
      )
      .parse(read('conditions.json'));
    const unknown = conditions.filter(
      ({ filter, value }) => !(values[filter] as readonly string[]).includes(value),
    );
    expect(unknown).toEqual([]);
    expect(repeated(conditions.flatMap((condition) => condition.words))).toEqual([]);
  });
});

describe('what is asked of any job', () => {
  it('stands for benefits, kinds of employment and jobs that there are', () => {
    const { said, benefits } = readThesaurusData();
    const boxes = new Set<string>([...benefits.map(({ value }) => value), ...employmentTypes]);
    expect(
      said.flatMap(({ has, often = [] }) => [...has, ...often]).filter((value) => !boxes.has(value)),
    ).toEqual([]);
    const names = new Set(entries.flatMap(allWords));
    expect(said.flatMap(({ jobs }) => jobs).filter((job) => !names.has(job))).toEqual([]);
  });
});

describe('what is done for a living', () => {
  it('stands for jobs that there are, and is said in patterns that read nothing into an empty text', () => {
    const { deeds } = readThesaurusData();
    const names = new Set(entries.flatMap(allWords));
    expect(deeds.flatMap(({ jobs }) => jobs).filter((job) => !names.has(job))).toEqual([]);
    expect(deeds.filter(({ jobs }) => jobs.length === 0)).toEqual([]);
    expect(deeds.filter(({ pattern }) => new RegExp(`^(?:${pattern})$`, 'u').test(''))).toEqual([]);
  });
});

describe('every word', () => {
  it('is written in simplified characters, as queries are read', () => {
    const data = readThesaurusData();
    const words = [
      ...data.occupations.flatMap((entry) => [
        entry.name,
        entry.official.name,
        ...entry.employerNames,
        ...entry.everyday,
        ...entry.phrases,
      ]),
      ...[...data.places, ...data.benefits, ...data.conditions, ...data.synonyms, ...data.nouns].flatMap(
        (entry) => entry.words,
      ),
    ];
    expect(words.filter((text) => isHan(text) && normalise(text) !== text)).toEqual([]);
  });
});
