import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { divisionName, nothing } from '../wire.ts';

/** What staff have to do; each kind ends by the deed itself or by hand. */
export const taskKinds = [
  'overdue-point',
  'mistake-report',
  'fading-opening',
  'nobody-answers',
  'asked-for-money',
  'opening-report',
  're-verification',
  'licence-check',
  'terminal-silent',
  'terminal-broken',
  'out-of-paper',
] as const;
export type TaskKind = (typeof taskKinds)[number];

const id = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });

export const task = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  division: divisionName,
  subject: z.object({
    openingId: z.string().nullable(),
    servicePointId: z.string().nullable(),
    employerId: z.string().nullable(),
    reportId: z.string().nullable(),
    terminalId: z.string().nullable(),
  }),
  /** What to read first: the point, the opening or the employer by name. */
  title: z.string(),
  /** A telephone to ring about it; null where none is on file. */
  telephone: z.string().nullable(),
  note: z.string(),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type Task = z.infer<typeof task>;

export const listTasks = endpoint({
  id: 'listTasks',
  method: 'GET',
  path: '/api/staff/tasks',
  audience: 'staff',
  summary: 'What is to do in the viewer’s divisions, most urgent first',
  params: nothing,
  query: z.strictObject({
    kind: z.enum(taskKinds).optional(),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({
    total: z.number().int(),
    /** Ended since midnight in Yangzhou by the viewer. */
    doneToday: z.number().int(),
    items: z.array(task),
  }),
});

/** For what no other deed ends: somebody went and looked. */
export const endTaskByHand = endpoint({
  id: 'endTask',
  method: 'POST',
  path: '/api/staff/tasks/:id/end',
  audience: 'staff',
  summary: 'End a task by hand, with what came of it',
  params: z.strictObject({ id }),
  query: nothing,
  body: z.strictObject({ outcome: z.string().trim().min(1).max(200) }),
  reply: z.object({ id: z.string(), endedAt: z.iso.datetime() }),
  refuses: ['missing'],
});
