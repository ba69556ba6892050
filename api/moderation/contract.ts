import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { countyCode, nothing } from '../wire.ts';

export const leastMonthlyYuan = 500;
export const mostMonthlyYuan = 100_000;
export const leastHourlyYuan = 1;
export const mostHourlyYuan = 1000;
export const earliestWageDay = '2000-01-01';
/** A notice comes weeks or months before it counts, not years: what is later is a slip of the keyboard. */
export const mostWageDaysAhead = 731;

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
  enteredBy: z.string().nullable().describe('name of the member of staff; told to staff only'),
  /** The one that adverts are checked against today. */
  isInForce: z.boolean(),
});
export type MinimumWageRow = z.infer<typeof minimumWage>;

/** Why a figure wants a second look: lower than the one before it, or more than 30 % higher. */
export const wageDoubt = z.object({
  figure: z.enum(['monthlyYuan', 'hourlyYuan']),
  why: z.enum(['lower', 'far']),
  /** What counts the day before. */
  beforeYuan: z.number(),
});
export type WageDoubt = z.infer<typeof wageDoubt>;

export const listMinimumWages = endpoint({
  id: 'listMinimumWages',
  method: 'GET',
  path: '/api/minimum-wages',
  audience: 'anyone',
  readsViewer: true,
  summary: 'Minimum pay by county, as adverts are checked against it, earlier and later figures too',
  params: nothing,
  query: nothing,
  reply: z.object({ items: z.array(minimumWage) }),
});

const countyAndDay = z.strictObject({ county: countyCode, inForceFrom: z.iso.date() });

export const putMinimumWage = endpoint({
  id: 'putMinimumWage',
  method: 'PUT',
  path: '/api/minimum-wages/:county/:inForceFrom',
  audience: 'city-administrator',
  summary:
    'Enters the minimum pay of a county from a day on, as a notice says it; the same figures again are fine',
  params: countyAndDay,
  query: nothing,
  body: z.strictObject({
    monthlyYuan: z.number().int().min(leastMonthlyYuan).max(mostMonthlyYuan),
    hourlyYuan: z.number().min(leastHourlyYuan).max(mostHourlyYuan).multipleOf(0.01),
    /** The notice it was taken from, such as 苏人社规〔2025〕3号. */
    source: z.string().trim().min(2).max(200),
    version: z.number().int().min(0).describe('as last read, 0 for the first; another one is a conflict'),
    sure: z
      .boolean()
      .default(false)
      .describe('enters figures that are lower than those before, or over 30 % higher'),
  }),
  reply: minimumWage,
  refuses: ['missing', 'conflict'],
});

export const removeMinimumWage = endpoint({
  id: 'removeMinimumWage',
  method: 'DELETE',
  path: '/api/minimum-wages/:county/:inForceFrom',
  audience: 'city-administrator',
  summary: 'Takes back what was entered for a day, such as a wrong day; the figures before it count on',
  params: countyAndDay,
  query: z.strictObject({ version: z.number().int().min(1).describe('as last read') }),
  reply: z.object({ done: z.literal(true) }),
  refuses: ['missing', 'conflict'],
});
