import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

const serviceName = z.string().trim().min(1).max(40);

/** What the city says about a service, in words for people. */
const templateWords = {
  conditions: z.string().trim().max(500),
  documents: z.array(z.string().trim().min(1).max(60)).max(20),
  fee: z.string().trim().max(60),
  takes: z.string().trim().max(60).describe('how long it takes, in words'),
  law: z.string().trim().max(200),
};

export const serviceTemplate = z.object({
  name: serviceName,
  ...templateWords,
  version: z.number().int(),
  retired: z.boolean(),
  updatedAt: z.iso.datetime(),
  /** Points in the city that offer it, and those among them that say something of their own. */
  points: z.number().int(),
  pointsWithChanges: z.number().int(),
});
export type ServiceTemplate = z.infer<typeof serviceTemplate>;

/** What a point says differently from the template; what is left out follows the template. */
export const serviceChange = z.strictObject(templateWords).partial();
export type ServiceChange = z.infer<typeof serviceChange>;

export const listServiceTemplates = endpoint({
  id: 'listServiceTemplates',
  method: 'GET',
  path: '/api/staff/service-templates',
  audience: 'staff',
  summary: 'The city’s templates of services',
  params: nothing,
  query: nothing,
  reply: z.object({ items: z.array(serviceTemplate) }),
});

export const saveServiceTemplate = endpoint({
  id: 'saveServiceTemplate',
  method: 'PUT',
  path: '/api/staff/service-templates/:name',
  audience: 'city-administrator',
  summary: 'Make or change a template; every point that offers the service shows it at once',
  params: z.strictObject({ name: serviceName }),
  query: nothing,
  body: z.strictObject({
    ...templateWords,
    retired: z.boolean().default(false),
    version: z.number().int().min(0).describe('of what was edited; 0 for a new one'),
  }),
  reply: serviceTemplate,
  refuses: ['conflict'],
});

/** Which points: all of these conditions, within the viewer's divisions. */
const pushTarget = {
  division: z
    .string()
    .regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/, { error: 'code.division' })
    .optional(),
  levels: z.array(z.enum(['county', 'town', 'village'])).optional(),
};

const pushCount = z.object({
  points: z.number().int().describe('that the target names'),
  adds: z.number().int().describe('that do not offer it yet'),
  has: z.number().int().describe('that offer it already'),
  withChanges: z.number().int().describe('that have it with words of their own'),
  /** A few by name, those it would be new for first. */
  examples: z.array(z.object({ id: z.string(), name: z.string(), gets: z.enum(['new', 'has', 'changed']) })),
});

export const previewPush = endpoint({
  id: 'previewPush',
  method: 'GET',
  path: '/api/staff/service-templates/:name/push',
  audience: 'manager',
  summary: 'What pushing a template would do',
  params: z.strictObject({ name: serviceName }),
  query: z.strictObject(pushTarget),
  reply: pushCount,
  refuses: ['missing'],
});

export const pushTemplate = endpoint({
  id: 'pushTemplate',
  method: 'POST',
  path: '/api/staff/service-templates/:name/push',
  audience: 'manager',
  summary: 'Give points a service; words of their own stay unless reset',
  params: z.strictObject({ name: serviceName }),
  query: nothing,
  body: z.strictObject({
    ...pushTarget,
    reset: z.boolean().default(false).describe('also where a point has words of its own'),
  }),
  reply: z.object({ added: z.number().int(), reset: z.number().int(), unchanged: z.number().int() }),
  refuses: ['missing'],
});
