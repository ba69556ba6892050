import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

/** What an employer can say with one tap, without signing in. */
export const freshnessAnswers = ['hiring', 'full', 'pause'] as const;
export type FreshnessAnswer = (typeof freshnessAnswers)[number];

/** What somebody heard who rang. */
export const callOutcomes = ['hiring', 'full', 'no-answer', 'asked-for-money'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const withToken = z.strictObject({ token: z.string().min(16).max(400) });

export const freshnessQuestion = z.object({
  opening: z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    employer: z.string(),
    headcount: z.number().int(),
    status: z.string(),
    confirmedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  }),
  /** The first answer given with this link; it stands. */
  answered: z.object({ answer: z.enum(freshnessAnswers), at: z.iso.datetime() }).nullable(),
  linkExpiresAt: z.iso.datetime(),
});
export type FreshnessQuestion = z.infer<typeof freshnessQuestion>;

export const getFreshnessQuestion = endpoint({
  id: 'getFreshnessQuestion',
  method: 'GET',
  path: '/api/freshness/:token',
  audience: 'anyone',
  summary: 'What a one-tap link asks about; looking changes nothing, for messages are opened by programs too',
  params: withToken,
  query: nothing,
  reply: freshnessQuestion,
  refuses: ['missing'],
});

export const answerFreshness = endpoint({
  id: 'answerFreshness',
  method: 'POST',
  path: '/api/freshness/:token',
  audience: 'anyone',
  summary:
    'Still hiring (so many), full, or pause; the first answer of a link stands, a second tap changes nothing',
  params: withToken,
  query: nothing,
  body: z.strictObject({
    answer: z.enum(freshnessAnswers),
    headcount: z.number().int().min(1).max(9999).optional(),
  }),
  reply: freshnessQuestion,
  refuses: ['missing', 'conflict', 'throttled'],
});

export const reportCall = endpoint({
  id: 'reportCall',
  method: 'POST',
  path: '/api/openings/:idOrCode/calls',
  audience: 'anyone',
  summary: 'What somebody heard who rang; no account, no address kept',
  params: z.strictObject({ idOrCode: z.string().min(1).max(32) }),
  query: nothing,
  body: z.strictObject({ outcome: z.enum(callOutcomes) }),
  reply: z.object({ outcome: z.enum(callOutcomes) }),
  status: 201,
  refuses: ['missing', 'throttled'],
});
