import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

export const roles = [
  'point-staff',
  'reviewer',
  'county-manager',
  'city-administrator',
  'system-administrator',
  'auditor',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const mobilePhone = z.string().regex(/^1[3-9]\d{9}$/, { error: 'phone.mobile' });
export const loginName = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,38}$/, { error: 'login.letters' });
/** Long ones are allowed; what is refused is in rules.ts. */
export const password = z.string().min(10).max(256);
const oneTimeCode = z.string().regex(/^\d{6}$/, { error: 'code.six' });

export const viewerReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({
    kind: z.literal('person'),
    id: z.string(),
    phone: mobilePhone,
    /** Those the person posts for. */
    employers: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  z.object({
    kind: z.literal('staff'),
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    divisions: z.array(z.string()),
  }),
  z.object({ kind: z.literal('terminal'), id: z.string(), servicePointId: z.string() }),
]);
export type ViewerReply = z.infer<typeof viewerReply>;

const session = z.object({
  viewer: viewerReply,
  demo: z.boolean().describe('the invented city, with /inbox'),
});
export type SessionReply = z.infer<typeof session>;
const done = z.object({ done: z.literal(true) });

export const getSession = endpoint({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  audience: 'anyone',
  readsViewer: true,
  summary: 'Who is signed in',
  params: nothing,
  query: nothing,
  reply: session,
});

export const requestCode = endpoint({
  id: 'requestCode',
  method: 'POST',
  path: '/api/sign-in/codes',
  audience: 'anyone',
  summary: 'Sends a one-time code to a mobile telephone',
  params: nothing,
  query: nothing,
  body: z.strictObject({ phone: mobilePhone }),
  status: 202,
  reply: z.object({ resendAfterSeconds: z.number().int(), expiresInSeconds: z.number().int() }),
  refuses: ['unavailable'],
});

export const signInWithCode = endpoint({
  id: 'signInWithCode',
  method: 'POST',
  path: '/api/sign-in',
  audience: 'anyone',
  summary: 'Signs in with the code that was sent',
  params: nothing,
  query: nothing,
  body: z.strictObject({ phone: mobilePhone, code: oneTimeCode }),
  reply: session,
  refuses: ['unauthenticated'],
});

/** What an authenticator app needs, when one must be set up before going on. */
const enrolment = z.object({ token: z.string(), secret: z.string(), uri: z.string() });

export const signInStaff = endpoint({
  id: 'signInStaff',
  method: 'POST',
  path: '/api/staff/sign-in',
  audience: 'anyone',
  summary: 'Signs in a member of staff: name, password and, where one is set up, the code of the app',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    login: z.string().min(1).max(60),
    password: z.string().min(1).max(256),
    totp: oneTimeCode.optional(),
  }),
  reply: z.discriminatedUnion('next', [
    session.extend({ next: z.literal('done') }),
    z.object({ next: z.literal('totp') }),
    enrolment.extend({ next: z.literal('enrol') }),
  ]),
  refuses: ['unauthenticated'],
});

export const enrolTotp = endpoint({
  id: 'enrolTotp',
  method: 'POST',
  path: '/api/staff/totp',
  audience: 'anyone',
  summary: 'Sets up the authenticator app with the first code it shows; sign in again afterwards',
  params: nothing,
  query: nothing,
  body: z.strictObject({ token: z.string().min(1).max(600), code: oneTimeCode }),
  reply: done,
  refuses: ['unauthenticated'],
});

export const startTotp = endpoint({
  id: 'startTotp',
  method: 'POST',
  path: '/api/me/totp',
  audience: 'member',
  summary: 'A new secret for the authenticator app of the member of staff who asks',
  params: nothing,
  query: nothing,
  body: z.strictObject({ password: z.string().min(1).max(256) }),
  reply: enrolment,
  refuses: ['unauthenticated'],
});

export const setPassword = endpoint({
  id: 'setPassword',
  method: 'POST',
  path: '/api/staff/password',
  audience: 'anyone',
  summary: 'Chooses a password with the link of an invitation; the link works once',
  params: nothing,
  query: nothing,
  body: z.strictObject({ token: z.string().min(1).max(600), password }),
  reply: z.object({ login: z.string() }),
  refuses: ['unauthenticated'],
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/me/password',
  audience: 'member',
  summary: 'Changes the own password; every other session ends',
  params: nothing,
  query: nothing,
  body: z.strictObject({ current: z.string().min(1).max(256), next: password }),
  reply: done,
  refuses: ['unauthenticated'],
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  audience: 'anyone',
  readsViewer: true,
  summary: 'Ends this session',
  params: nothing,
  query: nothing,
  reply: done,
});

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/api/me/sessions',
  audience: 'member',
  summary: 'Where the one who asks is signed in',
  params: nothing,
  query: nothing,
  reply: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        device: z.string(),
        createdAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        isThis: z.boolean(),
      }),
    ),
  }),
});

export const endSession = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  audience: 'member',
  summary: 'Ends one of the own sessions',
  params: z.strictObject({ id: z.string().regex(/^\d{1,18}$/, { error: 'id.digits' }) }),
  query: nothing,
  reply: done,
  refuses: ['missing'],
});

export const endOtherSessions = endpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/me/sessions',
  audience: 'member',
  summary: 'Ends every own session but this one',
  params: nothing,
  query: nothing,
  reply: z.object({ ended: z.number().int() }),
});

export const closeAccount = endpoint({
  id: 'closeAccount',
  method: 'DELETE',
  path: '/api/me',
  audience: 'person',
  summary: 'Closes the own account: the telephone number is forgotten and everything sent is withdrawn',
  params: nothing,
  query: nothing,
  reply: done,
});

export const listInbox = endpoint({
  id: 'listInbox',
  method: 'GET',
  path: '/api/inbox',
  audience: 'anyone',
  summary: 'What the demo city would have sent by SMS and e-mail; absent everywhere else',
  params: nothing,
  query: nothing,
  reply: z.object({
    messages: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(['sms', 'email']),
        recipient: z.string(),
        text: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
  refuses: ['missing'],
});
