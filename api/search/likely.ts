import { houseEnding } from './house-words.ts';
import { meaningsOf } from './job-words.ts';
import { likeTrades } from './likeness/likeness.ts';
import { isHan, pieces } from './normalise.ts';
import type { Alternative } from './plan.ts';
import type { Segment } from './segment.ts';
import { term } from './terms.ts';
import type { Doing, OccupationMeaning, Thesaurus } from './thesaurus.ts';

/** Words said around what is wished: 想找个…的活, 有没有…招人. */
const around =
  /^(?:我|本人|想要?|要|会|能|找|个|份|有没有|去|到|帮人?|替人?|给人|哪里|专门|可以)+|(?:的|活儿?|工作|岗位|事|招人|招聘|招工|上班|干活|做事|打工)+$/gu;

// A house is found by its name, and 招聘 is what a recruiter does for a living.
const named = /招聘|有限|公司/u;

/** How much must be said for a trade, and how much more than for the next, before it is taken for what is meant. */
const leastMeant = { score: 15, ratio: 1.15, letters: 4 };
/** The others come with it from this share of its score on. */
const leastShare = 0.6;
const leastBeside = { score: 8, letters: 3 };
const besideRank = 45;

/** Whether a part was typed as a word that means a job in such a way. */
const means = (
  { kind, via, word }: Segment,
  thesaurus: Thesaurus,
  isSuch: (meaning: OccupationMeaning) => boolean,
): boolean => kind === 'job' && !via && meaningsOf(word ?? '', thesaurus).some(isSuch);

/**
 * What nobody has a word for, told in words that are said of a trade: 家里钥匙掉了门打不开.
 * @param whole what was typed without its filters, as one run
 * @param said the parts of it
 */
export function likelyDeed(whole: string, said: readonly Segment[], thesaurus: Thesaurus): Doing | null {
  // What has a word for a job is found by it.
  const hasWord = said.some((part) => means(part, thesaurus, ({ as }) => as !== 'broader'));
  const isRead = hasWord || (said.length === 1 && said[0]!.word);
  const isName = said.some(({ text }) => houseEnding.test(text) || named.test(text));
  const told = whole.replace(around, '');
  if (isRead || isName || !isHan(told) || [...told].length < leastMeant.letters) return null;
  const like = likeTrades(told, 6);
  const [first, second] = like;
  const isMeant =
    first && first.score >= leastMeant.score && first.score >= leastMeant.ratio * (second?.score ?? 0);
  if (!isMeant) return null;
  const concepts = like.filter(({ score }) => score >= leastShare * first.score).map(({ trade }) => trade);
  return { concepts, titles: [], duties: [], employers: [] };
}

/** Whom such words are said of, far behind what they say themselves. */
export function likelyBeside(
  text: string,
  parts: readonly Segment[],
  thesaurus: Thesaurus,
): readonly Alternative[] {
  const told = pieces(text).join('');
  const isNamed = parts.some((part) => means(part, thesaurus, ({ as }) => as === 'name'));
  if (isNamed || !isHan(told) || [...told].length < leastBeside.letters) return [];
  const like = likeTrades(told, 4);
  return like
    .filter(({ score }) => score >= Math.max(leastBeside.score, leastShare * like[0]!.score))
    .map(({ trade }, at) => ({
      terms: [],
      anyOf: [term('c', trade), term('l', trade)],
      rank: besideRank + at / 2,
      matched: 'related',
    }));
}
