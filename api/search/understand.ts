import type { MatchKind, Understood } from '../openings/contract.ts';
import { coreName, pairTerms, term, type TermKind } from './document.ts';
import { lexiconOf, soundAlikes } from './lexicon.ts';
import { bigrams, isHan, maxQueryLength, normalise, pieces } from './normalise.ts';
import type { Alternative, Clause, FoundFilters, Plan } from './plan.ts';
import { readSalary } from './salary-words.ts';
import { segment, type Segment } from './segment.ts';
import { merged, splitPinyin, syllablesOf } from './sound.ts';
import type { FilterMeaning, OccupationMeaning, Thesaurus } from './thesaurus.ts';
import type { Cutter } from './words.ts';

export type Reader = { thesaurus: Thesaurus; cut: Cutter };

/** Parts a query may have; what is longer is cut, so that a pasted page costs no more than a sentence. */
const clauseLimit = 8;

/**
 * Reads a query: what in it names a place, a benefit or a condition becomes a filter, the rest becomes clauses.
 * Pure and total.
 * @param literal nothing becomes a filter
 */
export function understand(query: string, reader: Reader, literal = false): Plan {
  const text = normalise(query, maxQueryLength);
  const filters: FoundFilters = {};
  const understood: Understood[] = [];
  const { rest, salary } = literal ? { rest: text, salary: null } : readSalary(text);
  if (salary) {
    filters.salaryMin = salary.monthlyYuan;
    understood.push({
      kind: 'condition',
      text: salary.text,
      filter: 'salaryMin',
      value: String(salary.monthlyYuan),
      label: `月薪 ${salary.monthlyYuan} 元起`,
    });
  }
  const clauses: Clause[] = [];
  for (const part of segment(rest, reader)) {
    const filter = literal ? null : part.filter;
    if (filter && take(filter, filters)) {
      understood.push({
        kind: filter.kind,
        text: part.text,
        filter: filter.filter,
        value: filter.value,
        label: filter.label,
      });
    } else if (clauses.length < clauseLimit && part.kind !== 'empty') {
      clauses.push(clauseOf(part, reader, understood));
    }
  }
  return {
    code: codeClause(text),
    employer: employerClause(rest, clauses, understood, reader),
    clauses,
    filters,
    understood,
  };
}

/** Sets the filter unless another value stands there already; benefits add up. */
function take(meaning: FilterMeaning, filters: FoundFilters): boolean {
  if (meaning.filter === 'benefits') {
    filters.benefits = [...new Set([...(filters.benefits ?? []), meaning.value])];
    return true;
  }
  if (meaning.filter === 'district' && filters.town?.startsWith(meaning.value)) return true;
  const current = filters[meaning.filter];
  if (current !== undefined && current !== meaning.value) return false;
  (filters as Record<string, unknown>)[meaning.filter] = meaning.value;
  if (meaning.filter === 'town' && filters.district && !meaning.value.startsWith(filters.district))
    return false;
  return true;
}

function clauseOf(part: Segment, reader: Reader, understood: Understood[]): Clause {
  if (part.kind === 'job') return jobClause(part, reader, understood);
  return isHan(part.text)
    ? textClause(part.text, reader, understood)
    : lettersClause(part.text, reader, understood);
}

const all = (kind: TermKind, text: string): string[] => {
  if (!isHan(text)) return [term(kind, text)];
  return [...new Set(bigrams(text))].map((pair) => term(kind, pair));
};

/** What people leave off: 保洁员 -> 保洁, when two characters stay. */
export function stem(word: string): string {
  const bare = word.replace(/(?:人员|师傅|工人|员工|工|员|师|的)$/u, '');
  return [...bare].length >= 2 ? bare : word;
}

/**
 * The ways a word for a job is meant, best first. `via` says how the word was found when it was not typed.
 * Order: the whole name; the word in the job's name with the right occupation; the word in any job's name; the
 * occupation under another name.
 */
function jobAlternatives(word: string, reader: Reader, via: MatchKind | null, base: number): Alternative[] {
  const { thesaurus } = reader;
  const meanings = occupationMeanings(word, thesaurus);
  const named = meanings.some((meaning) => meaning.as === 'name') || meanings.length === 0;
  const list: Alternative[] = [];
  const push = (terms: string[], rank: number, matched: MatchKind) =>
    list.push({ terms, rank: base + rank, matched: via ?? matched });
  push([term('=', word)], 0, 'exact');
  const root = stem(word);
  for (const [at, { concept }] of meanings.entries()) {
    push([term('c', concept), ...all('j', word)], 1 + at * 0.1, 'exact');
    if (root !== word && named) push([term('c', concept), ...all('j', root)], 1.5 + at * 0.1, 'exact');
  }
  push(all('j', word), named ? 2 : 3.2, 'exact');
  for (const [at, { concept, as }] of meanings.entries()) {
    push([term('c', concept)], (as === 'name' ? 3 : 3.1) + at * 0.2, 'synonym');
    const other = thesaurus.concepts.get(concept);
    if (at === 0 && other && other.name !== word) push(all('j', stem(other.name)), 4, 'synonym');
  }
  if (root !== word && named) push(all('j', root), 4.2, 'exact');
  for (const { concept } of meanings) push([term('s', concept)], 5, 'synonym');
  return list;
}

function occupationMeanings(word: string, thesaurus: Thesaurus): OccupationMeaning[] {
  return (thesaurus.vocabulary.get(word) ?? []).filter((meaning) => meaning.kind === 'occupation');
}

/** Near jobs, and openings that only speak of the word. */
function weakAlternatives(word: string, reader: Reader, base: number): Alternative[] {
  const { thesaurus } = reader;
  const list: Alternative[] = [];
  const near = occupationMeanings(word, thesaurus).flatMap(
    ({ concept }) => thesaurus.concepts.get(concept)?.near ?? [],
  );
  for (const [at, concept] of [...new Set(near)].slice(0, 10).entries())
    list.push({ terms: [term('c', concept)], rank: base + 0.1 * at, matched: 'related' });
  list.push({ terms: all('t', word), rank: base + 2, matched: 'related' });
  list.push({
    terms: reader.cut.words(word).map((part) => term('d', part)),
    rank: base + 1.2,
    matched: 'related',
  });
  return list.filter(({ terms }) => terms.length > 0);
}

function jobClause(part: Segment, reader: Reader, understood: Understood[]): Clause {
  const word = part.word ?? part.text;
  const via = part.via ?? null;
  if (via) tell(understood, part.text, word);
  return {
    text: part.text,
    kind: 'job',
    direct: jobAlternatives(word, reader, via, 0),
    spare: weakAlternatives(word, reader, 40),
  };
}

/** Says which word was read where other letters were typed. */
function tell(understood: Understood[], text: string, word: string): void {
  understood.push({ kind: 'occupation', text, filter: 'q', value: word, label: word });
}

/** Hanzi no vocabulary knows: first as written, then by sound. */
function textClause(text: string, reader: Reader, understood: Understood[]): Clause {
  const { thesaurus } = reader;
  const lexicon = lexiconOf(thesaurus);
  const words = reader.cut.words(text);
  const direct: Alternative[] = [
    { terms: [term('=', text)], rank: 0, matched: 'exact' },
    { terms: [...text].length === 1 ? [term('j', text)] : all('j', text), rank: 1, matched: 'exact' },
  ];
  if ([...text].length > 1) {
    direct.push({ terms: all('e', text), rank: 6, matched: 'exact' });
    direct.push({ terms: all('t', text), rank: 4, matched: 'exact' });
  }
  if (words.length > 0)
    direct.push({ terms: words.map((word) => term('d', word)), rank: 7, matched: 'exact' });
  for (const other of thesaurus.synonyms.get(text) ?? []) {
    direct.push({ terms: all('j', other), rank: 3, matched: 'synonym' });
    direct.push({
      terms: reader.cut.words(other).map((word) => term('d', word)),
      rank: 8,
      matched: 'synonym',
    });
  }
  const spare: Alternative[] = [];
  const alike = soundAlikes(text, lexicon).filter((word) => occupationMeanings(word, thesaurus).length > 0);
  for (const [at, word] of alike.slice(0, 3).entries()) {
    if (at === 0) tell(understood, text, word);
    spare.push(...jobAlternatives(word, reader, 'homophone', 20 + at * 6));
  }
  const syllables = syllablesOf(text);
  if (syllables.length > 1) {
    spare.push({ terms: pairTerms('p', syllables), rank: 30, matched: 'homophone' });
    spare.push({ terms: pairTerms('h', syllables.map(merged)), rank: 31, matched: 'homophone' });
  }
  return { text, kind: 'text', direct: direct.filter(({ terms }) => terms.length > 0), spare };
}

/** Latin letters: a word like CNC, pinyin in full, initials, pinyin as a local ear hears it. */
function lettersClause(text: string, reader: Reader, understood: Understood[]): Clause {
  const { thesaurus } = reader;
  const lexicon = lexiconOf(thesaurus);
  const letters = text.replaceAll("'", '');
  const direct: Alternative[] = [
    { terms: [term('=', text)], rank: 0, matched: 'exact' },
    { terms: [term('j', text)], rank: 1, matched: 'exact' },
    { terms: [term('t', text)], rank: 4, matched: 'exact' },
    { terms: [term('d', text)], rank: 7, matched: 'exact' },
    { terms: [term('e', text)], rank: 6, matched: 'exact' },
  ];
  const syllables = /^[a-zü']+$/u.test(text) ? splitPinyin(text) : null;
  const spare: Alternative[] = [];
  if (syllables) {
    direct.push({ terms: pairTerms('p', syllables), rank: 12, matched: 'pinyin' });
    if (syllables.length > 1) direct.push({ terms: pairTerms('f', syllables), rank: 18, matched: 'pinyin' });
    const heard = lexicon.bySound.get(syllables.map(merged).join('_')) ?? [];
    for (const [at, word] of jobsOf(heard, thesaurus).slice(0, 3).entries())
      spare.push(...jobAlternatives(word, reader, 'homophone', 26 + at * 6));
    if (syllables.length > 1)
      spare.push({ terms: pairTerms('h', syllables.map(merged)), rank: 38, matched: 'homophone' });
  }
  if (/^[a-z]{2,8}$/.test(letters)) {
    const words = jobsOf(lexicon.byInitials.get(letters) ?? [], thesaurus).slice(0, 4);
    for (const [at, word] of words.entries())
      direct.push(...jobAlternatives(word, reader, 'initials', 19 + at * 0.01));
    if (words[0] && !syllables) tell(understood, text, words[0]);
    direct.push({ terms: [term('i', letters)], rank: 18.5, matched: 'initials' });
    if (letters.length > 2) direct.push({ terms: [term('g', letters)], rank: 25, matched: 'initials' });
  }
  return { text, kind: 'text', direct, spare };
}

/** Words that name jobs, the commoner job first. */
function jobsOf(words: readonly string[], thesaurus: Thesaurus): string[] {
  const weight = (word: string) => {
    const meaning = occupationMeanings(word, thesaurus)[0];
    if (!meaning) return -1;
    return (thesaurus.concepts.get(meaning.concept)?.weight ?? 0) + (meaning.as === 'name' ? 2 : 0);
  };
  return words.filter((word) => weight(word) >= 0).sort((one, other) => weight(other) - weight(one));
}

/** A code read out over the telephone (234-679) or an external id. */
function codeClause(text: string): Clause | null {
  const compact = text.replace(/[\s-]/gu, '');
  if (!/^[a-z0-9_.]{2,40}$/.test(compact)) return null;
  const direct: Alternative[] = [{ terms: [term('x', text.replaceAll(' ', ''))], rank: 0, matched: 'exact' }];
  if (/^[234679acdefghjkmnpqrt]{6}$/.test(compact))
    direct.push({ terms: [term('#', compact)], rank: 0, matched: 'exact' });
  return { text, kind: 'text', direct, spare: [] };
}

const houseEnding =
  /(?:公司|厂|店|集团|医院|学校|幼儿园|小学|中学|学院|大学|酒店|宾馆|超市|商场|事务所|合作社|中心|银行|饭店|局|所|院|社|馆)$/u;

/** Everything typed, read as an employer's name. Only what is more than words for jobs can be one. */
function employerClause(
  text: string,
  clauses: readonly Clause[],
  understood: readonly Understood[],
  reader: Reader,
): Plan['employer'] {
  const name = pieces(text).filter(isHan).join('');
  if ([...name].length < 2) return null;
  const isJob = clauses.length === 1 && clauses[0]!.kind === 'job' && understood.length === 0;
  const isOnlyFilters = clauses.length === 0;
  if (isJob || isOnlyFilters || reader.thesaurus.vocabulary.has(name)) return null;
  const likely = houseEnding.test(name) || clauses.every((clause) => clause.kind === 'text');
  return {
    clause: {
      text: name,
      kind: 'text',
      direct: [{ terms: all('e', name), rank: 0, matched: 'exact' }],
      spare: [],
    },
    likely,
  };
}
