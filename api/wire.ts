import { z } from 'zod';
import { cornersOf, fewestCorners, mostCorners } from '../geodata/area.ts';
import { boundsContain, CHINA_BOUNDS } from '../geodata/bounds.ts';

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

/** `lng,lat,lng,lat,…` in a query: what somebody drew, its border included. */
export const drawnArea = z
  .array(z.number())
  // Before its corners are read: a closed one has the first of them twice.
  .max(2 * mostCorners + 2, { error: 'area.corners' })
  .refine((area) => area.length % 2 === 0 && isNumberOfCorners(cornersOf(area).length), {
    error: 'area.corners',
  })
  .refine((area) => cornersOf(area).every((corner) => boundsContain(CHINA_BOUNDS, corner)), {
    error: 'area.outside',
  })
  .describe('3 to 60 corners lng,lat,lng,lat,… in WGS-84 degrees, within China, closed or not');
const isNumberOfCorners = (count: number) => count >= fewestCorners && count <= mostCorners;

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
