import { alsoCalled, areAkin } from './compounds.ts';
import { deedIn } from './deeds.ts';
import { tradeByHouse } from './by-house.ts';
import { jobInBrackets, withBrackets } from './title-brackets.ts';
import { bigrams, normalise, pieces } from './normalise.ts';
import { headOf, inDuties, inTitles, isCutAt, occupationWords, type Found } from './title-head.ts';
import { endsHouse, houses, titleParts } from './title-parts.ts';
import type { Concept, OccupationMeaning, Thesaurus } from './thesaurus.ts';
import { wishOf } from './wishes.ts';
import type { Cutter } from './words.ts';

/** What of an opening tells its occupation. */
export type Described = {
  title: string;
  occupation: string | null;
  duties: string;
  requirements: string;
  industry: string | null;
  employerName: string;
};

export type Classified = {
  /** What the opening is. */
  primary: readonly string[];
  /** What its duties speak of, when the title says nothing. */
  secondary: readonly string[];
  /** What the last word of its name means by itself: 焊工 in 集装箱焊工. */
  called: readonly string[];
  /** Words of the title that name the job: 叉车司机. */
  jobWords: readonly string[];
  /** The stated occupation in the form that is compared. */
  stated: string | null;
  /** What stands right before them: 毛绒玩具 | 充棉工. */
  modifiers: readonly string[];
  /** The rest, that tells of the house or the terms: 会计师事务所 | 保洁. */
  besideJob: readonly string[];
};

/** What is said freely and holds no known word: 采慈姑荸荠; what is done, or the house it is done in: 服装厂 招女工. */
function wished(part: string, thesaurus: Thesaurus): Found | null {
  const word = wishOf(part, thesaurus);
  const done = word ? undefined : (deedIn(part, thesaurus)?.concepts[0] ?? houseOf(part, thesaurus));
  if (done)
    return {
      start: 0,
      end: part.length,
      word: part,
      meanings: [{ kind: 'occupation', concept: done, as: 'phrase' }],
    };
  const meanings = (word ? thesaurus.vocabulary.get(word) : undefined)?.filter(
    (meaning) => meaning.kind === 'occupation' && inTitles(meaning),
  ) as OccupationMeaning[] | undefined;
  return meanings?.length ? { start: 0, end: part.length, word: part, meanings } : null;
}

/** Whom a house has before all others. */
function houseOf(part: string, { vocabulary }: Thesaurus): string | undefined {
  const meaning = endsHouse.test(part) ? vocabulary.get(part)?.[0] : undefined;
  return meaning?.kind === 'occupation' ? meaning.concept : undefined;
}

// Whoever leads, learns or sets a trade is of it: 车缝组长, 注塑调机技术员.
const ranks = /(?:组长|班长|领班|线长|学徒工?|徒工|技术员)$/u;

const leads = /(?:组长|班长|领班|线长)$/u;

const leader = 'team-leader-production';

/** 缝纫车间组长 leads whoever makes things; the trade before the rank names no leader of its own, as 客房领班 does. */
function leadsHands(part: string, word: string, concept: string, { concepts }: Thesaurus): boolean {
  const makes = concepts.get(concept)?.family?.startsWith('6-') ?? false;
  return makes && leads.test(part) && !leads.test(word);
}

/** The trade behind which a rank stands, where the two together are a job of their own. */
function ledBy(part: string, thesaurus: Thesaurus, cut: Cutter | null): string | null {
  const trade = part.replace(ranks, '').replace(/(?:小组|班组|班)$/u, '');
  if (trade === part || trade.length < 2) return null;
  const head = headOf(trade, thesaurus, cut);
  if (head?.end !== trade.length) return null;
  const [first] = namesFirst(head.meanings);
  // 农业 is a field and names no trade that its 技术员 would be of.
  return part.endsWith('技术员') && first!.as !== 'name' ? null : first!.concept;
}

// One person does two of these: 保洁绿化, 司机装卸.
const roles =
  /^(?:司机|驾驶员|保洁员?|保安员?|会计|出纳|文员|厨师|电工|焊工|收银员?|理货员?|前台|洗碗工?|切配工?|仓管员?|采购员?|绿化工?|装卸工?|搬运工?|送货工?|跟单员?|客服|美工|行政|人事|打杂)$/u;

/** Two names side by side are two jobs in one: 收银理货, 焊工铆工. */
function besideOf(part: string, head: Found, concept: string, thesaurus: Thesaurus): string | null {
  const last = occupationWords(part.slice(0, head.start), thesaurus).at(-1);
  if (!last || last.end !== head.start) return null;
  const [first] = namesFirst(last.meanings);
  const areTwo = roles.test(last.word) && roles.test(head.word);
  return first!.as === 'name' && (areTwo || areAkin(concept, first!.concept, thesaurus))
    ? first!.concept
    : null;
}

// Whoever calls for hands and names no trade wants hands for any work.
const anybody = /招工|招人(?!专员)|妈妈班|临时工|短工|长期工|暑[假期]工|寒假工/u;
const general = 'factory-worker';

/** Names the occupations of an opening out of its title, its stated occupation and its duties. */
export function classify(opening: Described, thesaurus: Thesaurus, cut: Cutter | null = null): Classified {
  const { main, aside, bracketed } = titleParts(opening.title);
  const context = contextOf(opening);
  const primary = new Set<string>();
  const jobWords: string[] = [];
  const modifiers: string[] = [];
  const beside: string[] = [...aside];
  const stated = opening.occupation ? normalise(opening.occupation).replaceAll(' ', '') : '';
  const statedConcepts = stated
    ? (headOf(stated, thesaurus, cut)?.meanings.map((meaning) => meaning.concept) ?? [])
    : [];
  const doubtful = new Set<string>();
  const called = new Set<string>();
  for (const part of main) {
    const head =
      withBrackets(part, bracketed, thesaurus) ??
      headOf(part, thesaurus, cut) ??
      (primary.size === 0 ? wished(part, thesaurus) : null);
    if (!head) {
      jobWords.push(part);
      continue;
    }
    const candidates = namesFirst(head.meanings).map((meaning) => meaning.concept);
    const agreed = candidates.filter((concept) => statedConcepts.includes(concept));
    const chosen = agreed.length > 0 ? agreed : candidates;
    const concept = likeliest(chosen, head.word, context, opening, thesaurus);
    // 电工培训老师 is stated to be a teacher: the electrician in the title counts little.
    if (statedConcepts.length > 0 && !statedConcepts.some((stated) => areAkin(concept, stated, thesaurus)))
      doubtful.add(concept);
    else if (leadsHands(part, head.word, concept, thesaurus)) {
      primary.add(leader);
      doubtful.add(concept);
    } else {
      primary.add(concept);
      const led = ledBy(part, thesaurus, cut);
      // Who leads others comes after those who do the work themselves.
      if (led && areAkin(concept, led, thesaurus)) (leads.test(part) ? doubtful : primary).add(led);
      const beside = besideOf(part, head, concept, thesaurus);
      if (beside) primary.add(beside);
      const name = part.slice(head.start);
      const also = alsoCalled(name, head.meanings, thesaurus, (at) => isCutAt(name, at, cut));
      if (also?.isTheJob) primary.add(also.concept);
      else if (also && (also.isCalledSo || areAkin(concept, also.concept, thesaurus)))
        called.add(also.concept);
    }
    jobWords.push(part.slice(head.start));
    if (head.start > 0) {
      const left = part.slice(0, head.start);
      const modifier = left.replace(houses, '');
      if (modifier !== '') modifiers.push(modifier);
      if (modifier !== left) beside.push(left);
    }
  }
  if (statedConcepts.length > 0 && ![...primary].some((concept) => statedConcepts.includes(concept)))
    primary.add(likeliest(statedConcepts, stated, context, opening, thesaurus));
  for (const part of main) {
    const trade = tradeByHouse(part, `${opening.employerName} ${bracketed.join(' ')}`, opening.duties);
    if (trade && statedConcepts.length === 0) primary.add(trade);
  }
  // 螺丝小王子（组装线）: a title that names nothing may do so in brackets; else those tell what is done beside it.
  const inBrackets = bracketed.flatMap((said) => jobInBrackets(said, thesaurus, cut) ?? []);
  const target = primary.size === 0 && doubtful.size === 0 ? primary : doubtful;
  for (const { concept, name } of inBrackets) {
    if (!primary.has(concept)) target.add(concept);
    if (name) jobWords.push(name);
  }
  if (primary.size === 0 && doubtful.size === 0 && anybody.test(opening.title)) primary.add(general);
  const secondary = primary.size > 0 ? [...doubtful] : fromDuties(opening, thesaurus);
  return {
    primary: [...primary],
    secondary,
    called: [...called].filter((concept) => !primary.has(concept)),
    jobWords: unique(jobWords),
    stated: stated === '' ? null : stated,
    modifiers: unique(modifiers),
    besideJob: unique(beside),
  };
}

/** Who is called by the word, and only else who may be said to do it. */
function namesFirst(meanings: readonly OccupationMeaning[]): readonly OccupationMeaning[] {
  const names = meanings.filter(({ as }) => as === 'name');
  return names.length > 0 ? names : meanings;
}

/** Pairs of characters around the job: a sewing shop speaks of 服装 and 缝纫, a machine shop of 机床. */
function contextOf(opening: Described): ReadonlySet<string> {
  const text = `${opening.title} ${opening.employerName} ${opening.duties} ${opening.requirements}`.slice(
    0,
    600,
  );
  return new Set(pieces(normalise(text)).flatMap(bigrams));
}

const spokenBy = new WeakMap<Thesaurus, Map<string, ReadonlySet<string>>>();

function pairsOf(concept: Concept, thesaurus: Thesaurus): ReadonlySet<string> {
  let known = spokenBy.get(thesaurus);
  if (!known) spokenBy.set(thesaurus, (known = new Map()));
  let pairs = known.get(concept.id);
  if (!pairs) {
    const near = concept.near.flatMap((id) => thesaurus.concepts.get(id)?.words ?? []);
    pairs = new Set([...concept.words, ...near].flatMap(bigrams));
    known.set(concept.id, pairs);
  }
  return pairs;
}

function likeliest(
  candidates: readonly string[],
  word: string,
  context: ReadonlySet<string>,
  opening: Described,
  thesaurus: Thesaurus,
): string {
  if (candidates.length === 1) return candidates[0]!;
  const inWord = new Set(bigrams(word));
  const score = (id: string, at: number) => {
    const concept = thesaurus.concepts.get(id);
    if (!concept) return -1;
    const pairs = pairsOf(concept, thesaurus);
    let shared = 0;
    for (const pair of context) if (pairs.has(pair) && !inWord.has(pair)) shared++;
    const section = opening.industry && concept.sections.includes(opening.industry) ? 1.5 : 0;
    // The earlier meaning is the one the thesaurus holds likelier.
    return shared + section - at * 0.5;
  };
  let best = candidates[0]!;
  let bestScore = -Infinity;
  candidates.forEach((id, at) => {
    const points = score(id, at);
    if (points > bestScore) [best, bestScore] = [id, points];
  });
  return best;
}

/** At most two occupations that the duties name, for a title that names none. */
function fromDuties(opening: Described, thesaurus: Thesaurus): string[] {
  const counts = new Map<string, number>();
  const text = normalise(`${opening.duties} ${opening.requirements}`, 1000);
  for (const piece of pieces(text)) {
    for (const { word, meanings } of occupationWords(piece, thesaurus, inDuties)) {
      const concept = meanings[0]!.concept;
      counts.set(concept, (counts.get(concept) ?? 0) + word.length);
    }
  }
  return [...counts.entries()]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 2)
    .map(([concept]) => concept);
}

const unique = (list: readonly string[]) => [...new Set(list)];
