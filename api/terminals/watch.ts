import type pg from 'pg';
import { recordChanges } from '../db/changes.ts';
import type { Database, Transactor } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Job } from '../jobs/run-jobs.ts';
import { addTask, endTask } from '../tasks/store.ts';
import { silentAfterSeconds } from './contract.ts';
import { dueAfterMs, type Heard, type TerminalTask, tasksOf } from './rules.ts';
import { countDevices, forgetPairings, markSilent } from './store.ts';

type Told = Pick<Heard, 'state' | 'printer' | 'paper'> & {
  label: string;
  servicePointId: string;
  division: string;
};

const kinds: readonly TerminalTask[] = ['terminal-silent', 'terminal-broken', 'out-of-paper'];

/** Puts before the staff of a point what its terminal needs, and ends what it needs no longer. */
export async function tellStaff(tx: Database, id: string, terminal: Told, now: Date): Promise<void> {
  const wanted = tasksOf(terminal);
  for (const kind of kinds) {
    const note = wanted.get(kind);
    const subject = { servicePointId: terminal.servicePointId, terminalId: id };
    if (note === undefined)
      await endTask(tx, { kind, subject, by: `terminal:${id}`, outcome: '终端自己报好了' }, now);
    else
      await addTask(
        tx,
        {
          kind,
          division: terminal.division,
          subject,
          dueAt: new Date(now.getTime() + dueAfterMs[kind]),
          note,
        },
        now,
      );
  }
}

/** A device that is gone needs nothing. */
export async function endTasksOf(
  tx: Database,
  id: string,
  servicePointId: string,
  by: string,
  now: Date,
): Promise<void> {
  for (const kind of kinds)
    await endTask(
      tx,
      { kind, subject: { servicePointId, terminalId: id }, by, outcome: '这台终端撤下了' },
      now,
    );
}

/**
 * Brings the figures of points in line with their devices; only those that changed go into the change log.
 * @param told points that change without their figures: a broken terminal has fallen silent, or the other way round
 */
export async function refigure(
  tx: Database,
  ids: readonly string[] | null,
  told: readonly string[] = [],
): Promise<void> {
  const changed = new Set([...(await countDevices(tx, ids)), ...told.map(Number)]);
  if (changed.size > 0) await recordChanges(tx, 'service_point', [...changed]);
}

/** Finds the terminals that have fallen silent: on the map, in the point's page and among the tasks of its staff. */
export async function watchTerminals(db: Transactor, now: Date): Promise<void> {
  await transact(db, async (tx: pg.PoolClient) => {
    const since = new Date(now.getTime() - silentAfterSeconds * 1000);
    const silenced = await markSilent(tx, since);
    for (const { id, ...terminal } of silenced) await tellStaff(tx, id, terminal, now);
    await refigure(
      tx,
      null,
      silenced.map(({ servicePointId }) => servicePointId),
    );
    await forgetPairings(tx, now);
  });
}

export const terminalJobs: readonly Job[] = [{ name: 'terminals', everySeconds: 60, run: watchTerminals }];
