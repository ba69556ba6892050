import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { openingForm, openingStatuses } from '../opening-desk/contract.ts';
import {
  accessibilityKinds,
  closure,
  exceptionDays,
  marketDay,
  notice,
  pointLevels,
  season,
  weeklySpan,
} from '../service-points/contract.ts';
import { serviceChange } from '../service-templates/contract.ts';
import { divisionName, nothing, placeQuality } from '../wire.ts';

const id = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });
const pointParams = z.strictObject({ id });
const divisionCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, { error: 'code.division' });

/** Everything about a point that staff keep: one document, one version number. */
export const pointFacts = z.strictObject({
  name: z.string().trim().min(1).max(80),
  level: z.enum(pointLevels),
  division: divisionCode,
  address: z.string().trim().min(1).max(200),
  telephones: z.array(z.string().trim().min(3).max(20)).max(6),
  place: z.strictObject({
    lng: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    source: z.string().trim().min(1).max(60),
    quality: placeQuality,
  }),
  weekly: z.array(weeklySpan.strict()).max(42),
  summer: season.strict().nullable(),
  markets: z.array(marketDay.strict()).max(10),
  exceptions: z.array(exceptionDays.strict()).max(100),
  closure: closure.strict().nullable(),
  notices: z.array(notice.strict()).max(20),
  accessibility: z.array(z.enum(accessibilityKinds)).max(20),
  services: z.array(z.string().trim().min(1).max(40)).max(60),
  /** By name of a service: what differs here from the city's template. */
  serviceChanges: z.record(z.string().max(40), serviceChange),
});
export type PointFacts = z.infer<typeof pointFacts>;
export type PointField = keyof PointFacts;

/** A pin that asks why; see rules.ts. */
export const pinDoubts = ['other-city', 'outside-jurisdiction', 'in-water', 'far-from-address'] as const;
export type PinDoubt = (typeof pinDoubts)[number];

const deskPointItem = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(pointLevels),
  district: divisionName,
  town: divisionName.nullable(),
  version: z.number().int(),
  checkedAt: z.iso.datetime().nullable(),
  checkDueAt: z.iso.datetime(),
  overdue: z.boolean(),
  hasHours: z.boolean(),
  hasTelephone: z.boolean(),
  tasks: z.number().int(),
});
export type DeskPointItem = z.infer<typeof deskPointItem>;

export const listDeskPoints = endpoint({
  id: 'listDeskPoints',
  method: 'GET',
  path: '/api/staff/points',
  audience: 'staff',
  summary: 'The points of the viewer’s divisions, those that are longest overdue first',
  params: nothing,
  query: z.strictObject({
    overdue: z.boolean().optional(),
    q: z.string().min(1).max(60).optional(),
    division: divisionCode.optional(),
    limit: z.number().int().min(1).max(2000).default(50),
  }),
  reply: z.object({
    total: z.number().int(),
    overdue: z.number().int(),
    items: z.array(deskPointItem),
  }),
});

const mistake = z.object({
  id: z.string(),
  about: z.enum(['hours', 'address', 'telephone', 'services', 'terminal', 'other']),
  text: z.string(),
  phone: z.string().nullable(),
  reportedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
});
export type Mistake = z.infer<typeof mistake>;

export const deskPoint = z.object({
  id: z.string(),
  version: z.number().int(),
  facts: pointFacts,
  changedAt: z.iso.datetime(),
  /** null: as the list brought it. */
  changedBy: z.string().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  checkDueAt: z.iso.datetime(),
  overdue: z.boolean(),
  closed: z.boolean(),
  /** How far the pin is from the seat of its division, and what it would be asked about. */
  pin: z.object({ fromSeatMetres: z.number().int().nullable(), doubts: z.array(z.enum(pinDoubts)) }),
  mistakes: z.array(mistake),
});
export type DeskPoint = z.infer<typeof deskPoint>;

export const getDeskPoint = endpoint({
  id: 'getDeskPoint',
  method: 'GET',
  path: '/api/staff/points/:id',
  audience: 'staff',
  summary: 'One point as it is edited',
  params: pointParams,
  query: nothing,
  reply: deskPoint,
  refuses: ['missing'],
});

export const savePoint = endpoint({
  id: 'savePoint',
  method: 'PUT',
  path: '/api/staff/points/:id',
  audience: 'staff',
  summary: 'Save a point as a new version; shown everywhere within a second',
  params: pointParams,
  query: nothing,
  body: z.strictObject({
    version: z.number().int().min(1).describe('of what was edited'),
    facts: pointFacts,
    pinReason: z.string().trim().max(200).optional().describe('why the pin is there, when it is doubtful'),
    checked: z.boolean().default(false).describe('everything else was looked at too and is right'),
  }),
  reply: deskPoint,
  refuses: ['missing', 'conflict'],
});

/** Where nothing has to be changed: one tap. */
export const confirmPoint = endpoint({
  id: 'confirmPoint',
  method: 'POST',
  path: '/api/staff/points/:id/checked',
  audience: 'staff',
  summary: 'Everything about the point is still right',
  params: pointParams,
  query: nothing,
  reply: z.object({ checkedAt: z.iso.datetime(), checkDueAt: z.iso.datetime() }),
  refuses: ['missing', 'conflict'],
});

export const createPoint = endpoint({
  id: 'createPoint',
  method: 'POST',
  path: '/api/staff/points',
  audience: 'manager',
  summary: 'A new service point',
  params: nothing,
  query: nothing,
  body: z.strictObject({ facts: pointFacts, pinReason: z.string().trim().max(200).optional() }),
  status: 201,
  reply: deskPoint,
});

/** Listings and open tasks go to the other point; the closed one leaves lists and maps. */
export const handOverPoint = endpoint({
  id: 'handOverPoint',
  method: 'POST',
  path: '/api/staff/points/:id/hand-over',
  audience: 'manager',
  summary: 'Give a point up and its work to another',
  params: pointParams,
  query: nothing,
  body: z.strictObject({ toPointId: id, reason: z.string().trim().min(1).max(200) }),
  reply: z.object({ listings: z.number().int(), tasks: z.number().int() }),
  refuses: ['missing', 'conflict'],
});

const pointVersion = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  note: z.string(),
  changed: z.array(z.string()).describe('names of facts that differ from the version before'),
});

export const listPointVersions = endpoint({
  id: 'listPointVersions',
  method: 'GET',
  path: '/api/staff/points/:id/versions',
  audience: 'staff',
  summary: 'Who changed what, newest first',
  params: pointParams,
  query: nothing,
  reply: z.object({ items: z.array(pointVersion) }),
  refuses: ['missing'],
});

export const getPointVersion = endpoint({
  id: 'getPointVersion',
  method: 'GET',
  path: '/api/staff/points/:id/versions/:version',
  audience: 'staff',
  summary: 'A point as it stood',
  params: z.strictObject({ id, version: id }),
  query: nothing,
  reply: z.object({ version: z.number().int(), facts: pointFacts }),
  refuses: ['missing'],
});

export const restorePoint = endpoint({
  id: 'restorePoint',
  method: 'POST',
  path: '/api/staff/points/:id/restore',
  audience: 'staff',
  summary: 'Make an old version the newest again',
  params: pointParams,
  query: nothing,
  body: z.strictObject({
    version: z.number().int().min(1).describe('that is shown now'),
    restore: z.number().int().min(1),
  }),
  reply: deskPoint,
  refuses: ['missing', 'conflict'],
});

export const reportMistake = endpoint({
  id: 'reportMistake',
  method: 'POST',
  path: '/api/service-points/:id/mistakes',
  audience: 'anyone',
  summary: 'Tell the staff that something about a point is wrong',
  params: pointParams,
  query: nothing,
  body: z.strictObject({
    about: mistake.shape.about,
    text: z.string().trim().min(2).max(300),
    phone: z
      .string()
      .trim()
      .regex(/^[0-9+ -]{7,20}$/, { error: 'phone.digits' })
      .optional()
      .describe('to be called back; erased with the answer'),
  }),
  status: 201,
  reply: z.object({ dueAt: z.iso.datetime() }),
  refuses: ['missing'],
});

export const answerMistake = endpoint({
  id: 'answerMistake',
  method: 'POST',
  path: '/api/staff/mistakes/:id/answer',
  audience: 'staff',
  summary: 'What came of a reported mistake',
  params: z.strictObject({ id }),
  query: nothing,
  body: z.strictObject({
    outcome: z.enum(['mended', 'right-as-it-is', 'not-understood']),
    answer: z.string().trim().max(300).default(''),
  }),
  reply: z.object({ id: z.string(), answeredAt: z.iso.datetime() }),
  refuses: ['missing', 'conflict'],
});

/** What staff heard who rang about an opening: one tap. */
export const answerByPhone = endpoint({
  id: 'answerByPhone',
  method: 'POST',
  path: '/api/staff/openings/:id/phone-answer',
  audience: 'staff',
  summary: 'Still hiring, filled, or nobody answered, as heard on the telephone',
  params: z.strictObject({ id }),
  query: nothing,
  body: z.strictObject({ heard: z.enum(['hiring', 'full', 'no-answer']) }),
  reply: z.object({ id: z.string(), heard: z.enum(['hiring', 'full', 'no-answer']) }),
  refuses: ['missing', 'conflict'],
});

/** Employers on file whose name or credit code holds the words: for whoever takes a listing in at the desk. */
export const findListingEmployers = endpoint({
  id: 'findListingEmployers',
  method: 'GET',
  path: '/api/staff/employers',
  audience: 'staff',
  summary: 'Employers on file by name or credit code, ten at most',
  params: nothing,
  query: z.strictObject({ q: z.string().trim().min(2).max(60) }),
  reply: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), creditCode: z.string() })),
  }),
});

/** How a listing came to the desk. */
export const listingSources = ['desk', 'telephone', 'door'] as const;

/**
 * An opening that staff take in for somebody who will not write it himself: a small employer, or a family, which has
 * no credit code. Shown at once: the staff of the point vouch for it and keep it fresh.
 */
export const postLocalListing = endpoint({
  id: 'postLocalListing',
  method: 'POST',
  path: '/api/staff/points/:id/listings',
  audience: 'staff',
  summary: 'Post an opening for a small employer or a family, with source and consent',
  params: pointParams,
  query: nothing,
  body: z.strictObject({
    employer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('on-file'), employerId: id }),
      z.strictObject({
        kind: z.literal('small'),
        name: z.string().trim().min(2).max(100),
        creditCode: z.string().trim().toUpperCase().max(30),
      }),
      z.strictObject({ kind: z.literal('household') }),
    ]),
    form: openingForm,
    source: z.enum(listingSources),
    /** Who gave it, as staff know them: 王阿姨，三组. Not shown to anybody else. */
    givenBy: z.string().trim().min(1).max(60),
    consented: z.literal(true, { error: 'listing.consent' }).describe('they agreed that it is published'),
  }),
  status: 201,
  reply: z.object({ id: z.string(), code: z.string(), status: z.enum(openingStatuses) }),
  refuses: ['missing', 'conflict'],
});
