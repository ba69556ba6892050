import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

export const division = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  level: z.enum(['county', 'town', 'village']),
  parent: z.string().nullable(),
  seat: z.object({ lng: z.number(), lat: z.number() }),
  positionSource: z.string(),
  positionQuality: z.string(),
  datum: z.literal('wgs84'),
});

export const listDivisions = endpoint({
  id: 'listDivisions',
  method: 'GET',
  path: '/api/divisions',
  audience: 'anyone',
  summary: 'Counties and towns; villages of one town or county with `under`',
  params: nothing,
  query: z.strictObject({
    level: z.enum(['county', 'town', 'village']).optional(),
    under: z
      .string()
      .regex(/^(\d{4}|\d{6}|\d{9})$/, { error: 'code.digits' })
      .optional(),
  }),
  reply: z.object({ divisions: z.array(division) }),
});
