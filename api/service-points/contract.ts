import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  boundingBox,
  countyCode,
  divisionName,
  drawnArea,
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

const minuteSpan = z.object({
  fromMinute: weeklySpan.shape.fromMinute,
  toMinute: weeklySpan.shape.toMinute,
});

/** `05-01`: a day of every year. */
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'day.month-day' });

/** The week of a part of the year, both days included; from 10-01 to 04-30 goes over New Year. */
export const season = z.object({ from: dayOfYear, to: dayOfYear, weekly: z.array(weeklySpan).max(42) });
export type Season = z.infer<typeof season>;

/** Open besides on market days: days of the 农历 month (1–30), or ISO weekdays; one of the two lists is empty. */
export const marketDay = minuteSpan.extend({
  lunarDays: z.array(z.number().int().min(1).max(30)).max(30),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
});
export type MarketDay = z.infer<typeof marketDay>;

/** These days instead of the week, holidays included; no spans: closed. */
export const exceptionDays = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  spans: z.array(minuteSpan).max(6),
  note: z.string().trim().max(60),
});
export type ExceptionDays = z.infer<typeof exceptionDays>;

/** Shut, or elsewhere, for a while; `to` null: until further notice. `movedTo` says where people go meanwhile. */
export const closure = z.object({
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  reason: z.string().trim().min(1).max(60),
  movedTo: z.string().trim().min(1).max(100).nullable(),
});
export type Closure = z.infer<typeof closure>;

export const notice = z.object({
  text: z.string().trim().min(1).max(200),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type Notice = z.infer<typeof notice>;

export const accessibilityKinds = [
  'no-steps',
  'ramp',
  'lift',
  'accessible-toilet',
  'seats',
  'parking',
  'sign-language',
] as const;
export type Accessibility = (typeof accessibilityKinds)[number];

/** A service as it is offered at a point: the city's template with what differs there. */
export const offer = z.object({
  name: z.string(),
  conditions: z.string(),
  documents: z.array(z.string()),
  fee: z.string(),
  takes: z.string().describe('how long it takes, in words'),
  law: z.string(),
});
export type Offer = z.infer<typeof offer>;

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
  terminals: z.object({
    installed: z.number().int(),
    working: z.number().int(),
    fault: z
      .enum(['silent', 'broken'])
      .nullable()
      .describe('why none works; silent: not heard of for ten minutes'),
    faultSince: z.iso
      .datetime()
      .nullable()
      .describe('last heard of, or reported for repair; null where nobody knows'),
  }),
  open: openState,
  services: z.array(z.string()),
  accessibility: z.array(z.enum(accessibilityKinds)),
  /** Today or within the next seven days. */
  closure: closure.nullable(),
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
      area: drawnArea.optional(),
      near: lngLatPair.optional(),
      withinMetres: z.number().int().min(1).max(200_000).optional().describe('needs near'),
      district: countyCode.optional(),
      town: townCode.optional(),
      terminal: z.boolean().optional().describe('true: at least one working terminal'),
      openNow: z.boolean().optional(),
      service: z.string().min(1).max(40).optional(),
      level: z.enum(pointLevels).optional(),
      q: z
        .string()
        .trim()
        .min(1)
        .max(60)
        .optional()
        .describe('words, all of them in its name, address or town'),
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
  /** The ordinary week of the season; empty when no hours are on file. */
  hours: z.array(weeklySpan),
  /** null: the same week all year. `until` is the season's last day. */
  season: z.object({ name: z.enum(['winter', 'summer']), until: z.iso.date() }).nullable(),
  markets: z.array(marketDay),
  /** Changes in the next 30 days that have words to them. */
  exceptions: z.array(exceptionDays),
  /** Those of today. */
  notices: z.array(notice),
  offers: z.array(offer),
  /** When staff last found everything right; null where nobody has looked yet. */
  checkedOn: z.iso.date().nullable(),
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

/** An open page asks every second: the answer is a word, and no limit counts it. */
export const getServicePointsVersion = endpoint({
  id: 'getServicePointsVersion',
  method: 'GET',
  path: '/api/service-points.version',
  audience: 'anyone',
  summary: 'Another word whenever any service point changes, the same in every process',
  params: nothing,
  query: nothing,
  reply: z.object({ version: z.string() }),
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
  replyType: 'application/geo+json',
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
          terminal: z.enum(['working', 'silent', 'broken', 'none']),
          services: z.array(z.string()),
          closure: z.enum(['closed', 'moved']).nullable().describe('shut or elsewhere today'),
        }),
      }),
    ),
  }),
});
