import type { Folded } from './folded.ts';
import { applyChanges } from './folded.ts';
import { heardWords } from './heard-words.ts';
import type { Sound } from './sound-pieces.ts';
import { cut, syllablesOf } from './sound-pieces.ts';
import { spelledWords } from './spelled-words.ts';

interface Node {
  next: Map<string, Node>;
  /** Words that end here, with whether homophones of theirs count (else only pinyin). */
  words: { written: string; byEar: boolean }[];
}

const root: Node = { next: new Map(), words: [] };

/** `byEar`: homophones count; without it only one odd character in a word of three or more, or pinyin. */
function plant(written: string, spelling: readonly string[], byEar: boolean): void {
  let node = root;
  for (const step of spelling) {
    let following = node.next.get(step);
    if (!following) node.next.set(step, (following = { next: new Map(), words: [] }));
    node = following;
  }
  node.words.push({ written, byEar });
}

for (const written of heardWords) {
  // A character's own syllable is the first it is listed under: see sounds.ts.
  const spelling = Array.from(written, (one) => (one === '#' ? '#' : (syllablesOf.get(one)?.[0] ?? one)));
  plant(written, spelling, true);
}
for (const [written, spelling] of spelledWords) {
  plant(written, spelling, false);
}

// So common that a word of two or three syllables with one of them is nearly always innocent.
const everyday = new Set(
  '一以为位是时事市式声使人要有先现县线显家价架见间件建将进紧近尽随费指制之至及机级记计加和合回会可到在对多开快禁零非与予逾于预愈自路公共实施升十子供集基但待字新设湖照赵兆审其起企气期汽报办代带侍负废务',
);

/** Puts homophones and pinyin back into the usual writing of the words in `heard-words.ts`. */
export function hear(folded: Folded): Folded {
  const pieces = cut(folded.text);
  const changes: { from: number; to: number; by: string }[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const found = longest(pieces, i, folded.text);
    if (!found) continue;
    const spelled = pieces.slice(i, i + found.length).some(({ hanzi }) => !hanzi);
    let from = pieces[i]!.from;
    let to = pieces[i + found.length - 1]!.to;
    const changed = found.by !== folded.text.slice(from, to);
    // The blanks around pinyin are spelling, not pauses: 45 sui yi shang.
    if (spelled && folded.text[from - 1] === ' ' && (changes.at(-1)?.to ?? 0) < from) from--;
    if (spelled && folded.text[to] === ' ') to++;
    if (changed) changes.push({ from, to, by: found.by });
    i += found.length - 1;
  }
  return applyChanges(folded, changes);
}

function longest(
  pieces: readonly Sound[],
  at: number,
  text: string,
): { length: number; by: string; kept: number } | null {
  if (!isInitial(pieces[at]!) && !pieces[at]!.readings.some((reading) => root.next.has(reading))) return null;
  let nodes: Node[] = [root];
  let best: { length: number; by: string; kept: number } | null = null;
  for (let i = at; i < pieces.length && nodes.length > 0; i++) {
    const piece = pieces[i]!;
    if (i > at && !adjoins(pieces[i - 1]!, piece, text)) break;
    const following: Node[] = [];
    for (const node of nodes) {
      for (const reading of piece.readings) {
        const child = node.next.get(reading);
        if (child) following.push(child);
      }
      if (isInitial(piece))
        for (const [syllable, child] of node.next)
          if (syllable.startsWith(piece.hanzi)) following.push(child);
    }
    nodes = following;
    for (const node of nodes) {
      for (const word of node.words) {
        const taken = pieces.slice(at, i + 1);
        const by = accept(word, taken);
        if (by === null) continue;
        const kept = taken.filter(({ hanzi }, place) => hanzi === by[place]).length;
        if (!best || best.length < taken.length || kept > best.kept)
          best = { length: taken.length, by, kept };
      }
    }
  }
  return best;
}

/** 外d人, 社b: the first letter of a syllable. */
const isInitial = ({ hanzi }: Sound): boolean => hanzi.length === 1 && hanzi >= 'a' && hanzi <= 'z';
/** A word of two characters is told from one of them and an initial only with these. */
const tellTale = new Set('押社户残乙汉籍贷孕');

const adjoins = (one: Sound, other: Sound, text: string): boolean =>
  one.to === other.from ||
  (!/[^\d]/.test(one.hanzi) && !other.hanzi && text.slice(one.to, other.from) === ' ');

function accept(word: { written: string; byEar: boolean }, pieces: readonly Sound[]): string | null {
  let changed = 0;
  let kept = 0;
  let spelled = 0;
  let initials = 0;
  let by = '';
  let suspicious = true;
  for (const [i, piece] of pieces.entries()) {
    const usual = word.written[i]!;
    by += usual === '#' ? piece.hanzi : usual;
    if (piece.hanzi === usual) kept++;
    else if (usual === '#') continue;
    else if (isInitial(piece)) initials++;
    else if (!piece.hanzi) spelled++;
    else {
      changed++;
      if (everyday.has(piece.hanzi)) suspicious = false;
    }
  }
  if (pieces.length === 1 && spelled === 1 && !pieces[0]!.alone) return null;
  if (initials > 0) {
    const sure = pieces.length > 2 || pieces.some(({ hanzi }) => tellTale.has(hanzi));
    return sure && initials === 1 && kept === pieces.length - 1 ? by : null;
  }
  if (changed === 0) return by;
  if (!suspicious && (!word.byEar || pieces.length < 4)) return null;
  if (!word.byEar) return pieces.length >= 3 && changed === 1 ? by : null;
  const anchored = kept + spelled > 0 || pieces.length >= 4 || word.written.startsWith('#');
  return anchored && changed <= Math.max(1, Math.ceil(pieces.length / 2)) ? by : null;
}
