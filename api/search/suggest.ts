import type { Suggestion } from './contract.ts';
import { coreName } from './document.ts';
import { createListing } from './name-listing.ts';
import { normalise } from './normalise.ts';
import { heardAs } from './sound.ts';
import {
  type Candidate,
  employersFor,
  occupationsFor,
  placesFor,
  type SuggestSource,
  type Typed,
} from './suggested.ts';
import type { Reader } from './understand.ts';

export type { SuggestSource };

const most = { occupation: 5, employer: 3, place: 3, all: 10 };
const typedLimit = 60;
/** People type alike: what was answered is kept until the counts change. */
const answersKept = 5000;

export type Suggester = (q: string, reader: Reader, source: SuggestSource) => Promise<Suggestion[]>;

/**
 * Suggests occupations, employers and places that begin with, contain or sound like what is typed so far; at most
 * ten, by kind. From one hanzi or two letters on. It remembers the sound of every name it has seen.
 */
export function createSuggester(): Suggester {
  const occupations = createListing((value) => [normalise(value)]);
  const employers = createListing((name) => [coreName(name), normalise(name)]);
  let answered = new Map<string, Suggestion[]>();
  let answeredFor: unknown[] = [];
  return async (q, reader, source) => {
    const typed = readTyped(q);
    if (!typed) return [];
    const [jobs, firms] = [source.occupations(), source.employers()];
    const now = [reader.thesaurus, jobs, firms];
    if (now.some((one, at) => one !== answeredFor[at]) || answered.size >= answersKept)
      [answered, answeredFor] = [new Map(), now];
    const known = answered.get(typed.key);
    if (known) return known;
    const kept = answered;
    await occupations.learn(jobs);
    await employers.learn(firms);
    const suggestions = [
      ...best(occupationsFor(typed, reader.thesaurus, occupations, jobs), most.occupation),
      ...best(employersFor(typed, employers, firms), most.employer),
      ...best(placesFor(typed, reader.thesaurus, source), most.place),
    ].slice(0, most.all);
    kept.set(typed.key, suggestions);
    return suggestions;
  };
}

function readTyped(q: string): Typed | null {
  const typed = normalise(q, typedLimit).replaceAll(' ', '');
  const isLetters = /^[a-zü']+$/u.test(typed);
  const key = typed.replaceAll("'", '').replaceAll('ü', 'v');
  if ((isLetters && key.length < 2) || !/[\p{Script=Han}a-z0-9]/u.test(typed)) return null;
  return { key, isLetters, heard: isLetters || typed.length < 2 ? '' : heardAs(typed) };
}

/** The best of them; what nobody offers now only where nothing else fits. A place is a start even without openings. */
function best(candidates: readonly Candidate[], count: number): Suggestion[] {
  const offered = candidates.filter(({ kind, openings }) => kind === 'place' || openings > 0);
  return [...(offered.length > 0 ? offered : candidates)]
    .sort((one, other) => other.points - one.points || other.openings - one.openings)
    .slice(0, count)
    .map(({ points: _, ...suggestion }) => suggestion);
}
