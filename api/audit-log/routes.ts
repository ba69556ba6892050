import type pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { actorOf } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import { transact } from '../db/transact.ts';
import { masked } from '../http/log.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import type { Search } from '../search/search.ts';
import { getSystemStatus, listAuditLog } from './contract.ts';
import { countMessages, countSessions, describeDatabase, findJobs } from './status-store.ts';
import { findAuditLines, hasDoneSince } from './store.ts';

const readAction = 'audit-log.read';
const readNotedEveryMs = 3_600_000;

const maskedOrNull = (text: string | null): string | null => (text === null ? null : masked(text));

/** The two desks apart from the work: what was done, and whether the system runs. */
export function auditLogRoutes({ db, search }: { db: pg.Pool; search: Pick<Search, 'status'> }): Route[] {
  return [
    route(listAuditLog, async ({ query, viewer, now }) => {
      const { before, limit, actor, action, entity, entityId, from, to } = query;
      if (from !== undefined && to !== undefined && from > to)
        throw new Refusal('invalid', 'audit-log.days', '开始的日子比结束的晚', [
          { in: 'query', name: 'from', code: 'days.order', detail: '换一个早一点的日子' },
        ]);
      const reader = actorOf(viewer);
      const found = await transact(db, async (tx) => {
        const since = new Date(now.getTime() - readNotedEveryMs);
        if (!(await hasDoneSince(tx, { actor: reader, action: readAction, since })))
          await recordAudit(tx, { actor: reader, action: readAction, entity: 'audit-log' }, now);
        return findAuditLines(tx, {
          before: before ?? null,
          limit: limit + 1,
          actor: actor ?? null,
          action: action ?? null,
          entity: entity ?? null,
          entityId: entityId ?? null,
          from: from ?? null,
          to: to ?? null,
        });
      });
      const items = found.slice(0, limit).map((line) => ({ ...line, at: line.at.toISOString() }));
      return { items, next: found.length > limit ? items.at(-1)!.id : null };
    }),

    route(getSystemStatus, async ({ now }) => {
      const status = await search.status();
      const jobs = await findJobs(db, now);
      return {
        asOf: now.toISOString(),
        search: { ...status, lastError: maskedOrNull(status.lastError) },
        jobs: jobs.map((job) => ({
          ...job,
          lastRunAt: job.lastRunAt?.toISOString() ?? null,
          nextRunAt: job.nextRunAt.toISOString(),
          lastError: maskedOrNull(job.lastError),
        })),
        messages: await countMessages(db),
        sessions: await countSessions(db, now),
        database: await describeDatabase(db),
        process: { version: packageJson.version, upSeconds: Math.floor(process.uptime()) },
      };
    }),
  ];
}
