import { all } from './terms.ts';
import { bigrams, isHan } from './normalise.ts';
import type { Alternative } from './plan.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A part that stands in the names of more jobs tells none of them: 工人, 安装, 师傅. */
const mostNamed = 12;
const lengths = { least: 3, most: 8 };

/**
 * Openings whose title shares a part of what was said, the longest part first: 装地暖 finds 地暖新风安装, 查水表
 * finds 水表抄表员. The thing somebody works with says more than the jobs beside theirs.
 */
export function sharingAlternatives(text: string, thesaurus: Thesaurus, base: number): Alternative[] {
  const letters = [...text];
  if (!isHan(text) || letters.length < lengths.least || letters.length > lengths.most) return [];
  const list: Alternative[] = [];
  for (const part of partsOf(letters)) {
    const named = bigrams(part).map((pair) => pairsNamed(thesaurus).get(pair) ?? 0);
    if (Math.min(...named) > mostNamed) continue;
    const rank = base + (letters.length - [...part].length) / 10;
    for (const kind of ['j', 'k', 't'] as const)
      list.push({ terms: all(kind, part), rank, matched: 'related' });
  }
  return list;
}

/** Runs of the letters, longer and later ones first, then the first with the last: 打井 in 打水井. */
function partsOf(letters: readonly string[]): string[] {
  const parts: string[] = [];
  for (let length = letters.length - 1; length > 1; length--)
    for (let from = letters.length - length; from >= 0; from--)
      parts.push(letters.slice(from, from + length).join(''));
  return [...parts, letters[0]! + letters.at(-1)!];
}

const known = new WeakMap<Thesaurus, ReadonlyMap<string, number>>();

/** In the names of how many jobs a pair of characters stands; 40 ms, once. */
function pairsNamed(thesaurus: Thesaurus): ReadonlyMap<string, number> {
  const counted = known.get(thesaurus);
  if (counted) return counted;
  const counts = new Map<string, number>();
  for (const { names } of thesaurus.concepts.values())
    for (const pair of new Set(names.split('|').flatMap(bigrams)))
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
  known.set(thesaurus, counts);
  return counts;
}
