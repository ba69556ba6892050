import { load } from './machine.ts';
import { type Comparison, refusalOf, type Spread } from './measure.ts';
import { figure } from './table.ts';

/** One line of the table that a run ends with. */
export type Line = {
  part: string;
  what: string;
  ours: string;
  theirs: string;
  ratio: string;
  aim: string;
  /** null where there is no aim or no figure. */
  isMet: boolean | null;
  note: string;
  /** The numbers behind the text, for `--json`. */
  data: unknown;
};

export const headings = [
  '部分',
  '量的是什么',
  '我们',
  '对照',
  '比值（最低–最高）',
  '目标',
  '控制组、负载、备注',
] as const;

export function cellsOf(line: Line): string[] {
  const aim =
    line.aim === '' ? '' : `${line.aim} ${line.isMet === null ? '' : line.isMet ? '达到' : '没达到'}`.trim();
  return [line.part, line.what, line.ours, line.theirs, line.ratio, aim, line.note];
}

export const spread = ({ median, least, most }: Spread, unit = ''): string =>
  `${figure(median)}${unit}（${figure(least)}–${figure(most)}）`;

/** Ours (the first side unless another is named) beside the last, with the ratio and whether it reaches `atLeast`; no numbers when the control fails. */
export function compared(
  part: string,
  what: string,
  comparison: Comparison,
  options: { unit: string; atLeast?: number; atMost?: number; note?: string; side?: number },
): Line {
  const { unit, atLeast, atMost, note, side = 0 } = options;
  const refusal = refusalOf(comparison);
  const ratio = comparison.ratios[side]!;
  const aim = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : '';
  const told = `控制 ${(comparison.control * 100).toFixed(1)} %，负载 ${load()}`;
  return {
    part,
    what,
    ours: refusal ? '' : spread(comparison.figures[side]!, unit),
    theirs: refusal ? '' : spread(comparison.figures.at(-1)!, unit),
    ratio: refusal ? '' : spread(ratio),
    aim,
    isMet:
      refusal || aim === '' ? null : ratio.median >= (atLeast ?? 0) && ratio.median <= (atMost ?? Infinity),
    note: refusal ? `${refusal}；负载 ${load()}` : [told, note ?? ''].filter(Boolean).join('；'),
    data: comparison,
  };
}

/** The lines that were measured, or one with the reason where that failed: what else there is to measure goes on. */
export async function orReason(
  part: string,
  what: string,
  measure: () => Promise<readonly Line[]>,
): Promise<readonly Line[]> {
  try {
    return await measure();
  } catch (error) {
    process.stderr.write(`\n${part} ${what}: ${(error as Error).stack ?? String(error)}\n`);
    const reason = ((error as Error).message ?? String(error)).trim().split('\n')[0]!.slice(0, 200);
    const note = `没有量成：${reason}；负载 ${load()}`;
    const empty = { ours: '', theirs: '', ratio: '', aim: '', isMet: null };
    return [{ part, what, ...empty, note, data: { reason } }];
  }
}
