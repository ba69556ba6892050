import { z } from 'zod';
import { loginName, role } from '../accounts/contract.ts';
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
  /** Invited, and has not chosen a password yet. */
  invited: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Changes with everything that can be changed here. */
  version: z.string(),
  /** Whether the viewer may change it: not himself, nobody above him, nobody with divisions outside his. */
  mayChange: z.boolean(),
  /** Whether the viewer may have another link for it: of the viewer's own rank only before it has a password. */
  mayInviteAgain: z.boolean(),
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

/** What the page for choosing a password is opened with, once (`setPassword` of accounts); never shown again. */
const invitation = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

export const inviteColleague = endpoint({
  id: 'inviteColleague',
  method: 'POST',
  path: '/api/staff/people',
  audience: 'manager',
  summary: 'Invite somebody: a link to set a password, good once',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    login: loginName,
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
    /** As last read; another one is a conflict. */
    version: z.string().max(40),
    name: name.optional(),
    roles: roles.optional(),
    divisions: divisions.optional(),
    disabled: z.boolean().optional(),
  }),
  reply: colleague,
  refuses: ['missing', 'forbidden', 'conflict'],
});
