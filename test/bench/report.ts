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

/** Ours beside a reference, with the ratio and whether it reaches `atLeast`; no numbers when the control fails. */
export function compared(
  part: string,
  what: string,
  comparison: Comparison,
  options: { unit: string; atLeast?: number; atMost?: number; note?: string },
): Line {
  const { unit, atLeast, atMost, note } = options;
  const refusal = refusalOf(comparison);
  const ratio = comparison.ratios[0]!;
  const aim = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : '';
  const told = `控制 ${(comparison.control * 100).toFixed(1)} %，负载 ${load()}`;
  return {
    part,
    what,
    ours: refusal ? '' : spread(comparison.figures[0]!, unit),
    theirs: refusal ? '' : spread(comparison.figures.at(-1)!, unit),
    ratio: refusal ? '' : spread(ratio),
    aim,
    isMet:
      refusal || aim === '' ? null : ratio.median >= (atLeast ?? 0) && ratio.median <= (atMost ?? Infinity),
    note: refusal ? `${refusal}；负载 ${load()}` : [told, note ?? ''].filter(Boolean).join('；'),
    data: comparison,
  };
}
