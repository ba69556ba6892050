import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

/**
 * Answering an opening: by telephone, or with a name, the signed-in telephone and two sentences.
 * `ended`: the opening ended while the application was still open.
 */
export const applicationStates = [
  'new',
  'contacted',
  'interview',
  'hired',
  'unsuitable',
  'withdrawn',
  'ended',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What an employer can make of an application. */
export const employerMoves = ['contacted', 'interview', 'hired', 'unsuitable'] as const;
export type EmployerMove = (typeof employerMoves)[number];

/** Why somebody does not fit: words an applicant can bear to read, and that the law allows as reasons. */
export const unsuitableReasons = [
  '人已经招够了',
  '上班时间对不上',
  '离得太远',
  '工资谈不拢',
  '要的手艺或证书不一样',
  '电话联系不上',
] as const;
export type UnsuitableReason = (typeof unsuitableReasons)[number];

/**
 * What a person agrees to before an employer sees them (PIPL art. 23: the recipient by name, the purpose, the way,
 * the kinds of data; art. 14: apart from everything else). `{employer}` stands for its name. Versions stay here for
 * ever: rows name them.
 */
export const consentTexts = {
  '2026-11-23':
    '我同意把姓名、电话和上面写的话交给“{employer}”，只用来联系我谈这个岗位。我随时可以撤回；撤回以后，对方就看不到了。事情结束 90 天后删除。',
} as const;
export type ConsentVersion = keyof typeof consentTexts;
export const currentConsent: ConsentVersion = '2026-11-23';

/** Two sentences: a message is for ringing back, not a CV. */
export const maxMessageLength = 200;

const ofOpening = z.strictObject({ idOrCode: z.string().min(1).max(32) });
const ofApplication = z.strictObject({ id: z.string().regex(/^\d{1,15}$/, { error: 'id.digits' }) });
const ofEmployer = z.strictObject({ employerId: z.string().regex(/^\d{1,15}$/, { error: 'id.digits' }) });

export const revealPhone = endpoint({
  id: 'revealPhone',
  method: 'POST',
  path: '/api/openings/:idOrCode/phone',
  audience: 'anyone',
  summary: 'The telephone of one opening, for a person who wants to ring; limited per address',
  params: ofOpening,
  query: nothing,
  reply: z.object({ contactName: z.string().nullable(), contactPhone: z.string().nullable() }),
  refuses: ['missing', 'throttled'],
  // A paired terminal is many people at one address.
  readsViewer: true,
});

/** An application as its sender sees it. */
export const ownApplication = z.object({
  id: z.string(),
  state: z.enum(applicationStates),
  opening: z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    employer: z.object({ id: z.string(), name: z.string() }),
    /** Whether it stands on the map now, so that there is something to open. */
    isPublished: z.boolean(),
  }),
  /** null once withdrawn or wiped. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  message: z.string().nullable(),
  reason: z.enum(unsuitableReasons).nullable(),
  history: z.array(z.object({ state: z.enum(applicationStates), at: z.iso.datetime() })),
  consent: z.object({ version: z.string(), at: z.iso.datetime() }),
  sentAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  mayWithdraw: z.boolean(),
});
export type OwnApplication = z.infer<typeof ownApplication>;

export const applicationName = z
  .string()
  .trim()
  .min(1, { error: 'application.name-empty' })
  .max(30, { error: 'application.name-long' });
export const applicationMessage = z
  .string()
  .trim()
  .max(maxMessageLength, { error: 'application.message-long' });

export const sendApplication = endpoint({
  id: 'sendApplication',
  method: 'POST',
  path: '/api/openings/:idOrCode/applications',
  audience: 'person',
  summary: 'Answers an opening; the telephone is the signed-in one. The same person twice is one application',
  params: ofOpening,
  query: nothing,
  body: z.strictObject({
    name: applicationName,
    message: applicationMessage,
    /** What was on the screen when the person agreed: the version and whom it named. */
    consent: z.strictObject({ version: z.string().max(20), employerId: z.string().max(15) }),
  }),
  reply: z.object({ application: ownApplication, wasSentBefore: z.boolean() }),
  status: 201,
  refuses: ['missing', 'conflict', 'throttled'],
});

export const listMyApplications = endpoint({
  id: 'listMyApplications',
  method: 'GET',
  path: '/api/me/applications',
  audience: 'person',
  summary: 'What the signed-in person has sent, newest first, the last hundred',
  params: nothing,
  query: nothing,
  reply: z.object({ items: z.array(ownApplication) }),
});

export const withdrawApplication = endpoint({
  id: 'withdrawApplication',
  method: 'POST',
  path: '/api/me/applications/:id/withdraw',
  audience: 'person',
  summary: 'Takes an application back: name, telephone and message are wiped at once; twice is once',
  params: ofApplication,
  query: nothing,
  reply: ownApplication,
  refuses: ['missing', 'conflict'],
});

/** An application as the employer's people see it. */
export const inboxApplication = z.object({
  id: z.string(),
  openingId: z.string(),
  openingTitle: z.string(),
  state: z.enum(applicationStates),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  message: z.string().nullable(),
  reason: z.enum(unsuitableReasons).nullable(),
  sentAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type InboxApplication = z.infer<typeof inboxApplication>;

export const listApplications = endpoint({
  id: 'listApplications',
  method: 'GET',
  path: '/api/desk/employers/:employerId/applications',
  audience: 'person',
  summary: "The employer's inbox, newest first; for its members",
  params: ofEmployer,
  query: z.strictObject({
    openingId: z
      .string()
      .regex(/^\d{1,15}$/, { error: 'id.digits' })
      .optional(),
    state: z.enum(applicationStates).optional(),
    page: z.number().int().min(1).max(2000).default(1),
    pageSize: z.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    items: z.array(inboxApplication),
    /** By state, of everything the opening filter lets through. */
    counts: z.record(z.enum(applicationStates), z.number().int()),
    /** Openings that have applications or a limit. */
    openings: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        status: z.string(),
        headcount: z.number().int(),
        /** Applications new, contacted or at interview. */
        open: z.number().int(),
        limit: z.number().int().nullable(),
      }),
    ),
  }),
  refuses: ['missing'],
});

export const moveApplication = endpoint({
  id: 'moveApplication',
  method: 'POST',
  path: '/api/desk/applications/:id/state',
  audience: 'person',
  summary:
    'Contacted, interview, hired (fills a place, the last one closes the opening), or not suitable with a reason',
  params: ofApplication,
  query: nothing,
  body: z.strictObject({
    state: z.enum(employerMoves),
    reason: z.enum(unsuitableReasons).optional(),
    version: z.number().int().min(1).max(1_000_000),
  }),
  reply: z.object({
    application: inboxApplication,
    opening: z.object({ id: z.string(), status: z.string(), headcount: z.number().int() }),
  }),
  refuses: ['missing', 'conflict'],
});

export const setApplicationLimit = endpoint({
  id: 'setApplicationLimit',
  method: 'PUT',
  path: '/api/desk/openings/:openingId/application-limit',
  audience: 'person',
  summary: 'So many open applications are enough: the opening pauses by itself; null for no limit',
  params: z.strictObject({ openingId: z.string().regex(/^\d{1,15}$/, { error: 'id.digits' }) }),
  query: nothing,
  body: z.strictObject({ limit: z.number().int().min(1).max(500).nullable() }),
  reply: z.object({
    openingId: z.string(),
    limit: z.number().int().nullable(),
    open: z.number().int(),
    status: z.string(),
  }),
  refuses: ['missing'],
});

/** Calls and applications of the last 180 days; null below five contacts, where one more would turn it over. */
export const answerRate = z.object({ contacts: z.number().int(), answered: z.number().int() }).nullable();
export type AnswerRate = z.infer<typeof answerRate>;

/** How an employer answers, as an opening's page says it. */
export const answering = z.object({
  rate: answerRate,
  /** Somebody of the employer has an account: an application will be seen. */
  isOnline: z.boolean(),
  /** What callers of the last 14 days heard, callers apart. */
  callers: z.object({ hiring: z.number().int(), full: z.number().int(), noAnswer: z.number().int() }),
});
export type Answering = z.infer<typeof answering>;
