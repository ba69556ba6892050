import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { type Route, route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { change, mustBelong } from './asking.ts';
import * as contract from './contract.ts';
import { toWorkplace } from './items.ts';
import { refusePlace } from './rules.ts';
import {
  deleteWorkplace,
  findWorkplaces,
  insertWorkplace,
  lockWorkplace,
  updateWorkplace,
} from './workplaces-store.ts';

const mostWorkplaces = 100;

/** Places where people work, to write openings with. */
export function workplaceRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(contract.addWorkplace, (asked) =>
      change(db, asked, 'addWorkplace', async (tx, { by, now }) => {
        const { employerId } = asked.params;
        await mustBelong(tx, asked);
        mustBePlaced(asked.body, '');
        if ((await findWorkplaces(tx, employerId)).length >= mostWorkplaces)
          throw new Refusal('conflict', 'workplace.too-many', `最多记 ${mostWorkplaces} 个上班地点`);
        const row = await insertWorkplace(tx, employerId, asked.body, now);
        if (!row) throw nameTaken();
        await audit(tx, { by, action: 'employer.add-workplace', employerId, workplace: row.id }, now);
        return toWorkplace(row);
      }),
    ),

    route(contract.updateWorkplace, (asked) =>
      change(db, asked, 'updateWorkplace', async (tx, { by, now }) => {
        const { employerId, workplaceId } = asked.params;
        const { version, form } = asked.body;
        await mustBelong(tx, asked);
        mustBePlaced(form, 'form.');
        const found = isId(workplaceId) ? await lockWorkplace(tx, employerId, workplaceId) : null;
        if (found === null) throw noWorkplace();
        if (found !== version)
          throw new Refusal('conflict', 'workplace.changed', '别人刚改过，先看看改了什么', [], undefined, {
            version: found,
          });
        const row = await updateWorkplace(tx, employerId, workplaceId, form);
        if (!row) throw nameTaken();
        await audit(tx, { by, action: 'employer.change-workplace', employerId, workplace: workplaceId }, now);
        return toWorkplace(row);
      }),
    ),

    route(contract.removeWorkplace, (asked) =>
      change(db, asked, 'removeWorkplace', async (tx, { by, now }) => {
        const { employerId, workplaceId } = asked.params;
        await mustBelong(tx, asked);
        if (!isId(workplaceId) || !(await deleteWorkplace(tx, employerId, workplaceId))) throw noWorkplace();
        await audit(tx, { by, action: 'employer.remove-workplace', employerId, workplace: workplaceId }, now);
        return { removed: true };
      }),
    ),
  ];
}

const isId = (text: string) => /^\d{1,18}$/.test(text);

function mustBePlaced(form: contract.WorkplaceForm, within: string): void {
  const refusal = refusePlace(form, within);
  if (refusal) throw refusal;
}

function audit(
  tx: pg.PoolClient,
  {
    by,
    action,
    employerId,
    workplace,
  }: { by: string; action: string; employerId: string; workplace: string },
  now: Date,
): Promise<void> {
  const line = { actor: by, action, entity: 'employer', entityId: employerId, detail: { workplace } };
  return recordAudit(tx, line, now);
}

function noWorkplace(): Refusal {
  return new Refusal('missing', 'workplace.missing', '没有这个上班地点');
}

function nameTaken(): Refusal {
  const detail = '已经有一个叫这个名字的上班地点';
  const fault = { in: 'body', name: 'name', code: 'workplace.name', detail } as const;
  return new Refusal('conflict', 'workplace.name', detail, [fault]);
}
