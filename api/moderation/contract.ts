import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countyCode, nothing } from '../wire.ts';

/** Minimum pay of a county from a day on. Without a day: the city has entered nothing, this is what the lint assumes. */
export const minimumWage = z.object({
  county: z.string(),
  monthlyYuan: z.number(),
  hourlyYuan: z.number(),
  inForceFrom: z.iso.date().nullable(),
  source: z.string(),
  /** 0 when nothing was entered. */
  version: z.number().int(),
  updatedAt: z.iso.datetime().nullable(),
  /** The one that adverts are checked against today. */
  isInForce: z.boolean(),
});

export const listMinimumWages = endpoint({
  id: 'listMinimumWages',
  method: 'GET',
  path: '/api/minimum-wages',
  audience: 'anyone',
  summary: 'Minimum pay by county, as adverts are checked against it, earlier and later figures too',
  params: nothing,
  query: nothing,
  reply: z.object({ items: z.array(minimumWage) }),
});

export const putMinimumWage = endpoint({
  id: 'putMinimumWage',
  method: 'PUT',
  path: '/api/minimum-wages/:county/:inForceFrom',
  audience: 'city-administrator',
  summary: 'Enters the minimum pay of a county from a day on, as a notice says it',
  params: z.strictObject({ county: countyCode, inForceFrom: z.iso.date() }),
  query: nothing,
  body: z.strictObject({
    monthlyYuan: z.number().int().min(500).max(100_000),
    hourlyYuan: z.number().min(1).max(1000).multipleOf(0.01),
    /** The notice it was taken from, such as 苏人社规〔2025〕3号. */
    source: z.string().trim().min(2).max(200),
    version: z.number().int().min(0).describe('as last read, 0 for the first; another one is a conflict'),
  }),
  reply: minimumWage,
  refuses: ['missing', 'conflict'],
});
