import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

export const getStatistics = endpoint({
  id: 'getStatistics',
  method: 'GET',
  path: '/api/statistics',
  audience: 'anyone',
  summary: 'The figures of the whole system',
  params: nothing,
  query: nothing,
  reply: z.object({
    openings: z.number().int(),
    positions: z.number().int(),
    /** Employers with at least one opening published now. */
    employers: z.number().int(),
    servicePoints: z.number().int(),
    terminals: z.number().int(),
    /** Pages asked for since the start, counted without cookie or address. */
    visits: z.number().int(),
    asOf: z.iso.datetime(),
  }),
});
