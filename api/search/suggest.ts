import { findDivision } from '../../geodata/divisions.ts';
import type { MatchKind } from '../openings/contract.ts';
import type { Suggestion } from './contract.ts';
import { coreName } from './document.ts';
import { normalise } from './normalise.ts';
import { initialsOf, merged, syllablesOf } from './sound.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Reader } from './understand.ts';

/** What the published openings hold, told by the model. */
export type SuggestSource = {
  occupations(): Iterable<{ value: string; openings: number }>;
  employers(): Iterable<{ name: string; openings: number }>;
  openingsIn(code: string): number;
};

const most = { occupation: 5, employer: 3, place: 3, all: 10 };

type Fit = { matched: MatchKind; points: number };
type Candidate = Suggestion & { points: number };

/**
 * Occupations, employers and places that begin with, contain or sound like what is typed so far; at most ten,
 * by kind. From one hanzi or two letters on.
 */
export function suggestFrom(q: string, reader: Reader, source: SuggestSource): Suggestion[] {
  const typed = normalise(q, 60).replaceAll(' ', '');
  const isLetters = /^[a-zü']+$/u.test(typed);
  if (typed === '' || (isLetters && typed.length < 2) || !/[\p{Script=Han}a-z0-9]/u.test(typed)) return [];
  const key = typed.replaceAll("'", '').replaceAll('ü', 'v');
  const fit = (name: string) => fitOf(name, key, isLetters);
  const heard = isLetters || typed.length < 2 ? '' : syllablesOf(typed).map(merged).join('');
  return [
    ...best(occupations(fit, key, isLetters, heard, reader, source), most.occupation),
    ...best(employers(fit, source), most.employer),
    ...best(places(fit, reader.thesaurus, source), most.place),
  ].slice(0, most.all);
}

type Sounds = { pinyin: string; merged: string; initials: string };
const soundCache = new Map<string, Sounds>();
const soundCacheLimit = 50_000;

function soundsOf(name: string): Sounds {
  const known = soundCache.get(name);
  if (known) return known;
  const syllables = syllablesOf(name);
  const sounds = {
    pinyin: syllables.join(''),
    merged: syllables.map(merged).join(''),
    initials: initialsOf(name),
  };
  if (soundCache.size >= soundCacheLimit) soundCache.clear();
  soundCache.set(name, sounds);
  return sounds;
}

function fitOf(name: string, typed: string, isLetters: boolean): Fit | null {
  const at = name.indexOf(typed);
  if (at === 0) return { matched: 'exact', points: 100 - name.length };
  if (at > 0) return { matched: 'exact', points: 70 - name.length };
  if (!isLetters) return null;
  const sounds = soundsOf(name);
  if (sounds.pinyin.startsWith(typed)) return { matched: 'pinyin', points: 60 - name.length };
  if (sounds.initials.startsWith(typed)) return { matched: 'initials', points: 50 - name.length };
  return null;
}

function occupations(
  fit: (name: string) => Fit | null,
  typed: string,
  isLetters: boolean,
  /** The sound of what was typed in hanzi, empty otherwise: 保结 is heard as 保洁. */
  heard: string,
  reader: Reader,
  source: SuggestSource,
): Candidate[] {
  const { thesaurus } = reader;
  const bySound = (name: string): Fit | null =>
    heard !== '' && soundsOf(name).merged.startsWith(heard)
      ? { matched: 'homophone', points: 40 - name.length }
      : null;
  const found = new Map<string, Candidate>();
  const add = (text: string, openings: number, own: Fit, extra: number) => {
    const points = own.points + extra + Math.min(20, Math.log2(openings + 1) * 4);
    const before = found.get(text);
    if (before && before.points >= points) return;
    found.set(text, {
      kind: 'occupation',
      text,
      filter: 'q',
      value: text,
      openings,
      matched: own.matched,
      points,
    });
  };
  const counts = new Map<string, number>();
  for (const { value, openings } of source.occupations()) {
    const concept = conceptOf(value, thesaurus);
    if (concept) counts.set(concept, (counts.get(concept) ?? 0) + openings);
    const own = fit(normalise(value)) ?? bySound(normalise(value));
    if (own) add(value, openings, own, 10);
  }
  for (const [word, meanings] of thesaurus.vocabulary) {
    const meaning = meanings[0]!;
    if (meaning.kind !== 'occupation' || (isLetters && meaning.as === 'phrase')) continue;
    const concept = thesaurus.concepts.get(meaning.concept);
    if (!concept) continue;
    const isName = word === normalise(concept.name);
    const own = fit(word) ?? (isName ? bySound(word) : null);
    if (!own) continue;
    const meant: Fit = isName || own.matched !== 'exact' ? own : { ...own, matched: 'synonym' };
    const shown = word.includes(typed) && meaning.as === 'name' ? word : concept.name;
    add(
      shown,
      counts.get(concept.id) ?? 0,
      shown === word ? own : meant,
      concept.weight * 2 + (isName ? 6 : 0),
    );
  }
  return [...found.values()];
}

function conceptOf(value: string, thesaurus: Thesaurus): string | null {
  const meaning = thesaurus.vocabulary.get(normalise(value).replaceAll(' ', ''))?.[0];
  return meaning?.kind === 'occupation' ? meaning.concept : null;
}

function employers(fit: (name: string) => Fit | null, source: SuggestSource): Candidate[] {
  const found: Candidate[] = [];
  for (const { name, openings } of source.employers()) {
    const plain = normalise(name);
    const own = fit(coreName(name)) ?? fit(plain);
    if (own)
      found.push({
        kind: 'employer',
        text: name,
        filter: 'q',
        value: name,
        openings,
        matched: own.matched,
        points: own.points + Math.min(10, openings),
      });
  }
  return found;
}

function places(fit: (name: string) => Fit | null, thesaurus: Thesaurus, source: SuggestSource): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const [word, meanings] of thesaurus.vocabulary) {
    for (const meaning of meanings) {
      if (meaning.kind !== 'place') continue;
      const own = fit(word);
      const before = found.get(meaning.value);
      const district = meaning.filter === 'district' ? 15 : 0;
      if (!own || (before && before.points >= own.points + district)) continue;
      found.set(meaning.value, {
        kind: 'place',
        text: meaning.label,
        filter: meaning.filter === 'district' ? 'district' : 'town',
        value: meaning.value,
        place: findDivision(meaning.value)?.seat,
        openings: source.openingsIn(meaning.value),
        matched: own.matched,
        points: own.points + district,
      });
    }
  }
  return [...found.values()];
}

/** The best of them; what nobody offers now only where nothing else fits. A place is a start even without openings. */
function best(candidates: readonly Candidate[], count: number): Suggestion[] {
  const offered = candidates.filter(({ kind, openings }) => kind === 'place' || openings > 0);
  return [...(offered.length > 0 ? offered : candidates)]
    .sort((one, other) => other.points - one.points || other.openings - one.openings)
    .slice(0, count)
    .map(({ points: _, ...suggestion }) => suggestion);
}
