import { z } from 'zod';
import { deskEmployer, employerStandings } from '../employers/contract.ts';
import { endpoint } from '../endpoint.ts';
import { finding, openingForm, openingStatuses, reviewStates } from '../opening-desk/contract.ts';
import { nothing } from '../wire.ts';

export const reviewKinds = ['opening', 'employer', 'claim'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Why something waits. */
export const reviewCauses = [
  'new-employer',
  'flagged',
  'change',
  'sampled',
  'reported',
  'verification',
  'reverification',
  'renamed',
  'claim',
] as const;
export type ReviewCause = (typeof reviewCauses)[number];

/** What a reviewer can tick when sending back or refusing; sentences stand in the web's text. */
export const returnReasons = [
  'untrue',
  'discrimination',
  'fees',
  'pay',
  'unclear-duties',
  'wrong-place',
  'contact',
  'duplicate',
  'source-missing',
  'licence-unreadable',
  'licence-mismatch',
  'not-authorised',
  'other',
] as const;

export const reviewItem = z.object({
  id: z.string(),
  kind: z.enum(reviewKinds),
  cause: z.enum(reviewCauses),
  state: z.enum(reviewStates),
  employer: z.object({ id: z.string(), name: z.string(), standing: z.enum(employerStandings) }),
  openingId: z.string().nullable(),
  /** Title of the opening; of a claim, the person's number masked. */
  title: z.string(),
  town: z.string().nullable(),
  findings: z.number().int(),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  /** The employer wrote back. */
  hasAnswer: z.boolean(),
});

export type ReviewItem = z.output<typeof reviewItem>;

export const similarOpening = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(openingStatuses),
  title: z.string(),
  duties: z.string(),
  requirements: z.string(),
  address: z.string(),
  employer: z.object({ id: z.string(), name: z.string() }),
  sameEmployer: z.boolean(),
  metres: z.number().int(),
  /** 0 to 1, shared trigrams of title and duties. */
  likeness: z.number(),
  publishedAt: z.iso.datetime().nullable(),
});

export type SimilarOpening = z.output<typeof similarOpening>;

export const reviewStep = z.object({
  at: z.iso.datetime(),
  /** Name of a member of staff, else 单位 or 系统. */
  who: z.string(),
  /** `ask.<cause>`, `approved`, `returned`, `refused`, `recalled`, `answer`. */
  action: z.string(),
  text: z.string(),
  reasons: z.array(z.string()),
});
export type ReviewStep = z.output<typeof reviewStep>;

export const review = reviewItem.extend({
  /** The opening as it was handed in; null for employers and claims. */
  form: openingForm.nullable(),
  /** The opening as it shows now, for a change of a published one. */
  standing: openingForm.nullable(),
  openingStatus: z.enum(openingStatuses).nullable(),
  openingCode: z.string().nullable(),
  lint: z.array(finding),
  note: z.string(),
  reasons: z.array(z.string()),
  text: z.string(),
  /** Everything asked, decided and answered about this opening or employer, oldest first. */
  history: z.array(reviewStep),
  similar: z.array(similarOpening),
  profile: deskEmployer
    .omit({ myRole: true, invitations: true, trusted: true, review: true, wanted: true })
    .extend({
      trusted: z.boolean(),
      /** Decided about this employer so far. */
      approved: z.number().int(),
      refused: z.number().int(),
    }),
});
export type Review = z.output<typeof review>;

const one = z.strictObject({ reviewId: z.string().min(1).max(20) });

export const listReviews = endpoint({
  id: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  audience: 'reviewer',
  summary: "What waits in the reviewer's jurisdiction, longest first; or what was decided, last first",
  params: nothing,
  query: z.strictObject({
    state: z.enum(['waiting', 'decided']).default('waiting'),
    kind: z.enum(reviewKinds).optional(),
    page: z.number().int().min(1).max(2000).default(1),
    pageSize: z.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({
    total: z.number().int(),
    counts: z.object({ opening: z.number().int(), employer: z.number().int(), claim: z.number().int() }),
    items: z.array(reviewItem),
  }),
});

export const getReview = endpoint({
  id: 'getReview',
  method: 'GET',
  path: '/api/reviews/:reviewId',
  audience: 'reviewer',
  summary: 'One review with the text, what was found in it, what resembles it, the employer and the history',
  params: one,
  query: nothing,
  reply: review,
  refuses: ['missing'],
});

export const decideReview = endpoint({
  id: 'decideReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/decision',
  audience: 'reviewer',
  summary: 'Approve, send back with reasons, or refuse; the same decision twice is one',
  params: one,
  query: nothing,
  body: z.strictObject({
    decision: z.enum(['approve', 'return', 'refuse']),
    reasons: z.array(z.enum(returnReasons)).max(10).default([]),
    text: z.string().trim().max(1000).default(''),
    /** For an employer whose code fails the sum: why it is right all the same. */
    codeOverride: z.string().trim().max(300).default(''),
  }),
  reply: review,
  refuses: ['missing', 'conflict'],
});

export const banEmployer = endpoint({
  id: 'banEmployer',
  method: 'POST',
  path: '/api/reviews/employers/:employerId/ban',
  audience: 'reviewer',
  summary: "Ends an employer's posting: its openings leave at once",
  params: z.strictObject({ employerId: z.string().min(1).max(20) }),
  query: nothing,
  body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ standing: z.enum(employerStandings), taken: z.number().int() }),
  refuses: ['missing', 'conflict'],
});

export const expelMember = endpoint({
  id: 'expelMember',
  method: 'POST',
  path: '/api/reviews/employers/:employerId/members/:accountId/expel',
  audience: 'reviewer',
  summary:
    'Takes a person out of an employer that is not theirs; who is out already stays out. Without an owner the eldest member is one',
  params: z.strictObject({
    employerId: z.string().min(1).max(20),
    accountId: z.string().min(1).max(20),
  }),
  query: nothing,
  body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ members: z.number().int() }),
  refuses: ['missing'],
});

export const unbanEmployer = endpoint({
  id: 'unbanEmployer',
  method: 'POST',
  path: '/api/reviews/employers/:employerId/unban',
  audience: 'manager',
  summary: 'Lets an employer post again after it is verified anew',
  params: z.strictObject({ employerId: z.string().min(1).max(20) }),
  query: nothing,
  body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
  reply: z.object({ standing: z.enum(employerStandings) }),
  refuses: ['missing', 'conflict'],
});
