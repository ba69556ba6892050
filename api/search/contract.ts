import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { matchKinds } from '../openings/contract.ts';
import { nothing } from '../wire.ts';

export const suggestion = z.object({
  kind: z.enum(['occupation', 'employer', 'place']),
  text: z.string(),
  /** Where a place is, to measure from there. */
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  /** Filter this suggestion stands for. */
  filter: z.enum(['occupation', 'q', 'district', 'town']),
  value: z.string(),
  openings: z.number().int(),
  matched: z.enum(matchKinds),
});
export type Suggestion = z.infer<typeof suggestion>;

export const suggest = endpoint({
  id: 'suggest',
  method: 'GET',
  path: '/api/suggest',
  audience: 'anyone',
  summary: 'Occupations, employers and places that begin or sound like the words; at most ten',
  params: nothing,
  query: z.strictObject({ q: z.string().max(60) }),
  reply: z.object({ suggestions: z.array(suggestion) }),
});
