import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

const id = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });
/** The database knows no year 0, and nothing was logged before 2000. */
const day = z.iso.date().refine((text) => text >= '2000-01-01', { error: 'day.too-early' });

const auditEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string().describe('staff:3, person:12, terminal:9, or the command that ran'),
  actorName: z.string().nullable().describe('of a member of staff'),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const listAuditLog = endpoint({
  id: 'listAuditLog',
  method: 'GET',
  path: '/api/audit-log',
  audience: 'auditor',
  summary: 'What was done, newest first; that the log was read is itself noted, once an hour a reader',
  params: nothing,
  query: z.strictObject({
    before: id.optional().describe('the id of the last line of the page before'),
    limit: z.number().int().min(1).max(100).default(50),
    actor: z
      .string()
      .regex(/^[a-z][\w:.-]{0,59}$/, { error: 'actor.format' })
      .optional(),
    action: z
      .string()
      .regex(/^[a-z][\w.-]{0,59}$/, { error: 'action.format' })
      .optional()
      .describe('what the action begins with: opening. or opening.publish'),
    entity: z
      .string()
      .regex(/^[a-z][a-z_-]{0,39}$/, { error: 'entity.format' })
      .optional(),
    entityId: id.optional(),
    from: day.optional().describe('the first day, in Shanghai'),
    to: day.optional().describe('the last day, in Shanghai'),
  }),
  reply: z.object({
    items: z.array(auditEntry),
    next: z.string().nullable().describe('`before` of the next page; null on the last one'),
  }),
  refuses: ['invalid'],
});

const jobState = z.object({
  name: z.string(),
  lastRunAt: z.iso.datetime().nullable(),
  nextRunAt: z.iso.datetime(),
  lastError: z.string().nullable(),
  heldBy: z.string().nullable().describe('the process that runs it at this moment'),
});

export const getSystemStatus = endpoint({
  id: 'getSystemStatus',
  method: 'GET',
  path: '/api/system-status',
  audience: 'system-administrator',
  summary: 'Whether search, jobs, messages and the database do their work; nothing about anybody',
  params: nothing,
  query: nothing,
  reply: z.object({
    asOf: z.iso.datetime(),
    search: z.object({
      engine: z.enum(['meilisearch', 'postgres']),
      lagRows: z.number().int(),
      lagSeconds: z.number(),
      lastError: z.string().nullable(),
      breaker: z.enum(['closed', 'open']).nullable().describe('null without Meilisearch'),
    }),
    jobs: z.array(jobState),
    messages: z.object({
      waiting: z.number().int(),
      failed: z.number().int().describe('given up after eight tries'),
    }),
    sessions: z.number().int().describe('that are alive'),
    database: z.object({
      kind: z.enum(['embedded', 'external']),
      version: z.string(),
      bytes: z.number().int(),
    }),
    process: z.object({
      version: z.string(),
      upSeconds: z.number().int().describe('of the process that answered'),
    }),
  }),
});
export type SystemStatus = z.infer<typeof getSystemStatus.reply>;
