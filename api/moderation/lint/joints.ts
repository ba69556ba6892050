import type { Finding } from '../advert.ts';
import { cutsAWord } from './disguise.ts';
import { couldMatchIn } from './needed.ts';
import { blankEquality, type Context, type Family, findOffences, type ReadField } from './family.ts';

/** Characters on either side of a joint that are read together. */
const reach = 8;

/**
 * Offences whose words are split over two neighbouring fields (需交押 | 金 500 元): only where the joint cuts a word that is
 * worth hiding. Marks the part that stands in the first field.
 */
export function findAcrossFields(
  families: readonly Family[],
  fields: readonly ReadField[],
  context: Context,
): Finding[] {
  return fields.flatMap((left, place) => {
    const right = fields[place + 1];
    if (!right) return [];
    const tail = left.tight.text.slice(-reach);
    const head = right.tight.text.slice(0, reach);
    if (!cutsAWord(tail.at(-1) ?? '', head[0] ?? '')) return [];
    const joint = blankEquality({ ...left.tight, text: tail + head }).text;
    const couldMatch = couldMatchIn(joint);
    const before = left.tight.text.length - tail.length;
    return families.flatMap((family) =>
      findOffences(family, 'requirements', joint, couldMatch, context)
        .filter(({ from, to }) => from < tail.length && to > tail.length)
        .map(({ from, to: _to, ...about }) => {
          const start = left.tight.start[before + from]!;
          const end = left.tight.end.at(-1)!;
          return { ...about, field: left.field, words: left.original.slice(start, end), start, end };
        }),
    );
  });
}
