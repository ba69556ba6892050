import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** `seen` in a list, `opened` its page, `called` its telephone was asked for, `applied`. */
export const statisticKinds = ['seen', 'opened', 'called', 'applied'] as const;
export type StatisticKind = (typeof statisticKinds)[number];

const counts = {
  seen: z.number().int(),
  opened: z.number().int(),
  called: z.number().int(),
  applied: z.number().int(),
};
const id = z.string().regex(/^\d{1,15}$/, { error: 'id.digits' });
const days = z.number().int().min(1).max(90).default(28);

export const getOpeningStatistics = endpoint({
  id: 'getOpeningStatistics',
  method: 'GET',
  path: '/api/desk/openings/:openingId/statistics',
  audience: 'person',
  summary: "One opening by day, counted without persons; for its employer's members",
  params: z.strictObject({ openingId: id }),
  query: z.strictObject({ days }),
  reply: z.object({
    openingId: z.string(),
    title: z.string(),
    total: z.object(counts),
    /** Every day of the span, the oldest first; dates in Shanghai. */
    days: z.array(z.object({ day: z.iso.date(), ...counts })),
  }),
  refuses: ['missing'],
});

export const getEmployerStatistics = endpoint({
  id: 'getEmployerStatistics',
  method: 'GET',
  path: '/api/desk/employers/:employerId/statistics',
  audience: 'person',
  summary: "The totals of each of an employer's openings over the last days; for its members",
  params: z.strictObject({ employerId: id }),
  query: z.strictObject({ days }),
  reply: z.object({
    total: z.object(counts),
    openings: z.array(z.object({ openingId: z.string(), ...counts })),
  }),
  refuses: ['missing'],
});
