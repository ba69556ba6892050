import type pg from 'pg';
import { findDivision } from '../../geodata/divisions.ts';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { dayNumberAt, millisOf } from '../shanghai-day.ts';
import { endTaskByHand, listTasks, type Task } from './contract.ts';
import { countEnded, endTaskById, findTasks, type StoredTask } from './store.ts';

export function taskRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(listTasks, async ({ viewer, query, now }) => {
      const { divisions } = viewer;
      const { total, tasks } = await findTasks(db, {
        divisions,
        kind: query.kind ?? null,
        limit: query.limit,
      });
      const midnight = new Date(millisOf(dayNumberAt(now), 0));
      return {
        total,
        doneToday: await countEnded(db, actorOf(viewer), midnight),
        items: tasks.map(toTask),
      };
    }),

    route(endTaskByHand, async ({ viewer, params, body, now }) => {
      const { divisions } = viewer;
      const { outcome } = body;
      const actor = actorOf(viewer);
      await transact(db, async (tx) => {
        const ended = await endTaskById(tx, { id: params.id, divisions, by: actor, outcome }, now);
        if (!ended) throw new Refusal('missing', 'task.missing', '没有这件事，或者已经做完了');
        const line = { actor, action: 'task.end', entity: 'task', entityId: params.id };
        await recordAudit(tx, { ...line, detail: { kind: ended.kind, outcome } }, now);
      });
      return { id: params.id, endedAt: now.toISOString() };
    }),
  ];
}

function toTask(task: StoredTask): Task {
  const { openingId, servicePointId, employerId, reportId, terminalId, division, dueAt, createdAt, ...rest } =
    task;
  return {
    ...rest,
    division: { code: division, name: findDivision(division)?.name ?? division },
    subject: { openingId, servicePointId, employerId, reportId, terminalId },
    dueAt: dueAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
