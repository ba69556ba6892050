/**
 * Parts that offend when they stand together in one clause, in whatever order: who × limiting word × condition
 * (工资 × 年底 × 才发). What a list of whole phrases cannot foresee is mostly the order and the words between.
 */
export interface Together {
  /** None may be global. The finding reaches from the first to the last of them. */
  parts: readonly RegExp[];
  /** Words in the clause that make it another matter. */
  unless?: RegExp;
  /** Commas that may stand between the parts. */
  pauses?: 0 | 1 | 2;
  /** Words that leave no other reading: what was learned takes them out of no advert. */
  certain?: true;
  /** Among the duties and in the title too, where words may name the work; else only among conditions and benefits. */
  everywhere?: boolean;
}

const anchored = new Map<RegExp, boolean>();

/** Whether it speaks of the ends of its clause, and so cannot be looked for in the whole text. */
function isAnchored(pattern: RegExp): boolean {
  let known = anchored.get(pattern);
  if (known === undefined) anchored.set(pattern, (known = /(?<!\[)\^|\$/.test(pattern.source)));
  return known;
}

interface Clause {
  from: number;
  to: number;
  /** Ends with a comma, not with a stop. */
  goesOn: boolean;
}

/** Benefits are a list joined by 、: each is a clause of its own. */
function clausesOf(text: string, isList: boolean): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let place = 0; place <= text.length; place++) {
    const mark = text[place] ?? '。';
    if (!',。;!?\n'.includes(mark) && !(isList && mark === '、')) continue;
    if (place > from) clauses.push({ from, to: place, goesOn: mark === ',' });
    from = place + 1;
  }
  return clauses;
}

/** Places of `text` where one of `patterns` holds. */
export function findTogether(
  text: string,
  patterns: readonly Together[],
  isList: boolean,
): { from: number; to: number; certain?: true }[] {
  // Most patterns end here: the rarest part comes first and is nowhere in the text.
  // Neighbours share it, and it is asked once.
  let asked: RegExp | undefined;
  let holds = false;
  const likely = patterns.filter(({ parts: [rarest] }) => {
    if (rarest !== asked) holds = isAnchored(rarest!) || rarest!.test(text);
    asked = rarest;
    return holds;
  });
  if (likely.length === 0) return [];
  const clauses = clausesOf(text, isList);
  return likely.flatMap((pattern) =>
    clauses.flatMap((clause, place) => {
      const { certain } = pattern;
      const alone = spanOf(text, clause, pattern);
      if (alone) return [{ ...alone, certain }];
      for (let more = 1; more <= (pattern.pauses ?? 0); more++) {
        const following = clauses[place + more];
        if (!clauses[place + more - 1]?.goesOn || !following) break;
        const joined = spanOf(text, { ...clause, to: following.to }, pattern);
        // What stands in the later clauses alone is found there.
        if (joined && joined.from < clause.to && joined.to > following.from) return [{ ...joined, certain }];
      }
      return [];
    }),
  );
}

function spanOf(
  text: string,
  { from, to }: Clause,
  { parts, unless }: Together,
): { from: number; to: number } | null {
  const words = text.slice(from, to);
  let first = words.length;
  let last = 0;
  for (const part of parts) {
    const match = part.exec(words);
    if (!match) return null;
    first = Math.min(first, match.index);
    last = Math.max(last, match.index + match[0].length);
  }
  if (unless?.test(words)) return null;
  return { from: from + first, to: from + last };
}
