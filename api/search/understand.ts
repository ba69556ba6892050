import type { Understood } from '../openings/contract.ts';
import { withoutCircumstances } from './circumstances.ts';
import { commonness } from './commonness.ts';
import { asTold, asWritten, deedAlternatives, deedIn } from './deeds.ts';
import { employerClause } from './employer-clause.ts';
import { term } from './terms.ts';
import { jobClause } from './job-clause.ts';
import { meaningsOf } from './job-words.ts';
import { spareAlternatives } from './spare.ts';
import { lexiconOf, soundAlikes } from './lexicon.ts';
import { likelyBeside, likelyDeed } from './likely.ts';
import { halfHeard } from './slips.ts';
import { asPaper } from './papers.ts';
import { eitherOf, plainly, withoutPast, withoutStory } from './plain-words.ts';
import { isHan, isUnreadable, maxQueryLength, normalise, pieces } from './normalise.ts';
import { emptyClause, type Alternative, type Clause, type FoundFilters, type Plan } from './plan.ts';
import { anyHouse, askedOfAnyJob, saidAsNoun } from './asked.ts';
import { readSalary } from './salary-words.ts';
import { segment, type Segment } from './segment.ts';
import { lettersClause, tell, textClause } from './text-clause.ts';
import type { Doing, FilterMeaning, Thesaurus } from './thesaurus.ts';
import { wishOf, withKnownNouns } from './wishes.ts';
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
  const { rest: said, salary } = literal ? { rest: text, salary: null } : readSalary(text);
  const rest = wishIn(withoutCircumstances(asPaper(said, reader.thesaurus)), reader);
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
  const every = asOneObject(cutUp(plainly(rest), reader), reader);
  const cut = withoutStray(every, reader);
  const parts = housed(withoutPlain(cut), rest, reader);
  const asked = literal ? null : askedOfAnyJob(rest, parts, reader.thesaurus);
  if (asked) clauses.push(asked.clause);
  const done = asked ? null : deedOf(rest, parts, reader, literal);
  if (done) clauses.push(deedClause(done, reader, understood));
  for (const part of asked?.beside ?? done?.beside ?? parts) {
    const noun = literal ? null : saidAsNoun(part, reader.thesaurus, parts);
    if (noun) {
      clauses.push(noun);
      continue;
    }
    const meant = literal ? [] : part.filters;
    const taken = meant.filter((filter) => take(filter, filters));
    for (const { kind, filter, value, label } of taken)
      understood.push({ kind, text: part.text, filter, value, label });
    if (taken.length > 0 || clauses.length >= clauseLimit) continue;
    // Said twice is said once.
    if (clauses.every((clause) => clause.text !== part.text))
      clauses.push(clauseOf(part, reader, understood));
  }
  const likely = literal || asked || done ? [] : likelyBeside(rest, parts, reader.thesaurus);
  if (likely.length > 0) clauses.forEach((clause, at) => (clauses[at] = beside(clause, likely)));
  if (isUnreadable(query, text)) clauses.push(emptyClause);
  return {
    code: codeClause(text),
    employer: employerClause(
      rest,
      clauses,
      understood,
      { isMisheard: parts.some(isHeard), isMore: cut.length < every.length },
      reader,
    ),
    clauses,
    inTurns: eitherOf.test(text) && clauses.filter(({ kind }) => kind === 'job').length > 1,
    title: wholeTitle(rest, clauses),
    filters,
    understood,
  };
}

/** Longer texts are rare, and a story is told in less. */
const longestStory = 60;

/** What is wished for in a story, where it is said. */
function wishIn(text: string, reader: Reader): string {
  if (text.length > longestStory) return text;
  const partsOf = (sentence: string) => segment(plainly(sentence), reader);
  const names = (sentence: string) => partsOf(sentence).some(({ kind, via }) => kind === 'job' && !via);
  const isTerm = (sentence: string) => partsOf(sentence).some(({ filters }) => filters.length > 0);
  return withoutStory(text, names, isTerm);
}

/** Read as a trade for its sound alone: 青化工 in 瀚青化工. */
const isHeard = ({ kind, via }: Segment) => kind === 'job' && via === 'homophone';

type Done = {
  text: string;
  deed: Doing;
  said: readonly Segment[];
  beside: readonly Segment[];
  /** Nobody has written it down: its parts are asked for as well. */
  isLikely?: true;
};

const beside = (clause: Clause, more: readonly Alternative[]): Clause => ({
  ...clause,
  spare: () => [...clause.spare(), ...more],
});

/** What is done for a living, when a query says nothing else beside places and terms. */
function deedOf(
  text: string,
  parts: readonly Segment[],
  { thesaurus }: Reader,
  literal: boolean,
): Done | null {
  const whole = pieces(text).join('');
  const terms = parts.filter(({ filters }) => filters.length > 0);
  const said = parts.filter(({ filters }) => filters.length === 0);
  const rest = terms.reduce((sofar, part) => sofar.replace(part.text, ''), whole);
  const isWhole = deedIn(whole, thesaurus);
  if (isWhole) return { text: whole, deed: isWhole, said: terms.length > 0 ? [] : said, beside: [] };
  const deed = terms.length > 0 ? deedIn(rest, thesaurus) : undefined;
  if (deed) return { text: rest, deed, said, beside: terms };
  // What is told around it is no part of it: 大专毕业想找办公室坐班的工作.
  const told = said.map((part) => part.text).join('');
  const inStory = told !== '' && rest.includes(told) ? deedIn(told, thesaurus) : undefined;
  if (inStory) return { text: told, deed: inStory, said, beside: terms };
  const likely = literal || said.length === 0 ? null : likelyDeed(rest, said, thesaurus);
  return likely ? { text: told, deed: likely, said, beside: terms, isLikely: true } : null;
}

/** Whoever says it in one word that names a job means that word too. */
function deedClause({ text, deed, said, isLikely }: Done, reader: Reader, understood: Understood[]): Clause {
  // 健康 is half of 健康证 and another word.
  const isHalf = text.endsWith('证') && !said[0]?.text.endsWith('证');
  const isWord = said.length === 1 && said[0]!.kind === 'job' && !isHalf;
  const base = isWord ? clauseOf(said[0]!, reader, understood) : null;
  const named = reader.thesaurus.concepts.get(deed.concepts[0]!)!.name;
  if (isLikely) tell(understood, text, named);
  return {
    text: base?.text ?? text,
    kind: 'job',
    direct: [
      ...(base?.direct ?? asWritten(text)),
      ...deedAlternatives(deed, reader.cut),
      ...asTold(text, reader.cut),
      ...(isLikely ? said.flatMap((part) => wordsOf(part, reader)) : []),
    ],
    context: base?.context ?? [],
    spare: () => base?.spare() ?? spareAlternatives(normalise(named), reader, 40),
  };
}

/** What a part says by itself, a tier behind. */
const wordsOf = (part: Segment, reader: Reader): Alternative[] =>
  clauseOf(part, reader, []).direct.map((one) => ({ ...one, rank: one.rank + 1 }));

const handled = /^[洗择摘拣切配烧做炒端杀搬扫理][\p{Script=Han}]/u;

/** A house of no kind says nothing beside what one is promised. */
function withoutPlain(all: readonly Segment[]): readonly Segment[] {
  // Whoever asks whether a house hires looks for no recruiter: 饭店招人.
  // Who washes and cuts lends a hand: 洗菜切菜打下手 asks for no hand elsewhere.
  const parts = all.filter(
    ({ text }, at) =>
      at === 0 ||
      (!/^(?:招人|招工|招聘|要人)的?$/u.test(text) &&
        !(/^(?:打下手|打杂|帮忙)的?$/u.test(text) && handled.test(all[at - 1]!.text))),
  );
  const isPromised = parts.some(({ filters }) => filters.some(({ kind }) => kind !== 'place'));
  return isPromised ? parts.filter(({ kind, text }) => kind === 'filter' || !anyHouse.test(text)) : parts;
}

/** 医院里打扫 cleans: a house that names no trade itself narrows what stands right behind it. */
function housed(parts: readonly Segment[], text: string, { thesaurus }: Reader): readonly Segment[] {
  const hasOwn = ({ kind, text: said, word = said }: Segment) =>
    kind === 'job' && meaningsOf(word, thesaurus).some(({ as }) => as !== 'broader');
  return parts.map((part, at) => {
    const next = parts[at + 1];
    const isPlace = part.kind === 'job' && !part.via && !hasOwn(part) && next !== undefined && hasOwn(next);
    const isNarrowed =
      isPlace && ['', '里', '里面', '上'].some((at) => text.includes(part.text + at + next.text));
    return isNarrowed ? { text: part.text, kind: 'text', filters: [] } : part;
  });
}

/** The parts of a query; nouns are exchanged for those of the thesaurus where that makes more of it known. */
function cutUp(told: string, reader: Reader): Segment[] {
  const now = withoutPast(told);
  const wished = now === told ? [] : segment(now, reader);
  const text = wished.some(({ kind }) => kind !== 'filter') ? now : told;
  const parts = text === told ? segment(text, reader) : wished;
  const unknown = (list: readonly Segment[]) =>
    list.filter(({ kind, word, via }) => (kind === 'text' ? !word : via === 'homophone')).length;
  const other = unknown(parts) === 0 ? text : withKnownNouns(text, reader.thesaurus);
  const others = other === text ? parts : segment(other, reader);
  const better = unknown(others) < unknown(parts) ? others : parts;
  return freely(text, better, reader) ?? better;
}

/** A wish that is one sentence, though pieces of it are words of their own and none says who does it: 给狗剪毛. */
function freely(text: string, parts: readonly Segment[], { thesaurus }: Reader): Segment[] | null {
  if (parts.length < 2 || !isHan(text) || thesaurus.vocabulary.has(text)) return null;
  const says = ({ kind, word }: Segment) =>
    kind === 'filter' ||
    meaningsOf(word ?? '', thesaurus).some(({ as }) => as === 'name' || as === 'everyday');
  if (parts.some(says)) return null;
  const word = wishOf(text, thesaurus);
  return word ? [{ text, kind: 'text', filters: [], word }] : null;
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

function wholeTitle(rest: string, clauses: readonly Clause[]): Alternative[] {
  const whole = pieces(rest).join('');
  const isClause = clauses.length === 1 && clauses[0]!.text === whole;
  if (clauses.length === 0 || isClause) return [];
  return [{ terms: [term('=', whole)], rank: 0, matched: 'exact' }];
}

// 半挂车 is a thing by itself and nothing that is done to one.
const takesThing = /^[看管守收送修换装拆抄查读打做洗搬卖养]/u;

/** 看水表 reads meters and waters no fields: the last character belongs to the thing, which decides. */
function asOneObject(parts: readonly Segment[], { thesaurus }: Reader): readonly Segment[] {
  const [done, last] = parts;
  if (parts.length !== 2 || done!.kind !== 'job' || done!.via || last!.kind !== 'text' || last!.word)
    return parts;
  if (!isHan(done!.text) || [...done!.text].length !== 2 || [...last!.text].length !== 1) return parts;
  if (!takesThing.test(done!.text)) return parts;
  const isTrade = meaningsOf(done!.text, thesaurus).some(({ as }) => as === 'name' || as === 'everyday');
  return isTrade ? parts : [{ text: done!.text + last!.text, kind: 'text', filters: [] }];
}

/** A single character beside real words is a slip or a particle. */
function withoutStray(parts: readonly Segment[], reader: Reader): Segment[] {
  const isStray = (part: Segment) => part.kind === 'text' && isHan(part.text) && [...part.text].length === 1;
  const slip = parts.length === 2 && isStray(parts[0]!) ? slipOf(parts[0]!, parts[1]!, reader) : null;
  if (slip) return [slip];
  const real = parts.filter((part) => !isStray(part));
  return real.length > 0 ? real : [...parts];
}

/** 脏配工 is 装配工 with one wrong character: what it leaves of the word names nobody by itself. */
function slipOf(stray: Segment, left: Segment, { thesaurus }: Reader): Segment | null {
  const text = stray.text + left.text;
  const names = (word: string) =>
    meaningsOf(word, thesaurus).some(({ concept }) => thesaurus.concepts.get(concept)?.name === word);
  if (left.via || [...left.text].length !== 2 || !isHan(text) || names(left.text)) return null;
  const lexicon = lexiconOf(thesaurus);
  const [word] = [...soundAlikes(text, lexicon), ...halfHeard(text, lexicon)]
    .filter((other) => other.endsWith(left.text) && commonness(other, thesaurus) >= surelyMeant)
    .sort((one, other) => commonness(other, thesaurus) - commonness(one, thesaurus));
  return word ? { text, kind: 'job', filters: [], word, via: 'homophone' } : null;
}

const surelyMeant = 3;

function clauseOf(part: Segment, reader: Reader, understood: Understood[]): Clause {
  if (part.kind === 'job') {
    if (part.via) tell(understood, part.text, part.word!);
    return jobClause(part, reader);
  }
  return isHan(part.text)
    ? textClause(part.text, reader, understood, part.word)
    : lettersClause(part.text, reader, understood);
}

/** A code read out over the telephone (234-679) or an external id. */
function codeClause(text: string): Clause | null {
  const compact = text.replace(/[\s-]/gu, '');
  if (!/^[a-z0-9_.]{2,40}$/.test(compact)) return null;
  const direct: Alternative[] = [{ terms: [term('x', text.replaceAll(' ', ''))], rank: 0, matched: 'exact' }];
  if (/^[234679acdefghjkmnpqrt]{6}$/.test(compact))
    direct.push({ terms: [term('#', compact)], rank: 0, matched: 'exact' });
  return { text, kind: 'text', direct, context: [], spare: () => [] };
}
