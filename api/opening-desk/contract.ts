import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { educations, employmentTypes, experiences, salaryUnits } from '../openings/contract.ts';
import { nothing, townCode } from '../wire.ts';

/** Where an opening stands; only `published` ones show anywhere. */
export const openingStatuses = [
  'draft',
  'submitted',
  'scheduled',
  'published',
  'paused',
  'returned',
  'refused',
  'closed',
  'expired',
  'hidden',
] as const;
export type OpeningStatus = (typeof openingStatuses)[number];

/** Everything that can happen to an opening; api/opening-desk/rules.ts says from where to where and by whom. */
export const openingActions = [
  'save',
  'submit',
  'recall',
  'approve',
  'return',
  'refuse',
  'schedule',
  'publish',
  'pause',
  'resume',
  'change',
  'extend',
  'confirm',
  'fill',
  'copy',
  'relist',
  'close',
  'expire',
  'hide',
  'discard',
] as const;
export type OpeningAction = (typeof openingActions)[number];

export const closeOutcomes = ['filled-here', 'filled-elsewhere', 'withdrawn'] as const;
export type CloseOutcome = (typeof closeOutcomes)[number];

/** Benefits that are conditions of life, by group; at most one rhythm of pay and one shift. Others may be typed. */
export const payRhythms = ['日结', '周结', '月结'] as const;
export const shifts = ['长白班', '两班倒', '三班倒', '夜班', '弹性工作'] as const;
export const lifeTerms = [
  '包吃',
  '包住',
  '班车',
  '五险一金',
  '五险',
  '接受50岁以上',
  '夫妻同去',
  '不用智能手机',
] as const;

/** Longest validity, days from publishing or extending; 人社厅发〔2025〕60号 wants a period, not its length. */
export const longestValidityDays = 90;
export const usualValidityDays = 30;

const text = (longest: number) => z.string().max(longest);
const place = z.strictObject({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

/** Why a finding of the lint that is a warning stands all the same; a reviewer reads it. */
export const findingReason = z.strictObject({
  rule: text(40),
  field: text(40),
  reason: text(300),
});

/**
 * What somebody is writing. Everything may be missing: a draft is kept as it is, completeness is asked at submit.
 * Yuan; dates in Asia/Shanghai.
 */
export const openingForm = z.strictObject({
  title: text(60).default(''),
  occupation: text(60).nullable().default(null),
  duties: text(5000).default(''),
  requirements: text(5000).default(''),
  headcount: z.number().int().min(1).max(9999).nullable().default(null),
  salaryMin: z.number().min(0).max(1_000_000).nullable().default(null),
  salaryMax: z.number().min(0).max(1_000_000).nullable().default(null),
  salaryUnit: z.enum(salaryUnits).nullable().default(null),
  education: z.enum(educations).nullable().default(null),
  experience: z.enum(experiences).nullable().default(null),
  employmentType: z.enum(employmentTypes).nullable().default(null),
  benefits: z.array(z.string().min(1).max(20)).max(20).default([]),
  /** One of the employer's workplaces that address, town and pin were taken from. */
  workplaceId: text(20).nullable().default(null),
  address: text(200).default(''),
  town: townCode.nullable().default(null),
  /** null: shown at the town's seat, and said so. */
  place: place.nullable().default(null),
  /** Why the pin stands far from the town's seat. */
  placeReason: text(300).default(''),
  contactName: text(40).default(''),
  contactPhone: text(30).default(''),
  /** Last day, taken to its end. */
  closesOn: z.iso.date().nullable().default(null),
  /** Not before this instant; null is at once. */
  publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Taken over from elsewhere: then the source is named. */
  isReposted: z.boolean().default(false),
  sourceName: text(100).default(''),
  reasons: z.array(findingReason).max(40).default([]),
});
export type OpeningForm = z.output<typeof openingForm>;

/** As `Finding` of api/moderation/advert.ts, over the wire. */
export const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.string(),
  words: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  article: z.string(),
  advice: z.string(),
});

/** What keeps a form from being submitted: field of the form, stable code, words for people. */
export const formFault = z.object({ name: z.string(), code: z.string(), detail: z.string() });

export const reviewStates = ['waiting', 'approved', 'returned', 'refused', 'recalled'] as const;

/** The last review as the employer sees it: never who decided. */
export const reviewForEmployer = z.object({
  id: z.string(),
  state: z.enum(reviewStates),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  /** Codes of `returnReasons` in api/reviews/contract.ts. */
  reasons: z.array(z.string()),
  /** What the reviewer wrote. */
  text: z.string(),
  /** What the employer answered. */
  answer: z.string().nullable(),
});

export const deskOpeningItem = z.object({
  id: z.string(),
  code: z.string(),
  employer: z.object({ id: z.string(), name: z.string() }),
  status: z.enum(openingStatuses),
  title: z.string(),
  town: z.string().nullable(),
  /** Places still free, and filled. */
  headcount: z.number().int().nullable(),
  filled: z.number().int(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  salaryUnit: z.enum(salaryUnits).nullable(),
  outcome: z.enum(closeOutcomes).nullable(),
  /** Something is written that is not what shows. */
  hasChanges: z.boolean(),
  /** The change of a published opening waits for a reviewer; the old text shows. */
  changeWaits: z.boolean(),
  publishAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type DeskOpeningItem = z.output<typeof deskOpeningItem>;

export const openingEvent = z.object({
  at: z.iso.datetime(),
  /** Who, as the reader may know it: a colleague's number (138****0001), 审核人员, 系统. */
  who: z.string(),
  action: z.string(),
  from: z.enum(openingStatuses).nullable(),
  to: z.enum(openingStatuses),
  why: z.string(),
});

export const deskOpening = deskOpeningItem.extend({
  form: openingForm,
  /** What shows now, where the form says something else. */
  standing: openingForm.nullable(),
  findings: z.array(finding),
  /** What is missing or wrong for submitting, lint errors and warnings without a reason among it. */
  faults: z.array(formFault),
  /** What the viewer may do now. */
  may: z.array(z.enum(openingActions)),
  review: reviewForEmployer.nullable(),
  events: z.array(openingEvent),
});
export type DeskOpening = z.output<typeof deskOpening>;

const one = z.strictObject({ openingId: z.string().min(1).max(20) });
const version = z
  .number()
  .int()
  .min(1)
  .max(2_000_000_000)
  .describe('as last read; another one is a conflict');
const why = text(300).default('');

export const listDeskOpenings = endpoint({
  id: 'listDeskOpenings',
  method: 'GET',
  path: '/api/desk/openings',
  audience: 'person',
  summary: "Openings of the person's employers, last touched first",
  params: nothing,
  query: z.strictObject({
    employerId: z.string().min(1).max(20).optional(),
    status: z.array(z.enum(openingStatuses)).max(10).optional(),
    page: z.number().int().min(1).max(2000).default(1),
    pageSize: z.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    total: z.number().int(),
    /** Without the status filter. */
    counts: z.partialRecord(z.enum(openingStatuses), z.number().int()),
    items: z.array(deskOpeningItem),
  }),
});

export const createOpening = endpoint({
  id: 'createOpening',
  method: 'POST',
  path: '/api/desk/openings',
  audience: 'person',
  summary: 'A new draft',
  params: nothing,
  query: nothing,
  body: z.strictObject({ employerId: z.string().min(1).max(20), form: openingForm }),
  status: 201,
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const getDeskOpening = endpoint({
  id: 'getDeskOpening',
  method: 'GET',
  path: '/api/desk/openings/:openingId',
  audience: 'person',
  summary: 'One opening as its employer writes it, with findings, review and history',
  params: one,
  query: nothing,
  reply: deskOpening,
  refuses: ['missing'],
});

export const saveOpening = endpoint({
  id: 'saveOpening',
  method: 'PUT',
  path: '/api/desk/openings/:openingId',
  audience: 'person',
  summary:
    'Keeps what is written; what shows does not change before submit. The same text again changes nothing',
  params: one,
  query: nothing,
  body: z.strictObject({ version, form: openingForm }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const submitOpening = endpoint({
  id: 'submitOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/submit',
  audience: 'person',
  summary: 'Hands in what is written: shows at once for a trusted employer, else waits for a reviewer',
  params: one,
  query: nothing,
  body: z.strictObject({ version }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const recallOpening = endpoint({
  id: 'recallOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/recall',
  audience: 'person',
  summary: 'Takes a submitted opening or a waiting change back',
  params: one,
  query: nothing,
  body: nothing,
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

/** Drops a draft altogether; of another opening, what was written and not submitted. */
export const discardOpening = endpoint({
  id: 'discardOpening',
  method: 'DELETE',
  path: '/api/desk/openings/:openingId',
  audience: 'person',
  summary: 'Drops a draft, or the unsubmitted changes of another opening',
  params: one,
  query: nothing,
  reply: z.object({ opening: deskOpening.nullable() }),
  refuses: ['missing', 'conflict'],
});

export const pauseOpening = endpoint({
  id: 'pauseOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/pause',
  audience: 'person',
  summary: 'Takes an opening out of sight for now',
  params: one,
  query: nothing,
  body: z.strictObject({ why }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const resumeOpening = endpoint({
  id: 'resumeOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/resume',
  audience: 'person',
  summary: 'Shows a paused or hidden opening again',
  params: one,
  query: nothing,
  body: nothing,
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const extendOpening = endpoint({
  id: 'extendOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/extend',
  audience: 'person',
  summary: 'Moves the last day',
  params: one,
  query: nothing,
  body: z.strictObject({ closesOn: z.iso.date() }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const confirmOpening = endpoint({
  id: 'confirmOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/confirm',
  audience: 'person',
  summary: 'Still hiring, and how many',
  params: one,
  query: nothing,
  body: z.strictObject({ headcount: z.number().int().min(1).max(9999).optional() }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const fillPlaces = endpoint({
  id: 'fillPlaces',
  method: 'POST',
  path: '/api/desk/openings/:openingId/fill',
  audience: 'person',
  summary: 'So many places are filled; with the last one the opening closes',
  params: one,
  query: nothing,
  body: z.strictObject({ count: z.number().int().min(1).max(9999) }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const closeOpening = endpoint({
  id: 'closeOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/close',
  audience: 'person',
  summary: 'Ends an opening and says how it ended',
  params: one,
  query: nothing,
  body: z.strictObject({ outcome: z.enum(closeOutcomes), why }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const relistOpening = endpoint({
  id: 'relistOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/relist',
  audience: 'person',
  summary: 'Hands a closed, expired or hidden opening in again with a new last day',
  params: one,
  query: nothing,
  body: z.strictObject({ closesOn: z.iso.date(), headcount: z.number().int().min(1).max(9999).optional() }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const copyOpening = endpoint({
  id: 'copyOpening',
  method: 'POST',
  path: '/api/desk/openings/:openingId/copy',
  audience: 'person',
  summary: 'A new draft with the same text',
  params: one,
  query: nothing,
  body: nothing,
  status: 201,
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});

export const answerReview = endpoint({
  id: 'answerReview',
  method: 'POST',
  path: '/api/desk/openings/:openingId/answer',
  audience: 'person',
  summary: 'Answers the reviewer of the last review',
  params: one,
  query: nothing,
  body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
  reply: deskOpening,
  refuses: ['missing', 'conflict'],
});
