import { dutiesIn, isLoose, kind, meaningsOf, stem } from './job-words.ts';
import { housedAlternatives } from './house-words.ts';
import { inHouseOf } from './made.ts';
import { nearFor } from './near-jobs.ts';
import type { Alternative } from './plan.ts';
import { makersOf } from './registered-names.ts';
import { sharingAlternatives } from './sharing.ts';
import { all, term } from './terms.ts';
import { thingAlternatives } from './things.ts';
import type { Reader } from './understand.ts';

// What somebody is, whatever he teaches, drives or keeps: 摩托车科目教练 for 驾校教练.
const personIn = (word: string): string | null =>
  /(?:教练|会计|护士|厨师|面点|裁缝|主播|编辑|模特|导游|船员|船长|水手)(?=[员师]?$)/u.exec(word)?.[0] ?? null;

/** Near jobs, and openings that only speak of the word. */
export function spareAlternatives(word: string, reader: Reader, base: number): Alternative[] {
  const { thesaurus } = reader;
  const known = meaningsOf(word, thesaurus);
  const own = known.filter(({ as }) => as !== 'broader');
  // A word for several jobs, or half a name (打版), has the neighbours of the likeliest.
  const meanings = own.length > 0 ? own : known.slice(0, 2);
  const concepts = meanings.map(({ concept }) => concept);
  const nearIds = nearFor(word, concepts, thesaurus);
  const near = nearIds.map(kind);
  // The thesaurus names the nearest first; whom only a group holds come after those.
  const named = Math.max(4, concepts.flatMap((id) => thesaurus.concepts.get(id)!.near).length);
  const bounds = [0, 1, 2, 4, Math.min(named, 10), 10];
  const groups = bounds.map((from, at) => near.slice(from, bounds[at + 1]));
  const list: Alternative[] = groups.flatMap((anyOf, at) =>
    anyOf.length > 0 ? [{ terms: [], anyOf, rank: base + 0.5 * at, matched: 'related' as const }] : [],
  );
  for (const { concept, as } of own.slice(0, 2))
    list.push({
      terms: [term('a', concept)],
      rank: as === 'name' ? base - 1.2 : base + 0.6,
      matched: 'related',
    });
  // Who does what is said of the trade, whatever he is called.
  if (concepts.length > 0)
    list.push({
      terms: [],
      anyOf: concepts.slice(0, 2).map((id) => term('m', id)),
      rank: base - 0.5,
      matched: 'related',
    });
  // Who is asked to cook keeps house as well: 想烧饭 finds 保姆 whose duties are 做饭.
  const done = own.some(({ as }) => as === 'name') ? [] : [word, ...(thesaurus.synonyms.get(word) ?? [])];
  for (const verb of done) {
    const duties = meaningsOf(verb, thesaurus).some(({ as }) => as === 'name') ? [] : dutiesIn(verb, reader);
    if (near.length > 0 && duties.length > 0)
      list.push({ terms: duties, anyOf: near, rank: base - 1.1, matched: 'related' });
  }
  // Whose duties or brackets tell of a job beside it: 数字搬运工（录单员） for 文员.
  if (near.length > 0)
    list.push({
      terms: [],
      anyOf: nearIds.slice(0, 10).map((id) => term('s', id)),
      rank: base + 1.6,
      matched: 'related',
    });
  // Whatever else the hands of a shoe factory are called, they make shoes.
  if (concepts.length > 0)
    list.push({
      terms: [],
      anyOf: concepts.slice(0, 2).map(inHouseOf),
      rank: base + 2.1,
      matched: 'related',
    });
  const called = own.some(({ as }) => as === 'name') ? personIn(word) : null;
  if (called) list.push({ terms: all('j', called), rank: base - 0.6, matched: 'related' });
  list.push(
    { terms: all('j', word), rank: isLoose(word) ? base + 2 : base - 1, matched: 'related' },
    { terms: all('j', stem(word)), rank: isLoose(word) ? base + 2 : base - 0.9, matched: 'related' },
    { terms: all('k', word), rank: base - 0.5, matched: 'related' },
    // The trade's own word before another's: 油漆 | 打磨女工 for 油漆工.
    { terms: all('k', stem(word)), rank: base - 0.45, matched: 'related' },
    ...sharingAlternatives(word, thesaurus, base - 0.4),
    ...thingAlternatives(word, concepts, near, thesaurus, base),
    { terms: dutiesIn(word, reader), rank: base + 0.7, matched: 'related' },
    { terms: all('t', word), rank: base + 2.5, matched: 'related' },
  );
  // 光伏 and 电商 are trades as much as jobs: whoever is in them hires.
  if (!meanings.some(({ as }) => as === 'name'))
    list.push(
      { terms: all('e', word), rank: base - 0.8, matched: 'related' },
      ...(makersOf(word) ? housedAlternatives(`${word}厂`, base + 2.2) : []),
    );
  return list.filter(({ terms, anyOf }) => terms.length > 0 || anyOf);
}
