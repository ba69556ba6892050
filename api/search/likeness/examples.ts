import { readdirSync, readFileSync } from 'node:fs';
import type { Thesaurus } from '../thesaurus.ts';
import type { Example } from './learn.ts';

const folder = new URL('examples/', import.meta.url);

/** A line of `examples/`: an opening with its title and duties, or a wish, which has no title. */
export type Line = { trade: string; title: string; words: string };

/**
 * All lines of `examples/`: `trade|title|duties` or `trade||wish`.
 * @throws with file and line, when one is not of that form
 */
export function readLines(): Line[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
      return lines.map((line, at) => {
        const [trade, title, words, ...more] = line.split('|');
        if (!trade || title === undefined || !words || more.length > 0)
          throw new Error(`${name}:${at + 1}: ${line}`);
        return { trade, title, words };
      });
    });
}

/** What a single thing that is done, and a whole wish, count beside a word of the thesaurus. */
const counts = { duty: 3, wish: 2 };

/** What is said of the trades: every word of the thesaurus, titles, duties one by one, and wishes. */
export function* examplesOf(lines: readonly Line[], { concepts }: Thesaurus): Iterable<Example> {
  for (const { id, words } of concepts.values())
    for (const text of words) yield { trade: id, text, counts: 1 };
  for (const { trade, title, words } of lines) {
    if (title === '') yield { trade, text: words, counts: counts.wish };
    else {
      yield { trade, text: title, counts: 1 };
      for (const duty of words.split(/[、，,。；;]/u)) yield { trade, text: duty, counts: counts.duty };
    }
  }
}
