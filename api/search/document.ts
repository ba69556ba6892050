import { createHash } from 'node:crypto';
import { bigrams, isHan, normalise, pieces } from './normalise.ts';
import { classify } from './classify.ts';
import { letterTerm } from './half-remembered.ts';
import { inHouseOf, isMade, made, tradesAround } from './made.ts';
import { likenessTerms } from './likeness/likeness.ts';
import { isMaker } from './makers.ts';
import { initialsOf, merged, syllablesOf } from './sound.ts';
import { letterTerms, pairTerms, term } from './terms.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Cutter } from './words.ts';

/** What of an opening can be found by words. */
export type Searchable = {
  id: number;
  code: string;
  externalId: string | null;
  title: string;
  occupation: string | null;
  industry: string | null;
  duties: string;
  requirements: string;
  address: string;
  employerName: string;
  benefits: readonly string[];
  employmentType: string | null;
};

/** The same for every engine: an opening is found by exact terms that we cut ourselves. */
export type SearchDocument = {
  id: number;
  title: string;
  employer: string;
  terms: readonly string[];
  hash: string;
};

/** Bumped when the same opening gives other terms, so that every index is filled anew. */
export const documentVersion = 15;

const dutyWordLimit = 80;

const corporate = /(?:股份|有限|责任|公司|集团|总|分|合伙|普通|特殊)+$/u;
const ground =
  /^(?:江苏省?|扬州市?|中国|江都区?|邗江区?|广陵区?|高邮市?|仪征市?|宝应县?|(?:扬州)?(?:经济技术)?开发区)+/u;

/** The part of a company's name that people say: 扬州恒通电子有限公司 -> 恒通电子. */
export function coreName(name: string): string {
  const plain = normalise(name).replace(/[()（）\s]/gu, '');
  const core = plain
    .replace(ground, '')
    .replace(/有限(?:责任)?公司.*$/u, '')
    .replace(corporate, '');
  return [...core].length >= 2 ? core : plain;
}

/** Makes the document of one opening. */
export function toDocument(opening: Searchable, thesaurus: Thesaurus, cut: Cutter): SearchDocument {
  const { primary, secondary, called, jobWords, stated, modifiers, besideJob } = classify(
    opening,
    thesaurus,
    cut,
  );
  const terms = new Set<string>();
  const add = (list: readonly string[]) => list.forEach((one) => terms.add(one));
  add((primary.length > 0 ? primary : ['none']).map((concept) => term('c', concept)));
  if (isMade(primary, opening, thesaurus)) terms.add(made);
  add(tradesAround(primary, opening, thesaurus).map(inHouseOf));
  add(secondary.map((concept) => term('s', concept)));
  add(called.map((concept) => term('a', concept)));
  add(likenessTerms(opening));
  for (const word of jobWords) add([term('=', word), ...jobTerms(word, cut)]);
  if (stated) add([term('o', stated), ...jobTerms(stated, cut)]);
  for (const text of modifiers) for (const piece of pieces(text)) add(letterTerms('k', piece));
  for (const text of besideJob) for (const piece of pieces(text)) add(letterTerms('t', piece));
  add(employerTerms(opening.employerName));
  const told = normalise(`${opening.duties} ${opening.requirements} ${opening.address}`, 2000);
  add(
    cut
      .words(told)
      .slice(0, dutyWordLimit)
      .map((word) => term('d', word)),
  );
  add(opening.benefits.map((benefit) => term('b', benefit)));
  if (opening.employmentType) terms.add(term('b', opening.employmentType));
  terms.add(term('#', opening.code.toLowerCase()));
  if (opening.externalId) terms.add(term('x', normalise(opening.externalId).replaceAll(' ', '')));
  const sorted = [...terms].sort();
  const content = JSON.stringify([opening.title, opening.employerName, sorted]);
  return {
    id: opening.id,
    title: opening.title,
    employer: opening.employerName,
    terms: sorted,
    hash: createHash('sha256').update(content).digest('base64url').slice(0, 22),
  };
}

function jobTerms(word: string, cut: Cutter): string[] {
  const terms: string[] = [];
  for (const piece of pieces(word)) {
    terms.push(...letterTerms('j', piece));
    if (!isHan(piece)) continue;
    const syllables = syllablesOf(piece);
    terms.push(...pairTerms('p', syllables), ...pairTerms('h', syllables.map(merged)));
    for (const part of [piece, ...cut.words(piece)]) terms.push(term('i', initialsOf(part)));
  }
  return terms;
}

function employerTerms(name: string): string[] {
  const terms = pieces(normalise(name)).flatMap((piece) =>
    isHan(piece) ? pairsOnly(piece) : [term('e', piece)],
  );
  const core = coreName(name);
  const said = normalise(name)
    .replace(/有限(?:责任)?公司.*$/u, '')
    .replace(corporate, '');
  terms.push(...pairTerms('f', syllablesOf(said)));
  // 厂 by itself says that things are made there.
  const first = [...core].slice(0, 2).filter((letter) => isHan(letter) && letter !== '厂');
  terms.push(...first.map(letterTerm));
  if (isMaker(name)) terms.push(term('e', '厂'));
  for (const initials of [initialsOf(core), initialsOf(said)])
    for (let length = 3; length <= Math.min(8, initials.length); length++)
      terms.push(term('g', initials.slice(0, length)));
  return terms;
}

const pairsOnly = (piece: string): string[] => bigrams(piece).map((pair) => term('e', pair));
