import { z } from 'zod';

/**
 * Shapes that several features send over the wire.
 * Places are WGS-84, longitude first.
 */

/** `lng,lat` in a query. The box is the earth's: whether a place is in the city is for rules to say. */
export const lngLatPair = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .describe('lng,lat in WGS-84 degrees');

/** `minLng,minLat,maxLng,maxLat` in a query. */
export const boundingBox = z
  .tuple([
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
    z.number().min(-180).max(180),
    z.number().min(-90).max(90),
  ])
  .refine(([minLng, minLat, maxLng, maxLat]) => minLng <= maxLng && minLat <= maxLat, {
    error: 'bbox.order',
  })
  .describe('minLng,minLat,maxLng,maxLat in WGS-84 degrees');

export const countyCode = z
  .string()
  .regex(/^\d{6}$/, { error: 'code.six-digits' })
  .describe('county, six digits (GB/T 2260)');
export const townCode = z
  .string()
  .regex(/^\d{9}$/, { error: 'code.nine-digits' })
  .describe('town, nine digits (GB/T 2260 + 3)');

/** How a position came about: `surveyed` on the spot, `imported` from a list, `town` = the town's seat. */
export const placeQuality = z.enum(['surveyed', 'imported', 'approximate', 'town']);
export type PlaceQuality = z.infer<typeof placeQuality>;

export const divisionName = z.object({ code: z.string(), name: z.string() });
export type DivisionName = z.infer<typeof divisionName>;

/** No parameters, or no query. */
export const nothing = z.strictObject({});
