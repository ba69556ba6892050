import { bigrams, normalise, pieces } from './normalise.ts';
import type { Concept, OccupationMeaning, Thesaurus } from './thesaurus.ts';

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
  /** Words of the title that name the job, and what stands beside them: 会计师事务所 | 保洁. */
  jobWords: readonly string[];
  besideJob: readonly string[];
};

// After these the title speaks of the house, not of the job: 电工电子厂保洁, 会计师事务所保洁, 护士站保洁.
const houses =
  /^.*(?:厂|所|公司|集团|店|医院|学院|学校|小学|中学|大学|园|中心|部|站|局|院|校|馆|酒店|宾馆|超市|商场|家|行业|线|区|办)/u;
// Say how high or how new somebody is in the job that stands before them.
const degrees =
  /(?:助理|主管|经理|领班|组长|班长|学徒|学徒工|实习生|徒工|储备|专员|师傅|人员|大姐|阿姨|员工|兼职|若干|数名|负责人|老师傅|工作人员|岗|岗位|熟练工|新手|生手)+$/u;
const advertising =
  /^(?:急招|急聘|诚聘|高薪|招聘|直招|招|聘|长期招|大量招|优秀|资深|初级|中级|高级|男女|长白班|白班|夜班|两班倒)+/u;

/** Parts of a title that each can name a job, brackets and what is in them set apart. */
export function titleParts(title: string): { main: string[]; aside: string[] } {
  const text = normalise(title);
  const aside = [...text.matchAll(/[([{<【《「〔]([^)\]}>】》」〕]*)[)\]}>】》」〕]?/gu)].map(
    (match) => match[1] ?? '',
  );
  const main = text
    .replace(/[([{<【《「〔][^)\]}>】》」〕]*[)\]}>】》」〕]?/gu, ' | ')
    .split(/[|/\\、,，;；:：·•+&\-—–_~]|兼(?!职)|\s和\s|以及/u)
    .map((part) => part.replaceAll(' ', '').replace(advertising, ''))
    .filter((part) => part !== '');
  return { main, aside: aside.flatMap((part) => pieces(part)) };
}

type Found = { start: number; end: number; word: string; meanings: OccupationMeaning[] };

/** Longest occupation words of a text from left to right. */
export function occupationWords(text: string, thesaurus: Thesaurus): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length;) {
    const hit = longestAt(text, start, thesaurus);
    if (hit) found.push(hit);
    start = hit ? hit.end : start + 1;
  }
  return found;
}

function longestAt(text: string, start: number, thesaurus: Thesaurus): Found | null {
  for (let end = Math.min(text.length, start + thesaurus.longestWord); end > start + 1; end--) {
    const word = text.slice(start, end);
    const meanings = (thesaurus.vocabulary.get(word) ?? []).filter(
      (meaning) => meaning.kind === 'occupation',
    );
    if (meanings.length > 0) return { start, end, word, meanings };
  }
  return null;
}

/** The word that names the job in one part: the last one, because Chinese puts the head last. */
function headOf(part: string, thesaurus: Thesaurus): Found | null {
  const direct = occupationWords(part, thesaurus);
  const last = direct.at(-1);
  if (last && last.end === part.length) return last;
  const bare = part.replace(degrees, '');
  const again = bare === part ? direct : occupationWords(bare, thesaurus);
  return again.at(-1) ?? last ?? null;
}

/** Names the occupations of an opening out of its title, its stated occupation and its duties. */
export function classify(opening: Described, thesaurus: Thesaurus): Classified {
  const { main, aside } = titleParts(opening.title);
  const context = contextOf(opening);
  const primary = new Set<string>();
  const jobWords: string[] = [];
  const beside: string[] = [...aside];
  const stated = opening.occupation ? normalise(opening.occupation).replaceAll(' ', '') : '';
  const statedConcepts = stated ? conceptsOf(stated, thesaurus) : [];
  for (const part of main) {
    const head = headOf(part, thesaurus);
    if (!head) {
      jobWords.push(part);
      continue;
    }
    const candidates = head.meanings.map((meaning) => meaning.concept);
    const agreed = candidates.filter((concept) => statedConcepts.includes(concept));
    const chosen = agreed.length > 0 ? agreed : candidates;
    primary.add(likeliest(chosen, head.word, context, opening, thesaurus));
    jobWords.push(part.slice(head.start));
    if (head.start > 0) {
      const left = part.slice(0, head.start);
      const job = left.replace(houses, '');
      if (job !== '') beside.push(job);
      if (job !== left) beside.push(left);
    }
  }
  if (statedConcepts.length > 0 && ![...primary].some((concept) => statedConcepts.includes(concept)))
    primary.add(likeliest(statedConcepts, stated, context, opening, thesaurus));
  if (stated !== '') jobWords.push(stated);
  const secondary = primary.size > 0 ? [] : fromDuties(opening, thesaurus);
  return { primary: [...primary], secondary, jobWords: unique(jobWords), besideJob: unique(beside) };
}

function conceptsOf(text: string, thesaurus: Thesaurus): string[] {
  return headOf(text, thesaurus)?.meanings.map((meaning) => meaning.concept) ?? [];
}

/** Pairs of characters around the job: a sewing shop speaks of 服装 and 缝纫, a machine shop of 机床. */
function contextOf(opening: Described): ReadonlySet<string> {
  const text = `${opening.employerName} ${opening.duties} ${opening.requirements}`.slice(0, 600);
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
    for (const { word, meanings } of occupationWords(piece, thesaurus)) {
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
