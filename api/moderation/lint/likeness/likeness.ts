import type { Finding, Rule } from '../../advert.ts';
import { isPulledApart } from '../disguise.ts';
import type { Range, ReadField, TextField } from '../family.ts';
import type { Folded } from '../folded.ts';
import { clausesOf, signOf } from './pieces.ts';
import { type Scored, scoresOf } from './scores.ts';
import type { Weights } from './weights.ts';

/** How far on the side of known offences a piece must stand: 0 is the border, most known ones stand at 1 and above. */
const leastScore = 0.3;
/** From here on it is surely lawful, whatever the grammar says: 检测种薯病毒, 剔除带毒薯块. */
const surelyLawful = -0.8;

/** What a rule of the grammar has looked at in a reading and let pass. */
export type Passed = Range & { rule: Rule; reading: Folded };

/** A clause, or two of them, as it resembles what was learned. */
export type Piece = Scored & { read: ReadField; reading: Folded };

export const judgePieces = (fields: readonly ReadField[], weights: Weights): Piece[] =>
  fields.flatMap((read) => {
    const { field, plain, apart } = read;
    const sign = signOf(field);
    const readings = apart ? [plain, apart] : [plain];
    return readings.flatMap((reading) =>
      sign === null
        ? []
        : scoresOf(sign, clausesOf(field, reading.text), weights).map((scored) => ({
            ...scored,
            read,
            reading,
          })),
    );
  });

/**
 * For each rule the piece that resembles its known offences most, if any does: what the grammar cannot name yet is often
 * said in words that others have used before.
 * @param known rules that have found something; nothing is added to them
 * @param passed what the grammar has understood and found lawful stays so
 * @param isRead whether a rule reads a field at all
 */
export function findResembling(
  pieces: readonly Piece[],
  { rules }: Weights,
  known: ReadonlySet<Rule>,
  passed: readonly Passed[],
  isRead: (rule: Rule, field: TextField) => boolean,
): (Piece & { rule: Rule })[] {
  return rules.flatMap((rule, number) => {
    if (known.has(rule)) return [];
    let best: Piece | null = null;
    for (const piece of pieces) {
      const { scores, read, reading, from, to } = piece;
      if (scores[number]! < Math.max(leastScore, best?.scores[number] ?? 0)) continue;
      if (!isRead(rule, read.field)) continue;
      const isLetPass = (one: Passed) =>
        one.rule === rule && one.reading === reading && one.from < to && from < one.to;
      if (passed.some(isLetPass) || (reading === read.apart && !isPulledApart(reading, from, to))) continue;
      best = piece;
    }
    return best ? [{ ...best, rule }] : [];
  });
}

/** Whether no piece in which a finding of the grammar stands resembles an offence of its rule at all. */
export function isSurelyLawful(
  { rule, field, start, end }: Finding,
  pieces: readonly Piece[],
  { rules }: Weights,
): boolean {
  const number = rules.indexOf(rule);
  const around = pieces.filter(
    ({ read, reading, from, to }) =>
      read.field === field && reading.start[from]! < end && start < reading.end[to - 1]!,
  );
  return number >= 0 && around.length > 0 && around.every(({ scores }) => scores[number]! <= surelyLawful);
}
