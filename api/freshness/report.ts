import type pg from 'pg';
import { reportOpening } from '../opening-desk/submission.ts';
import { Refusal } from '../refusals.ts';
import { addTask } from '../tasks/store.ts';
import { askEmployer, type AskDeps } from './ask.ts';
import type { CallOutcome } from './contract.ts';
import { daysAfter, daysBefore } from '../shanghai-day.ts';
import { afterReport, callersDays, linkDays } from './rules.ts';
import { countFull, lockPublished, putReport, wasAsked } from './store.ts';

type Report = {
  wanted: { id: number } | { code: string };
  outcome: CallOutcome;
  /** Keyed hash of the caller's address for an opening. */
  reporterFor: (openingId: string) => string;
};

/** Keeps what a caller heard and does what follows from it. */
export async function report(
  tx: pg.PoolClient,
  deps: AskDeps,
  { wanted, outcome, reporterFor }: Report,
  now: Date,
): Promise<void> {
  const opening = await lockPublished(tx, wanted, now);
  if (!opening) throw new Refusal('missing', 'opening.missing', '没有这个岗位，可能已经招满或者到期了');
  const told = { openingId: opening.id, outcome, reporter: reporterFor(opening.id) };
  const { isNew } = await putReport(tx, told, now);
  const fullFrom = outcome === 'full' ? await countFull(tx, opening.id, daysBefore(now, callersDays)) : 0;
  const { asksEmployer, callsReviewer } = afterReport(outcome, fullFrom);
  if (asksEmployer && !(await wasAsked(tx, opening.id, 'callers', daysBefore(now, linkDays))))
    await askEmployer(tx, deps, opening, 'callers', now);
  if (!callsReviewer || !isNew) return;
  await reportOpening(tx, opening.id, { by: 'system', why: '有人打电话问，说对方要钱' }, now);
  await addTask(
    tx,
    {
      kind: 'asked-for-money',
      division: opening.town,
      subject: { openingId: opening.id },
      dueAt: daysAfter(now, 1),
      note: `有人打电话问“${opening.title}”，说对方要钱。打过去核实，属实就下架并查这家单位。`,
    },
    now,
  );
}
