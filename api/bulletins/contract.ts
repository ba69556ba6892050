import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { openingItem } from '../openings/contract.ts';
import { servicePointDetail } from '../service-points/contract.ts';
import { nothing } from '../wire.ts';

const pointId = z.strictObject({ id: z.string().regex(/^\d{1,18}$/, { error: 'id.digits' }) });

/** What a bulletin calls near, and what it calls new. */
export const bulletinWithinMetres = 3000;
export const bulletinDays = 7;

const bulletinOpening = openingItem.extend({ distanceMetres: z.number().int() });
export type BulletinOpening = z.infer<typeof bulletinOpening>;

/** What a village's wall, screen and chat group are told: who hires nearby since when. */
export const getBulletin = endpoint({
  id: 'getBulletin',
  method: 'GET',
  path: '/api/service-points/:id/bulletin',
  audience: 'anyone',
  summary: 'Openings published in the last seven days within 3 km of a point, nearest first',
  params: pointId,
  query: nothing,
  reply: z.object({
    asOf: z.iso.datetime(),
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    withinMetres: z.number().int(),
    /** Where a phone finds us; null: the address of the page itself. */
    publicUrl: z.string().nullable(),
    point: servicePointDetail.omit({ openingsNearby: true, distanceMetres: true }),
    total: z.number().int(),
    positions: z.number().int(),
    items: z.array(bulletinOpening),
    /** The nearest that have been there longer, or are farther, when there is little new. */
    others: z.array(bulletinOpening),
  }),
  refuses: ['missing'],
});
export type Bulletin = z.infer<typeof getBulletin.reply>;

/** A visit for the calendar of a phone: the point's next open hours, or those of a day. */
export const visitCalendar = endpoint({
  id: 'visitCalendar',
  method: 'GET',
  path: '/api/service-points/:id/visit.ics',
  audience: 'anyone',
  summary: 'A visit to a point as an iCalendar file',
  params: pointId,
  query: z.strictObject({ on: z.iso.date().optional() }),
  reply: z.string(),
  replyType: 'text/calendar',
  refuses: ['missing'],
});
