import { pinyin } from 'pinyin-pro';
import { towns } from '../../geodata/towns.ts';
import { type Chance, createChance } from '../../seeds/chance.ts';
import { trades } from '../../seeds/trades.ts';

const words = [...new Set(trades.flatMap(({ occupation, titles }) => [occupation, ...titles]))];
const benefits = [...new Set(trades.flatMap((trade) => trade.benefits))];

/** So many different questions as people put them: job words, some with a place or a benefit, some in pinyin. */
export function distinctQueries(count: number): string[] {
  const chance = createChance(count);
  const queries = new Set<string>();
  while (queries.size < count) queries.add(queryOf(chance));
  return [...queries];
}

function queryOf(chance: Chance): string {
  const word = chance.pick(words);
  const kind = chance.next();
  if (kind < 0.15) return word;
  if (kind < 0.55) return `${word} ${chance.pick(towns).shortName}`;
  if (kind < 0.75) return `${word} ${chance.pick(benefits)}`;
  if (kind < 0.9) return `${chance.pick(towns).shortName}${word}${chance.pick(benefits)}`;
  return `${toLetters(word)} ${chance.pick(towns).shortName}`;
}

/**
 * What reaches a server that is asked at every keystroke: people whose words follow Zipf's law (the n-th word 1/n as
 * often as the first), each typed sign by sign, one in four in pinyin. The people type at the same time.
 */
export function keystrokes(count: number): string[] {
  const chance = createChance(count);
  const people: string[][] = Array.from({ length: 40 }, () => []);
  const trace: string[] = [];
  while (trace.length < count) {
    const at = chance.between(0, people.length - 1);
    if (people[at]!.length === 0) people[at] = prefixesOf(typed(chance));
    trace.push(people[at]!.shift()!);
  }
  return trace;
}

const zipfSum = words.reduce((sum, _, at) => sum + 1 / (at + 1), 0);

function typed(chance: Chance): string {
  let left = chance.next() * zipfSum;
  const word = words.find((_, at) => (left -= 1 / (at + 1)) < 0) ?? words[0]!;
  return chance.happens(0.25) ? toLetters(word) : word;
}

function prefixesOf(text: string): string[] {
  const signs = [...text];
  return signs.map((_, at) => signs.slice(0, at + 1).join(''));
}

const toLetters = (word: string): string =>
  pinyin(word, { toneType: 'none', type: 'array', nonZh: 'removed' }).join('').replaceAll('ü', 'v');
