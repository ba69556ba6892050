import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Rule, ruleIds } from '../advert.ts';
import { onlyPulledApart, readThrough } from '../lint/disguise.ts';
import { blankEquality, type TextField } from '../lint/family.ts';
import { clausesOf, pause, signed } from '../lint/likeness/pieces.ts';
import type { Example } from './train.ts';

const folder = new URL('examples/', import.meta.url);

const fields: Readonly<Record<string, TextField>> = {
  岗: 'title',
  责: 'duties',
  要: 'requirements',
  福: 'benefits',
};

/**
 * The labelled clauses of `examples/`: a file for each rule with offences (明 plain, 暗 disguised) and lawful look-alikes
 * (净), and `clean.csv` with lawful clauses of every kind.
 * @throws when a line has another field or manner than these
 */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => {
      const rows = parse(readFileSync(new URL(name, folder)), { columns: true }) as Record<string, string>[];
      return rows.flatMap((row, place) => readingsOf(row, ruleOf(name), `${name}:${place + 2}`));
    });
}

/** Rules of which there are examples. */
export const learnedRules = (examples: readonly Example[]): Rule[] =>
  ruleIds.filter((rule) => examples.some(({ rules }) => rules.includes(rule)));

function ruleOf(name: string): Rule | null {
  return ruleIds.find((rule) => `${rule}.csv` === name) ?? null;
}

function readingsOf(row: Record<string, string>, rule: Rule | null, place: string): Example[] {
  const { 写法: manner, 栏: column, 词句: words } = row;
  const field = fields[column!];
  if (!field || !words || !['明', '暗', '净'].includes(manner!))
    throw new Error(`${place}: ${JSON.stringify(row)}`);
  const { plain, tight } = readThrough(words);
  const apart = manner === '暗' ? onlyPulledApart(tight) : null;
  const rules = rule && manner !== '净' ? [rule] : [];
  const readings = [plain, ...(apart ? [apart] : [])].map((reading) => blankEquality(reading).text);
  // Every piece of lawful words is lawful; which of an offence's pieces offends, nobody has said.
  if (rules.length > 0)
    return [...new Set(readings)].map((reading) => ({
      signed: signed(field, reading),
      rules,
      pieces: piecesOf(field, reading).map((words) => signed(field, words)),
    }));
  const pieces = readings.flatMap((reading) => [reading, ...piecesOf(field, reading)]);
  return [...new Set(pieces)].map((words) => ({ signed: signed(field, words), rules }));
}

function piecesOf(field: TextField, reading: string): string[] {
  const clauses = clausesOf(field, reading).map(({ words }) => words);
  const pairs = clauses.slice(1).map((words, before) => clauses[before]! + pause + words);
  return [...clauses, ...pairs];
}
