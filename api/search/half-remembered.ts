import { all, term } from './terms.ts';
import { makersOf } from './registered-names.ts';
import type { Alternative } from './plan.ts';
import type { Cutter } from './words.ts';

// Said of a house whose name has slipped somebody's mind: 旭什么新能源的厂, 好像叫什么甜蜜的果园, 那个给超市送冷冻货的惠农.
const marked =
  /^(?:我?(?:记得|好像|忘了|听说)|(?:就是)?(?:上次|之前)?(?:那个|那家|有家|哪个)|\p{Script=Han}{2,4}(?:那个|那家))|(?:叫|名字|带)(?:做|里)?(?:有)?(?:个)?(?:什么|啥|[\p{Script=Han}]字)|(?!叫|做|是|有|要|找|干|个|为|凭|招|学|卖|会|能|进|去|到|在|和|跟|的|了|想|没|修|开|带)[\p{Script=Han}](?:什么|啥|某)[\p{Script=Han}]{2,}/u;
const noise =
  /我|记得|好像|忘了|听说|就是|上次|之前|那个|那家|有个|有家|哪个|名字(?:里)?|是不是|叫做?|带个?|还?在?招(?:人|工)|招不招|吗|里(?=$|[ ,，])|(?:的)?(?:那个|那家)?(?:厂子?|公司|单位|店|地方|企业|牌子)(?:里)?$/gu;
/** Of a name only one character is known: 旭什么, 什么恒, 带个恒字. */
const known =
  /((?!叫|做|是|有|要|找|干|个|为|凭|招|学|卖|会|能|进|去|到|在|和|跟|的|了|想|没|修|开|带)[\p{Script=Han}])(?:什么|啥|某)|(?:什么|啥)([\p{Script=Han}])(?=的|电|新|机|服|食|科|药|化|光|精|重|玩|建|物|超)|(?:带|有)个?([\p{Script=Han}])字/u;

/** A first letter of an employer's own name, by itself. */
export const letterTerm = (letter: string): string => term('e', letter);

/** Employers by what is remembered of their names: two of its words, a word nobody else has, or one letter and what is made. */
export function halfRemembered(text: string, cut: Cutter, isKnown: (word: string) => boolean): Alternative[] {
  if (!marked.test(text)) return [];
  const found = known.exec(text);
  const letter = found?.[1] ?? found?.[2] ?? found?.[3];
  const rest = text
    .replace(known, ' ')
    .replace(noise, ' ')
    .replace(/什么|啥/gu, ' ');
  const words = [...new Set(rest.split(/[ ,，的]+/u).flatMap((part) => cut.split(part)))].filter((word) =>
    /^(?:\p{Script=Han}{2,}|[a-z0-9]{2,})$/u.test(word),
  );
  const list: Alternative[] = [];
  const push = (terms: readonly string[], rank: number) =>
    list.push({ terms: [...terms], rank, matched: 'exact' });
  if (letter && letter !== '厂') {
    if (words.length === 0)
      push([letterTerm(letter), ...(text.includes('厂') ? [term('e', '厂')] : [])], 0.5);
    for (const word of words) {
      push([letterTerm(letter), ...all('e', word)], 0.2);
      for (const name of makersOf(word) ?? []) push([letterTerm(letter), ...all('e', name)], 0.3);
    }
    return list;
  }
  words.slice(0, 6).forEach((one, at) => {
    for (const other of words.slice(at + 1, 6)) push([...all('e', one), ...all('e', other)], 0.4);
    if (!isKnown(one)) push(all('e', one), 0.6);
  });
  return list;
}
