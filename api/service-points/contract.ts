import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  boundingBox,
  countyCode,
  divisionName,
  lngLatPair,
  nothing,
  placeQuality,
  townCode,
} from '../wire.ts';

export const pointLevels = ['county', 'town', 'village'] as const;
export type PointLevel = (typeof pointLevels)[number];

/** `state` unknown: no hours on file. `until`/`opensAt` are instants; `opensAt` looks at most 14 days ahead. */
export const openState = z.object({
  state: z.enum(['open', 'closed', 'unknown']),
  until: z.iso.datetime().nullable(),
  opensAt: z.iso.datetime().nullable(),
});
export type OpenState = z.infer<typeof openState>;

/** ISO weekday 1–7 (Monday is 1); minutes after midnight in Asia/Shanghai. */
export const weeklySpan = z.object({
  weekday: z.number().int().min(1).max(7),
  fromMinute: z.number().int().min(0).max(1439),
  toMinute: z.number().int().min(1).max(1440),
});
export type WeeklySpan = z.infer<typeof weeklySpan>;

export const servicePointItem = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  level: z.enum(pointLevels),
  district: divisionName,
  town: divisionName.nullable(),
  place: z.object({ lng: z.number(), lat: z.number(), source: z.string(), quality: placeQuality }),
  address: z.string(),
  telephones: z.array(z.string()),
  terminals: z.object({ installed: z.number().int(), working: z.number().int() }),
  open: openState,
  services: z.array(z.string()),
  distanceMetres: z.number().int().optional(),
});
export type ServicePointItem = z.infer<typeof servicePointItem>;

export const listServicePoints = endpoint({
  id: 'listServicePoints',
  method: 'GET',
  path: '/api/service-points',
  audience: 'anyone',
  summary: 'Service points: nearest first with near, else by division',
  params: nothing,
  query: z
    .strictObject({
      bbox: boundingBox.optional(),
      near: lngLatPair.optional(),
      withinMetres: z.number().int().min(1).max(200_000).optional().describe('needs near'),
      district: countyCode.optional(),
      town: townCode.optional(),
      terminal: z.boolean().optional().describe('true: at least one working terminal'),
      openNow: z.boolean().optional(),
      service: z.string().min(1).max(40).optional(),
      limit: z.number().int().min(1).max(2000).default(20),
    })
    .superRefine((query, context) => {
      if (query.withinMetres !== undefined && query.near === undefined)
        context.addIssue({ code: 'custom', path: ['withinMetres'], message: 'near.needed' });
    }),
  reply: z.object({
    total: z.number().int(),
    openNow: z.number().int(),
    withTerminal: z.number().int(),
    items: z.array(servicePointItem),
  }),
});

export const servicePointDetail = servicePointItem.extend({
  /** The ordinary week; empty when no hours are on file. */
  hours: z.array(weeklySpan),
  /** The next seven days as they will be, holidays and 调休 included. */
  days: z.array(
    z.object({
      on: z.iso.date(),
      spans: z.array(z.object({ fromMinute: z.number().int(), toMinute: z.number().int() })),
      note: z.string().nullable().describe('name of the holiday or 调休 that changes the day'),
    }),
  ),
  /** Openings published within 3 km. */
  openingsNearby: z.object({
    withinMetres: z.number().int(),
    openings: z.number().int(),
    positions: z.number().int(),
  }),
});
export type ServicePointDetail = z.infer<typeof servicePointDetail>;

export const getServicePoint = endpoint({
  id: 'getServicePoint',
  method: 'GET',
  path: '/api/service-points/:id',
  audience: 'anyone',
  summary: 'One service point with its week',
  params: z.strictObject({ id: z.string().regex(/^\d{1,18}$/, { error: 'id.digits' }) }),
  query: z.strictObject({ near: lngLatPair.optional() }),
  reply: servicePointDetail,
  refuses: ['missing'],
});

/** All points as GeoJSON, cacheable with an ETag: what the map draws. */
export const servicePointsGeoJson = endpoint({
  id: 'servicePointsGeoJson',
  method: 'GET',
  path: '/api/service-points.geojson',
  audience: 'anyone',
  summary: 'Every service point as a GeoJSON FeatureCollection',
  params: nothing,
  query: nothing,
  reply: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.number().int(),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: z.object({
          id: z.string(),
          name: z.string(),
          level: z.enum(pointLevels),
          district: z.string(),
          town: z.string().nullable(),
          state: z.enum(['open', 'later', 'closed', 'unknown']),
          terminal: z.enum(['working', 'broken', 'none']),
          services: z.array(z.string()),
        }),
      }),
    ),
  }),
});
