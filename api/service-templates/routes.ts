import type pg from 'pg';
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { recordChanges } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import {
  listServiceTemplates,
  previewPush,
  pushTemplate,
  saveServiceTemplate,
  type ServiceTemplate,
} from './contract.ts';
import {
  findOffering,
  findTargets,
  findTemplates,
  pushService,
  type StoredTemplate,
  writeTemplate,
} from './store.ts';

const examplesShown = 12;

export function serviceTemplateRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(listServiceTemplates, async () => ({ items: (await findTemplates(db, null)).map(toTemplate) })),

    route(saveServiceTemplate, async ({ viewer, params, body, now }) => {
      const { name } = params;
      await transact(db, async (tx) => {
        if (!(await writeTemplate(tx, { name, ...body }, actorOf(viewer), now)))
          throw new Refusal('conflict', 'template.changed', `“${name}”刚才有人改过，看一眼再存`);
        await recordChanges(tx, 'service_point', await findOffering(tx, name));
        const line = { actor: actorOf(viewer), action: 'service-template.save', entity: 'service_template' };
        await recordAudit(tx, { ...line, detail: { name, retired: body.retired } }, now);
      });
      return toTemplate((await findTemplates(db, name))[0]!);
    }),

    route(previewPush, async ({ viewer, params, query }) => {
      await getTemplate(db, params.name);
      const targets = await findTargets(db, params.name, {
        divisions: viewer.divisions,
        division: query.division ?? null,
        levels: query.levels ?? null,
      });
      const count = (gets: string) => targets.filter((target) => target.gets === gets).length;
      return {
        points: targets.length,
        adds: count('new'),
        has: targets.length - count('new'),
        withChanges: count('changed'),
        examples: targets.slice(0, examplesShown),
      };
    }),

    route(pushTemplate, async ({ viewer, params, body, now }) => {
      const { name } = params;
      return transact(db, async (tx) => {
        await getTemplate(tx, name);
        const targets = await findTargets(tx, name, {
          divisions: viewer.divisions,
          division: body.division ?? null,
          levels: body.levels ?? null,
        });
        const ids = targets.map((target) => target.id);
        const by = {
          actor: actorOf(viewer),
          actorName: viewer.name,
          note: `下发“${name}”`,
          reset: body.reset,
        };
        const done = await pushService(tx, name, ids, by, now);
        await recordChanges(tx, 'service_point', done.ids);
        const detail = { name, added: done.added, reset: done.reset };
        const line = { actor: by.actor, action: 'service-template.push', entity: 'service_template', detail };
        await recordAudit(tx, line, now);
        return { added: done.added, reset: done.reset, unchanged: targets.length - done.ids.length };
      });
    }),
  ];
}

async function getTemplate(db: Database, name: string): Promise<StoredTemplate> {
  const template = (await findTemplates(db, name))[0];
  if (!template || template.retiredAt)
    throw new Refusal('missing', 'template.missing', `没有“${name}”这个范本，可能已经停用`);
  return template;
}

function toTemplate({ updatedAt, retiredAt, ...template }: StoredTemplate): ServiceTemplate {
  return { ...template, updatedAt: updatedAt.toISOString(), retired: retiredAt !== null };
}
