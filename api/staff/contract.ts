import { z } from 'zod';
import { password, role } from '../accounts/contract.ts';
import { endpoint } from '../endpoint.ts';
import { nothing } from '../wire.ts';

const id = z.string().regex(/^\d{1,18}$/, { error: 'id.digits' });
const name = z.string().trim().min(1).max(40);
const division = z.string().regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/, { error: 'code.division' });
const roles = z.array(role).min(1).max(6);
const divisions = z.array(division).min(1).max(20);

const colleague = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(role),
  divisions: z.array(z.object({ code: z.string(), name: z.string() })),
  disabled: z.boolean(),
  /** An invitation that has not been used yet, until when. */
  invitedUntil: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  /** Whether the viewer may change it: not himself, nobody above him, nobody with divisions outside his. */
  mayChange: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

export const listColleagues = endpoint({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/staff/people',
  audience: 'manager',
  summary: 'Staff with a division in the viewer’s',
  params: nothing,
  query: nothing,
  reply: z.object({ items: z.array(colleague) }),
});

/** The path of the page where the password is set, for once; it is shown now and never again. */
const invitation = z.object({ path: z.string(), expiresAt: z.iso.datetime() });

export const inviteColleague = endpoint({
  id: 'inviteColleague',
  method: 'POST',
  path: '/api/staff/people',
  audience: 'manager',
  summary: 'Invite somebody: a link to set a password, good once',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    login: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9._-]{1,38}$/, { error: 'login.letters' }),
    name,
    roles,
    divisions,
  }),
  status: 201,
  reply: z.object({ colleague, invitation }),
  refuses: ['conflict', 'forbidden'],
});

export const inviteAgain = endpoint({
  id: 'inviteAgain',
  method: 'POST',
  path: '/api/staff/people/:id/invitation',
  audience: 'manager',
  summary: 'Another link, also for a forgotten password; the link before is worth nothing then',
  params: z.strictObject({ id }),
  query: nothing,
  reply: invitation,
  refuses: ['missing', 'forbidden'],
});

export const changeColleague = endpoint({
  id: 'changeColleague',
  method: 'PATCH',
  path: '/api/staff/people/:id',
  audience: 'manager',
  summary: 'Move somebody to other roles or divisions, disable or enable; their sessions end at once',
  params: z.strictObject({ id }),
  query: nothing,
  body: z.strictObject({
    version: z.number().int().min(0),
    name: name.optional(),
    roles: roles.optional(),
    divisions: divisions.optional(),
    disabled: z.boolean().optional(),
  }),
  reply: colleague,
  refuses: ['missing', 'forbidden', 'conflict'],
});

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'invitation.shape' });

export const getInvitation = endpoint({
  id: 'getInvitation',
  method: 'POST',
  path: '/api/staff/invitations/read',
  audience: 'anyone',
  summary: 'Whose invitation a link is',
  params: nothing,
  query: nothing,
  body: z.strictObject({ token }),
  reply: z.object({ login: z.string(), name: z.string(), expiresAt: z.iso.datetime() }),
  refuses: ['missing'],
});

export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/staff/invitations/accept',
  audience: 'anyone',
  summary: 'Set the password; the link is worth nothing afterwards',
  params: nothing,
  query: nothing,
  body: z.strictObject({ token, password }),
  reply: z.object({ login: z.string() }),
  refuses: ['missing'],
});
