import type { Advert, Finding, Rule } from '../advert.ts';
import { isPulledApart, onlyPulledApart, readThrough } from './disguise.ts';
import { families } from './families.ts';
import type { Context, Found, Range, ReadField } from './family.ts';
import { blankEquality, findOffences, textFields } from './family.ts';
import type { Folded } from './folded.ts';
import { findAcrossFields } from './joints.ts';
import { findResembling, isSurelyLawful, judgePieces, type Passed, type Piece } from './likeness/likeness.ts';
import type { Weights } from './likeness/weights.ts';
import type { MinimumWage } from './minimum-wage-table.ts';
import { minimumWages } from './minimum-wage-table.ts';
import { findPromises, findShortfall, minimumWageFor } from './minimum-wage.ts';
import { findMissing } from './missing.ts';
import { couldMatchIn } from './needed.ts';

export interface LintSettings {
  minimumWages: readonly MinimumWage[];
  /** What was learned of examples; without it only the grammar reads. */
  weights?: Weights;
}

/** The grammar alone, with the pay that is known without a database. */
export const defaultLintSettings: LintSettings = { minimumWages };

/** Characters of a field that are read; forms allow less. */
const longestText = 10_000;

/**
 * Everything in an advert that the law forbids or that wants a reason, in the order of its fields. Pure; reads through
 * disguises (see disguise.ts), marks the words as they were written.
 */
export function lintAdvert(advert: Advert, settings: LintSettings = defaultLintSettings): Finding[] {
  const fields = readFields(advert);
  const whole = fields.map(({ plain }) => plain.text).join('。');
  const post = fields
    .flatMap(({ field, plain }) => (field === 'title' || field === 'occupation' ? [plain.text] : []))
    .join('。');
  const monthlyFloorYuan = minimumWageFor(advert.divisionCode, settings.minimumWages)?.monthlyYuan ?? 0;
  const context: Context = { advert, whole, post, monthlyFloorYuan };
  const passed: Passed[] = [];
  const named = fields.flatMap((read) => findInField(read, context, passed));
  const split = findAcrossFields(families, fields, context).filter(
    ({ rule }) => !named.some((finding) => finding.rule === rule),
  );
  const findings = weighed([...named, ...split], fields, passed, settings).map(withoutDoubt);
  const pay = findUnderpay(advert, fields, settings);
  const order: string[] = [...textFields, 'employerName', 'headcount', 'salary', 'closesOn'];
  return [...findings, ...pay, ...findMissing(advert)].sort(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field) || one.start - other.start,
  );
}

function readFields(advert: Advert): ReadField[] {
  return textFields.flatMap((field) => {
    const value = field === 'benefits' ? advert.benefits?.join('、') : advert[field];
    if (typeof value !== 'string' || value.trim() === '') return [];
    const { plain, tight } = readThrough(value.slice(0, longestText));
    const [paused, joined] = [blankEquality(plain), blankEquality(tight)];
    const apart = onlyPulledApart(joined);
    const isOther = apart !== null && apart.text !== paused.text;
    return [{ field, original: value, plain: paused, tight: joined, apart: isOther ? apart : null }];
  });
}

/** What the grammar names, before what was learned is asked. */
type Named = Finding & Pick<Found, 'certain'>;

function findInField(read: ReadField, context: Context, passed: Passed[]): Named[] {
  const { field, plain, apart } = read;
  const own = families.filter(({ fields }) => fields?.includes(field) ?? true);
  const offencesIn = (reading: Folded) => {
    const couldMatch = couldMatchIn(reading.text);
    return own.map((family) => {
      const letPass: Range[] = [];
      const offences = findOffences(family, field, reading.text, couldMatch, context, letPass);
      for (const range of letPass) passed.push({ rule: family.rule, reading, ...range });
      return offences;
    });
  };
  const inPlain = offencesIn(plain);
  const inApart = apart && offencesIn(apart);
  return own.flatMap((_, place) => {
    const found = inPlain[place]!.map((one) => placed(one, read, plain));
    for (const one of inApart?.[place] ?? []) {
      if (!isPulledApart(apart!, one.from, one.to)) continue;
      const candidate = placed(one, read, apart!);
      const same = found.findIndex((other) => candidate.start < other.end && other.start < candidate.end);
      if (same < 0) found.push(candidate);
      else if (candidate.start <= found[same]!.start && candidate.end > found[same]!.end)
        found[same] = candidate;
    }
    return found;
  });
}

/**
 * What was learned of examples beside the grammar: it takes out what is surely lawful and adds what resembles offences.
 * The latter is only a warning: whoever means something else says so, and a reviewer reads it.
 */
function weighed(
  named: readonly Named[],
  fields: readonly ReadField[],
  passed: readonly Passed[],
  { weights }: LintSettings,
): Named[] {
  if (!weights) return [...named];
  const pieces = judgePieces(fields, weights);
  const known = new Set(named.map(({ rule }) => rule));
  const familyOf = (rule: Rule) => families.find((family) => family.rule === rule)!;
  const isOpen = (rule: Rule, { read, reading, from, to }: Piece) => {
    const { fields, lawful } = familyOf(rule);
    return (fields?.includes(read.field) ?? true) && !lawful?.test(reading.text.slice(from, to));
  };
  const resembling = findResembling(pieces, weights, known, passed, isOpen);
  const likely = resembling.map(({ rule, read, reading, from, to }) => {
    const { article, advice } = familyOf(rule);
    const told = `可能不合规。${advice}；没有这个意思，说明一下就行`;
    return placed({ rule, severity: 'warning', article, advice: told, from, to }, read, reading);
  });
  const isLawful = (finding: Named) =>
    !finding.certain && isSurelyLawful(finding, pieces, weights, familyOf(finding.rule).invites ?? false);
  return [...named.filter((finding) => !isLawful(finding)), ...likely];
}

function withoutDoubt(named: Named): Finding {
  const { certain: _, ...finding } = named;
  return finding;
}

function placed({ from, to, ...about }: Found, { field, original }: ReadField, reading: Folded): Named {
  let start = reading.start[from]!;
  let end = reading.end[to - 1]!;
  while (start < end && /\s/.test(original[start]!)) start++;
  while (end > start && /\s/.test(original[end - 1]!)) end--;
  return { ...about, field, words: original.slice(start, end), start, end };
}

function findUnderpay(
  advert: Advert,
  fields: readonly ReadField[],
  { minimumWages: table }: LintSettings,
): Finding[] {
  const about = { rule: 'under-minimum-wage', severity: 'error', article: '《劳动法》第四十八条' } as const;
  const shortfall = findShortfall(advert, table);
  if (shortfall) {
    const { words, floorYuan, unit } = shortfall;
    return [
      {
        ...about,
        field: 'salary',
        words,
        start: 0,
        end: words.length,
        advice: `低于当地最低工资。至少写 ${floorYuan} 元/${unit}`,
      },
    ];
  }
  const floor = minimumWageFor(advert.divisionCode, table);
  if (!floor || /兼职|实习/.test(advert.employmentType ?? '')) return [];
  const advice = `低于当地最低工资。全日制至少 ${floor.monthlyYuan} 元/月`;
  return fields.flatMap((read) => {
    const { plain, apart } = read;
    const promises = findPromises(plain.text, floor.monthlyYuan);
    if (promises.length > 0 || !apart)
      return promises.map(({ from, to }) => placed({ ...about, advice, from, to }, read, plain));
    return findPromises(apart.text, floor.monthlyYuan)
      .filter(({ from, to }) => isPulledApart(apart, from, to))
      .map(({ from, to }) => placed({ ...about, advice, from, to }, read, apart));
  });
}
