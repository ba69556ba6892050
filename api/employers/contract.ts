import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing, townCode } from '../wire.ts';

/** Number of people, as the statistics office asks. */
export const employerSizes = ['1-9人', '10-49人', '50-299人', '300-999人', '1000人以上'] as const;

/**
 * `imported` by a list and nobody's yet; `new` wrote itself down; `verified` until a day; `returned` and `refused` by a
 * reviewer; `banned` may not post.
 */
export const employerStandings = ['imported', 'new', 'verified', 'returned', 'refused', 'banned'] as const;
export type EmployerStanding = (typeof employerStandings)[number];

/** Six months, 2025 five-ministry notice. */
export const reverifyMonths = 6;
export const licenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type LicenceType = (typeof licenceTypes)[number];
export const maxLicenceBytes = 8 * 1024 * 1024;

const id = z.string().min(1).max(20);
const text = (longest: number) => z.string().trim().max(longest);
const version = z
  .number()
  .int()
  .min(1)
  .max(2_000_000_000)
  .describe('as last read; another one is a conflict');
const phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, { error: 'phone.mobile' });
export const pin = z.strictObject({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

const placed = {
  address: z.string().trim().min(2).max(200),
  town: townCode,
  place: pin.describe('WGS-84'),
  /** Wanted where the pin stands far from the town's seat. */
  placeReason: text(300).default(''),
};

/** What an employer says of itself. */
export const employerForm = z.strictObject({
  name: z.string().trim().min(2).max(100),
  /** Section of GB/T 4754-2017, one letter. */
  industry: z.string().regex(/^[A-T]$/, { error: 'industry.letter' }),
  size: z.enum(employerSizes),
  introduction: text(2000).default(''),
  ...placed,
});
export type EmployerForm = z.output<typeof employerForm>;

export const workplaceForm = z.strictObject({ name: z.string().trim().min(1).max(60), ...placed });
export type WorkplaceForm = z.output<typeof workplaceForm>;

export const workplace = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  town: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }),
  placeReason: z.string(),
  version: z.number().int(),
});

export const licence = z.object({
  id: z.string(),
  type: z.enum(licenceTypes),
  bytes: z.number().int(),
  uploadedAt: z.iso.datetime(),
});

export const member = z.object({
  accountId: z.string(),
  /** 138****0001, whole for the person's own. */
  phone: z.string(),
  role: z.enum(['owner', 'member']),
  since: z.iso.datetime(),
  isMe: z.boolean(),
});

export const invitation = z.object({
  id: z.string(),
  phone: z.string(),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** The last review of the employer as its members see it. */
export const employerReview = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'approved', 'returned', 'refused', 'recalled']),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  reasons: z.array(z.string()),
  text: z.string(),
});

export const deskEmployer = z.object({
  id: z.string(),
  creditCode: z.string(),
  /** Null when the check character is right; else why an early code is said to be right all the same. */
  codeReason: z.string().nullable(),
  name: z.string(),
  industry: z.string().nullable(),
  size: z.enum(employerSizes).nullable(),
  introduction: z.string(),
  address: z.string(),
  town: z.string().nullable(),
  place: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  placeReason: z.string(),
  standing: z.enum(employerStandings),
  verifiedUntil: z.iso.datetime().nullable(),
  /** Within thirty days of the end, or over: papers are asked for again. */
  reverifyDue: z.boolean(),
  /** Openings show at once and are sampled afterwards. */
  trusted: z.boolean(),
  banReason: z.string().nullable(),
  review: employerReview.nullable(),
  version: z.number().int(),
  /** What is still wanted before a reviewer can be asked: `licence`, `place`, `profile`. */
  wanted: z.array(z.enum(['profile', 'place', 'licence'])),
  myRole: z.enum(['owner', 'member']),
  members: z.array(member),
  invitations: z.array(invitation),
  licences: z.array(licence),
  workplaces: z.array(workplace),
});
export type DeskEmployer = z.output<typeof deskEmployer>;

const one = z.strictObject({ employerId: id });

export const listMyEmployers = endpoint({
  id: 'listMyEmployers',
  method: 'GET',
  path: '/api/desk/employers',
  audience: 'person',
  summary: 'Employers the person belongs to, waiting claims and invitations',
  params: nothing,
  query: nothing,
  reply: z.object({
    employers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(['owner', 'member']),
        standing: z.enum(employerStandings),
        reverifyDue: z.boolean(),
      }),
    ),
    claims: z.array(
      z.object({
        id: z.string(),
        employerName: z.string(),
        state: z.enum(['waiting', 'returned', 'refused']),
        text: z.string(),
        askedAt: z.iso.datetime(),
      }),
    ),
    invitations: z.array(
      z.object({
        id: z.string(),
        employerName: z.string(),
        invitedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
      }),
    ),
  }),
});

export const createEmployer = endpoint({
  id: 'createEmployer',
  method: 'POST',
  path: '/api/desk/employers',
  audience: 'person',
  summary: 'Writes an employer down; `employer.exists` (conflict) when the code is known: claim it then',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    creditCode: z.string().trim().min(1).max(40),
    /** For an early code whose check character does not fit; a reviewer looks at it. */
    codeReason: text(300).default(''),
    form: employerForm,
  }),
  status: 201,
  reply: deskEmployer,
  refuses: ['conflict'],
});

export const claimEmployer = endpoint({
  id: 'claimEmployer',
  method: 'POST',
  path: '/api/desk/claims',
  audience: 'person',
  summary: 'Asks to belong to an employer that is known; a reviewer decides',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    creditCode: z.string().trim().min(1).max(40),
    /** Who one is there, and how the office can check it. */
    note: z.string().trim().min(2).max(500),
  }),
  status: 202,
  reply: z.object({ id: z.string(), employerName: z.string(), state: z.literal('waiting') }),
  refuses: ['missing', 'conflict'],
});

export const getDeskEmployer = endpoint({
  id: 'getDeskEmployer',
  method: 'GET',
  path: '/api/desk/employers/:employerId',
  audience: 'person',
  summary: 'One of the own employers, whole',
  params: one,
  query: nothing,
  reply: deskEmployer,
  refuses: ['missing'],
});

export const updateEmployer = endpoint({
  id: 'updateEmployer',
  method: 'PUT',
  path: '/api/desk/employers/:employerId',
  audience: 'person',
  summary: 'Changes what an employer says of itself; another name is looked at by a reviewer again',
  params: one,
  query: nothing,
  body: z.strictObject({ version, form: employerForm }),
  reply: deskEmployer,
  refuses: ['missing', 'conflict'],
});

export const askVerification = endpoint({
  id: 'askVerification',
  method: 'POST',
  path: '/api/desk/employers/:employerId/verification',
  audience: 'person',
  summary: 'Asks a reviewer to look at the papers, the first time and every six months',
  params: one,
  query: nothing,
  body: z.strictObject({ note: text(500).default('') }),
  reply: deskEmployer,
  refuses: ['missing', 'conflict'],
});

export const uploadLicence = endpoint({
  id: 'uploadLicence',
  method: 'POST',
  path: '/api/desk/employers/:employerId/licences',
  audience: 'person',
  summary:
    'The business licence as the bytes of a JPEG, PNG, WebP or PDF; what the bytes are counts, not the name',
  params: one,
  query: nothing,
  upload: { maxBytes: maxLicenceBytes, types: licenceTypes },
  status: 201,
  reply: licence,
  refuses: ['missing', 'tooLarge'],
});

export const readLicence = endpoint({
  id: 'readLicence',
  method: 'GET',
  path: '/api/desk/employers/:employerId/licences/:licenceId',
  audience: 'member',
  summary:
    'The file itself, for members of the employer and reviewers of its jurisdiction; always a download',
  params: z.strictObject({ employerId: id, licenceId: id }),
  query: nothing,
  reply: z.any().describe('the bytes'),
  refuses: ['missing'],
});

export const inviteMember = endpoint({
  id: 'inviteMember',
  method: 'POST',
  path: '/api/desk/employers/:employerId/invitations',
  audience: 'person',
  summary: 'The owner invites a telephone number; it gets a message',
  params: one,
  query: nothing,
  body: z.strictObject({ phone }),
  status: 201,
  reply: deskEmployer,
  refuses: ['missing', 'conflict', 'forbidden'],
});

export const withdrawInvitation = endpoint({
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/desk/employers/:employerId/invitations/:invitationId',
  audience: 'person',
  summary: 'Takes an invitation back',
  params: z.strictObject({ employerId: id, invitationId: id }),
  query: nothing,
  reply: deskEmployer,
  refuses: ['missing', 'forbidden'],
});

export const answerInvitation = endpoint({
  id: 'answerInvitation',
  method: 'POST',
  path: '/api/desk/invitations/:invitationId',
  audience: 'person',
  summary: 'The invited person accepts or declines',
  params: z.strictObject({ invitationId: id }),
  query: nothing,
  body: z.strictObject({ accept: z.boolean() }),
  reply: z.object({ employerId: z.string().nullable() }),
  refuses: ['missing', 'conflict'],
});

export const removeMember = endpoint({
  id: 'removeMember',
  method: 'DELETE',
  path: '/api/desk/employers/:employerId/members/:accountId',
  audience: 'person',
  summary: 'The owner removes somebody, or a person leaves; the last owner stays',
  params: z.strictObject({ employerId: id, accountId: id }),
  query: nothing,
  reply: z.object({ left: z.boolean() }),
  refuses: ['missing', 'conflict', 'forbidden'],
});

export const addWorkplace = endpoint({
  id: 'addWorkplace',
  method: 'POST',
  path: '/api/desk/employers/:employerId/workplaces',
  audience: 'person',
  summary: 'A place where people work',
  params: one,
  query: nothing,
  body: workplaceForm,
  status: 201,
  reply: workplace,
  refuses: ['missing', 'conflict'],
});

export const updateWorkplace = endpoint({
  id: 'updateWorkplace',
  method: 'PUT',
  path: '/api/desk/employers/:employerId/workplaces/:workplaceId',
  audience: 'person',
  summary: 'Changes a workplace; openings keep the place they were written with',
  params: z.strictObject({ employerId: id, workplaceId: id }),
  query: nothing,
  body: z.strictObject({ version, form: workplaceForm }),
  reply: workplace,
  refuses: ['missing', 'conflict'],
});

export const removeWorkplace = endpoint({
  id: 'removeWorkplace',
  method: 'DELETE',
  path: '/api/desk/employers/:employerId/workplaces/:workplaceId',
  audience: 'person',
  summary: 'Takes a workplace off the list',
  params: z.strictObject({ employerId: id, workplaceId: id }),
  query: nothing,
  reply: z.object({ removed: z.boolean() }),
  refuses: ['missing'],
});

/** What is wrong with a place: a fault must be mended, a doubt wants a reason. */
export const placeFinding = z.object({
  name: z.enum(['address', 'town', 'place', 'placeReason']),
  code: z.string(),
  detail: z.string(),
});

export const checkPlace = endpoint({
  id: 'checkPlace',
  method: 'POST',
  path: '/api/desk/check-place',
  audience: 'member',
  summary: 'Holds address, pin and town against each other, as the server will when they are saved',
  params: nothing,
  query: nothing,
  body: z.strictObject({ address: text(200), town: townCode, place: pin }),
  reply: z.object({
    faults: z.array(placeFinding),
    doubts: z.array(placeFinding),
    /** County the pin lies in by its outline; null outside the city. */
    countyAt: z.string().nullable(),
    metresFromTown: z.number().int(),
  }),
});
