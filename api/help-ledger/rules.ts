import { Refusal } from '../refusals.ts';
import { undoWithinSeconds } from './contract.ts';

/** What the kinds and results are called in an exported list. */
export const kindNames = {
  policy: '政策法规咨询',
  information: '岗位、工资和培训信息',
  placement: '职业指导和介绍',
  hardship: '就业困难人员援助',
  registration: '就业、失业登记',
  other: '其他',
} as const;
export const resultNames = {
  slip: '给了岗位小票',
  called: '帮打了电话',
  settled: '当场办好',
  referred: '转到别处',
  nothing: '没有合适的',
} as const;

/** An entry may be taken back by who wrote it, for a short while: a ledger is not rewritten. */
export function refuseUndo(entry: { writtenBy: string; at: Date }, actor: string, now: Date): Refusal | null {
  if (entry.writtenBy !== actor) return new Refusal('missing', 'help.missing', '没有这条记录');
  return now.getTime() - entry.at.getTime() > undoWithinSeconds * 1000
    ? new Refusal('conflict', 'help.settled', '过了 10 分钟，台账不能改了。记一条新的')
    : null;
}

/** `2026-11` some months away. */
function monthsFrom(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + months, 1));
  return date.toISOString().slice(0, 7);
}

/** Twelve months that end with this one, none before the year 2000: the contract knows no earlier ones. */
export function twelveMonthsTo(month: string): string {
  const first = monthsFrom(month, -11);
  return first < '2000-01' ? '2000-01' : first;
}
