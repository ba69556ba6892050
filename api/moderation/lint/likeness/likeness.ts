import type { Finding, Rule } from '../../advert.ts';
import { isPulledApart } from '../disguise.ts';
import type { Range, ReadField } from '../family.ts';
import type { Folded } from '../folded.ts';
import { frameOf } from './frames.ts';
import { clausesOf, signOf } from './pieces.ts';
import { type Scored, scoresOf } from './scores.ts';
import type { Weights } from './weights.ts';

/** How far on the side of known offences a piece must stand by its words alone: 0 is the border, most known ones stand at 100. */
const leastAlone = 25;
/** Where its frame was asked too a hesitating word is enough: two doubts in a row are rarely both wrong. */
const leastFramed = 10;
/** From here on it is surely lawful, whatever the grammar says: 检测种薯病毒, 剔除带毒薯块. */
const surelyLawful = -15;
/** What the grammar has let pass is an offence all the same from here on: 试用期六个月 is lawful, 可再次延长 after it is not. */
const surelyOffends = 50;

/** Words that let people in, or let the employer pay: 听障、肢残人士可报, 婚否与录用无关, 费用公司付. */
const evenHanded =
  /(?:(?<!方)可以?|能)(?:录用|报名?(?!销)|投|应聘|胜任)|(?:都|均|也|照样|一样)(?:可以?|行|能|要|收|招|好|欢迎)|没有?要求|无要求|不打紧|没关系|无关|不影响|不[问论限看](?!见)|随你|(?:公司|单位|厂里|店里|我们|雇主|家里)(?:付|出(?!去|来|门|现)|承担|报销|贴)|骗术|识破|给[^,]{0,6}岗位/;
/** Beside such words less than this is lawful. */
const lawfulBeside = 60;
const isEvenHanded = ({ reading, from, to }: Piece): boolean => evenHanded.test(reading.text.slice(from, to));

/** Who is let in when somebody is excepted: 除回族外均可报名. */
const excepting = /除了?[^,。;]{1,8}外[^,。;]{0,2}[均都皆也]/;
const isExcepting = ({ reading, from, to }: Piece): boolean => excepting.test(reading.text.slice(from, to));

/** What a rule of the grammar has looked at in a reading and let pass. */
export type Passed = Range & { rule: Rule; reading: Folded };

/** A clause, or two of them, as it resembles what was learned. */
export type Piece = Scored & {
  read: ReadField;
  reading: Folded;
  /** The scores of its words, before their frame was asked. */
  alone: Scored['scores'];
  /** Numbers of the rules of which its frame was asked too. */
  framed: ReadonlySet<number>;
};

export const judgePieces = (fields: readonly ReadField[], weights: Weights): Piece[] =>
  fields.flatMap((read) => {
    const { field, plain, apart } = read;
    const sign = signOf(field);
    const readings = apart ? [plain, apart] : [plain];
    if (sign === null) return [];
    return readings.flatMap((reading) =>
      scoresOf(sign, clausesOf(field, reading.text), weights).map((scored) => {
        const alone = scored.scores.slice();
        const framed = field === 'title' ? none : weighFrames(sign, scored, weights);
        return { ...scored, alone, framed, read, reading };
      }),
    );
  });

/** A title is too short for a frame: 保洁Ⓢ is an offence of 保洁大姐优先 and none of 保洁阿姨. */
const none: ReadonlySet<number> = new Set();

/** Below this the words alone leave no doubt, and the frame is not asked. */
const clearly = -80;

/**
 * What a piece says of a rule's subject, weighed beside its words: the score is the mean of both.
 * @returns numbers of the rules of which that was asked
 */
function weighFrames(sign: string, { words, scores }: Scored, { rules, frames }: Weights): Set<number> {
  const framed = new Set<number>();
  rules.forEach((rule, number) => {
    const score = scores[number]!;
    const frame = score > clearly ? frameOf(rule, words) : null;
    if (frame === null) return;
    const [said] = scoresOf(sign, [{ from: 0, to: frame.length, words: frame }], frames);
    scores[number] = Math.round((score + said!.scores[0]!) / 2);
    framed.add(number);
  });
  return framed;
}

/**
 * For each rule the piece that resembles its known offences most, if any does: what the grammar cannot name yet is often
 * said in words that others have used before.
 * @param known rules that have found something; nothing is added to them
 * @param passed what the grammar has understood and found lawful stays so
 * @param isOpen whether a rule reads the piece's field at all, and the piece does not promise what the law wants
 */
export function findResembling(
  pieces: readonly Piece[],
  { rules }: Weights,
  known: ReadonlySet<Rule>,
  passed: readonly Passed[],
  isOpen: (rule: Rule, piece: Piece) => boolean,
): (Piece & { rule: Rule })[] {
  // Most adverts have none.
  const near = pieces.filter(({ scores }) => scores.some((score) => score >= leastFramed));
  if (near.length === 0) return [];
  return rules.flatMap((rule, number) => {
    if (known.has(rule)) return [];
    let best: Piece | null = null;
    for (const piece of near) {
      const { scores, read, reading, from, to } = piece;
      const score = scores[number]!;
      const least = piece.framed.has(number) ? leastFramed : leastAlone;
      if (score < Math.max(least, best?.scores[number] ?? least) || !isOpen(rule, piece)) continue;
      if (score < lawfulBeside && isEvenHanded(piece)) continue;
      const isLetPass = (one: Passed) =>
        one.rule === rule && one.reading === reading && one.from < to && from < one.to;
      if (
        (score < surelyOffends && passed.some(isLetPass)) ||
        (reading === read.apart && !isPulledApart(reading, from, to))
      )
        continue;
      best = piece;
    }
    return best ? [{ ...best, rule }] : [];
  });
}

/**
 * Whether no piece in which a finding of the grammar stands resembles an offence of its rule at all.
 * @param invites letting people in is what the rule forbids
 */
export function isSurelyLawful(
  { rule, field, start, end }: Finding,
  pieces: readonly Piece[],
  { rules }: Weights,
  invites: boolean,
): boolean {
  const number = rules.indexOf(rule);
  const around = pieces.filter(
    ({ read, reading, from, to }) =>
      read.field === field && reading.start[from]! < end && start < reading.end[to - 1]!,
  );
  // A clause that is little else than the words found says nothing beside them: 已成家.
  const isBare = ({ reading, from, to }: Piece) =>
    reading.end[to - 1]! - reading.start[from]! <= end - start + 1;
  const isLawful = (piece: Piece) => {
    if (isBare(piece) || isExcepting(piece)) return false;
    const [alone, score] = [piece.alone[number]!, piece.scores[number]!];
    if (!invites && isEvenHanded(piece)) return Math.max(alone, score) <= lawfulBeside;
    return alone <= 0 && score <= surelyLawful;
  };
  return number >= 0 && around.length > 0 && around.every(isLawful);
}
