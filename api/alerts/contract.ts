import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { openingFilter } from '../openings/contract.ts';
import { nothing } from '../wire.ts';

/** How often somebody is told; `off` is no rhythm but an end, and any other begins anew. */
export const rhythms = ['daily', 'weekly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Of one person at a time. */
export const mostAlerts = 5;

/** What can be asked for. Not where somebody stands: a town is as near as it gets. */
const wantedShape = openingFilter.pick({
  q: true,
  literal: true,
  occupation: true,
  industry: true,
  district: true,
  town: true,
  salaryMin: true,
  education: true,
  experience: true,
  employmentType: true,
  benefits: true,
});
export type Wanted = z.output<typeof wantedShape>;

/** Whether it asks for anything: all that comes to the city is no answer to anybody. */
export const asksForSomething = ({ literal: _literal, q, benefits, ...rest }: Wanted): boolean =>
  (q ?? '').trim() !== '' ||
  (benefits ?? []).length > 0 ||
  Object.values(rest).some((value) => value !== undefined);

export const alert = z.object({
  id: z.string(),
  filter: wantedShape,
  /** All of it in words. */
  name: z.string(),
  rhythm: z.enum(rhythms),
  /** It stops by itself then, or has stopped. */
  endsAt: z.iso.datetime(),
  isOn: z.boolean(),
});
export type Alert = z.infer<typeof alert>;

/** All of the person's, newest first; those that have stopped for a week longer. */
const alerts = z.object({ items: z.array(alert) });
const change = z.strictObject({ rhythm: z.enum([...rhythms, 'off']) });
const id = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });
const token = z.string().min(16).max(400);

export const listAlerts = endpoint({
  id: 'listAlerts',
  method: 'GET',
  path: '/api/me/alerts',
  audience: 'person',
  summary: 'What the one who asks wants to be told of',
  params: nothing,
  query: nothing,
  reply: alerts,
});

export const putAlert = endpoint({
  id: 'putAlert',
  method: 'PUT',
  path: '/api/me/alerts',
  audience: 'person',
  summary: 'Tells by SMS when such openings come, for 90 days; the same words and conditions twice are one',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    filter: wantedShape.refine(asksForSomething, { error: 'alert.empty' }),
    rhythm: z.enum(rhythms),
  }),
  reply: alerts,
  refuses: ['conflict'],
});

export const changeAlert = endpoint({
  id: 'changeAlert',
  method: 'PATCH',
  path: '/api/me/alerts/:id',
  audience: 'person',
  summary: 'Another rhythm, for 90 days from now; or off',
  params: z.strictObject({ id }),
  query: nothing,
  body: change,
  reply: alerts,
  refuses: ['missing', 'conflict'],
});

export const listAlertsOfLink = endpoint({
  id: 'listAlertsOfLink',
  method: 'GET',
  path: '/api/alerts/:token',
  audience: 'anyone',
  summary: 'The same with the link of a message, without signing in; looking changes nothing',
  params: z.strictObject({ token }),
  query: nothing,
  reply: alerts,
  refuses: ['missing'],
});

export const changeAlertOfLink = endpoint({
  id: 'changeAlertOfLink',
  method: 'PATCH',
  path: '/api/alerts/:token/:id',
  audience: 'anyone',
  summary: 'Another rhythm, or off, with the link of a message',
  params: z.strictObject({ token, id }),
  query: nothing,
  body: change,
  reply: alerts,
  refuses: ['missing', 'conflict'],
});
