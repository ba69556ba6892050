import { findDivision } from '../../geodata/divisions.ts';
import type { MatchKind } from '../openings/contract.ts';
import type { Suggestion } from './contract.ts';
import { lexiconOf } from './lexicon.ts';
import { createNameIndex, type Name, type NameIndex } from './name-index.ts';
import type { Listing } from './name-listing.ts';
import { normalise } from './normalise.ts';
import { heardAs } from './sound.ts';
import type { FilterMeaning, Thesaurus } from './thesaurus.ts';

/** What the published openings hold, told by the model: each name with its openings. New maps when anything changes. */
export type SuggestSource = {
  occupations(): ReadonlyMap<string, number>;
  employers(): ReadonlyMap<string, number>;
  openingsIn(code: string): number;
};

type Fit = { matched: MatchKind; points: number };
export type Candidate = Suggestion & { points: number };
/** What is typed so far. */
export type Typed = {
  key: string;
  isLetters: boolean;
  /** Sound of what was typed in hanzi: 保结 is heard as 保洁. */ heard: string;
};

function fitOf({ text, pinyin, initials }: Name<unknown>, { key, isLetters }: Typed): Fit | null {
  const at = text.indexOf(key);
  if (at === 0) return { matched: 'exact', points: 100 - text.length };
  if (at > 0) return { matched: 'exact', points: 70 - text.length };
  if (!isLetters) return null;
  if (pinyin.startsWith(key)) return { matched: 'pinyin', points: 60 - text.length };
  if (initials.startsWith(key)) return { matched: 'initials', points: 50 - text.length };
  return null;
}

export function occupationsFor(
  typed: Typed,
  thesaurus: Thesaurus,
  listing: Listing,
  jobs: ReadonlyMap<string, number>,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (text: string, openings: number, fit: Fit, extra: number) => {
    const points = fit.points + extra + Math.min(20, Math.log2(openings + 1) * 4);
    const before = found.get(text);
    if (before && before.points >= points) return;
    const { matched } = fit;
    found.set(text, { kind: 'occupation', text, filter: 'q', value: text, openings, matched, points });
  };
  for (const name of listing.index.near(typed.key)) {
    const fit = jobs.has(name.of) && fitOf(name, typed);
    if (fit) add(name.of, jobs.get(name.of)!, fit, 10);
  }
  const { names, countOf } = jobsOf(thesaurus, jobs);
  for (const name of lexiconOf(thesaurus).typed.near(typed.key)) {
    const word = name.of;
    const meaning = thesaurus.vocabulary.get(word)![0]!;
    if (meaning.kind !== 'occupation' || (typed.isLetters && meaning.as === 'phrase')) continue;
    const concept = thesaurus.concepts.get(meaning.concept);
    const fit = concept && fitOf(name, typed);
    if (!fit) continue;
    const isName = word === names.get(concept.id)!.text;
    const shown = word.includes(typed.key) && meaning.as === 'name' ? word : concept.name;
    const meant: Fit =
      isName || shown === word || fit.matched !== 'exact' ? fit : { ...fit, matched: 'synonym' };
    add(shown, countOf(concept.id), meant, concept.weight * 2 + (isName ? 6 : 0));
  }
  if (typed.heard === '') return [...found.values()];
  const byEar = (text: string): Fit => ({ matched: 'homophone', points: 40 - text.length });
  const isOther = (text: string) => !text.includes(typed.key);
  for (const [value, heard] of listing.heard)
    if (heard.startsWith(typed.heard) && jobs.has(value) && isOther(value))
      add(value, jobs.get(value)!, byEar(value), 10);
  for (const [id, { text, heard }] of names) {
    const { name, weight } = thesaurus.concepts.get(id)!;
    if (heard.startsWith(typed.heard) && isOther(text)) add(name, countOf(id), byEar(text), weight * 2 + 6);
  }
  return [...found.values()];
}

type Jobs = {
  /** Name of each concept as it is compared, and its sound. */
  names: ReadonlyMap<string, { text: string; heard: string }>;
  countOf: (concept: string) => number;
};
const namesOf = new WeakMap<Thesaurus, Jobs['names']>();
const countsOf = new WeakMap<
  ReadonlyMap<string, number>,
  { thesaurus: Thesaurus; counts: Map<string, number> }
>();

/** The openings of each concept: of all values that mean it. Worked out once for a thesaurus and once for the counts. */
function jobsOf(thesaurus: Thesaurus, jobs: ReadonlyMap<string, number>): Jobs {
  let names = namesOf.get(thesaurus);
  if (!names) {
    names = new Map(
      [...thesaurus.concepts.values()].map(({ id, name }) => {
        const text = normalise(name);
        return [id, { text, heard: heardAs(text) }];
      }),
    );
    namesOf.set(thesaurus, names);
  }
  let counted = countsOf.get(jobs);
  if (counted?.thesaurus !== thesaurus) {
    const counts = new Map<string, number>();
    for (const [value, openings] of jobs) {
      const meaning = thesaurus.vocabulary.get(normalise(value).replaceAll(' ', ''))?.[0];
      if (meaning?.kind === 'occupation')
        counts.set(meaning.concept, (counts.get(meaning.concept) ?? 0) + openings);
    }
    countsOf.set(jobs, (counted = { thesaurus, counts }));
  }
  const { counts } = counted;
  return { names, countOf: (concept) => counts.get(concept) ?? 0 };
}

export function employersFor(
  typed: Typed,
  listing: Listing,
  firms: ReadonlyMap<string, number>,
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const form of listing.index.near(typed.key)) {
    const name = form.of;
    const openings = firms.get(name);
    const fit = openings === undefined ? null : fitOf(form, typed);
    if (!fit) continue;
    const points = fit.points + Math.min(10, openings!);
    if ((found.get(name)?.points ?? -Infinity) >= points) continue;
    const { matched } = fit;
    found.set(name, {
      kind: 'employer',
      text: name,
      filter: 'q',
      value: name,
      openings: openings!,
      matched,
      points,
    });
  }
  return [...found.values()];
}

export function placesFor(typed: Typed, thesaurus: Thesaurus, source: SuggestSource): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const name of placeNames(thesaurus).near(typed.key)) {
    const { filter, value, label } = name.of;
    const fit = fitOf(name, typed);
    if (!fit) continue;
    const points = fit.points + (filter === 'district' ? 15 : 0);
    if ((found.get(value)?.points ?? -Infinity) >= points) continue;
    found.set(value, {
      kind: 'place',
      text: label,
      filter: filter === 'district' ? 'district' : 'town',
      value,
      place: findDivision(value)?.seat,
      openings: source.openingsIn(value),
      matched: fit.matched,
      points,
    });
  }
  return [...found.values()];
}

const placesOf = new WeakMap<Thesaurus, NameIndex<FilterMeaning>>();

/** Some 700 words, most of them read already. */
function placeNames(thesaurus: Thesaurus): NameIndex<FilterMeaning> {
  let index = placesOf.get(thesaurus);
  if (index) return index;
  index = createNameIndex<FilterMeaning>();
  for (const [word, meanings] of thesaurus.vocabulary)
    for (const meaning of meanings) if (meaning.kind === 'place') index.add(word, meaning);
  placesOf.set(thesaurus, index);
  return index;
}
