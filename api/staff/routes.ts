import type pg from 'pg';
import { findDivision } from '../../geodata/divisions.ts';
import { passwordLink } from '../accounts/routes.ts';
import { deleteOtherSessions } from '../accounts/session-store.ts';
import { countInvitation, disableAccount, findStaffById, insertStaff } from '../accounts/store.ts';
import { actorOf, type StaffMember } from '../accounts/viewer.ts';
import { recordAudit } from '../db/audit.ts';
import type { Database } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import { changeColleague, type Colleague, inviteAgain, inviteColleague, listColleagues } from './contract.ts';
import { mayChange, mayInviteAgain, refuseGrant } from './rules.ts';
import { enableAccount, findColleagues, lockAccount, type StoredColleague, writeColleague } from './store.ts';

/** As `passwordLink` of accounts has it. */
const invitationDays = 7;

export function staffRoutes({ db, linkSecret }: { db: pg.Pool; linkSecret: Buffer }): Route[] {
  const invitationFor = async (from: Database, id: string, now: Date) => {
    const account = await findStaffById(from, id);
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000).toISOString();
    return { token: passwordLink(linkSecret, account!, now), expiresAt };
  };

  return [
    route(listColleagues, async ({ viewer }) => {
      const staff = await findColleagues(db, viewer.divisions, null);
      return { items: staff.map((colleague) => toColleague(viewer, colleague)) };
    }),

    route(inviteColleague, async ({ viewer, body, now }) => {
      const refusal = refuseGrant(viewer, body);
      if (refusal) throw refusal;
      unknownDivision(body.divisions);
      return transact(db, async (tx) => {
        const id = await insertStaff(tx, { ...body, now });
        if (id === null)
          throw new Refusal('conflict', 'login.taken', `登录名“${body.login}”有人用了，换一个`, [
            { in: 'body', name: 'login', code: 'login.taken', detail: '有人用了，换一个' },
          ]);
        const { roles, divisions } = body;
        await audit(tx, viewer, 'staff.invite', id, { roles, divisions }, now);
        return {
          colleague: toColleague(viewer, await getColleague(tx, viewer, id)),
          invitation: await invitationFor(tx, id, now),
        };
      });
    }),

    route(inviteAgain, async ({ viewer, params, now }) => {
      return transact(db, async (tx) => {
        await lockAccount(tx, params.id);
        const colleague = await getColleague(tx, viewer, params.id);
        refuseChange(viewer, colleague);
        if (!mayInviteAgain(viewer, colleague)) throw noLinkFor(colleague);
        await countInvitation(tx, params.id);
        await audit(tx, viewer, 'staff.invite-again', params.id, {}, now);
        return invitationFor(tx, params.id, now);
      });
    }),

    route(changeColleague, async ({ viewer, params, body, now }) =>
      transact(db, async (tx) => {
        await lockAccount(tx, params.id);
        const before = await getColleague(tx, viewer, params.id);
        refuseChange(viewer, before);
        const after = {
          id: params.id,
          name: body.name ?? before.name,
          roles: body.roles ?? before.roles,
          divisions: body.divisions ?? before.divisions,
        };
        if (before.version !== body.version)
          throw new Refusal('conflict', 'staff.changed', `${before.name}刚才有人改过，看一眼再改`);
        const refusal = refuseGrant(viewer, after);
        if (refusal) throw refusal;
        unknownDivision(after.divisions);
        await writeColleague(tx, after);
        if (body.disabled === true) await disableAccount(tx, params.id, now);
        if (body.disabled === false) await enableAccount(tx, params.id);
        // Roles and divisions are read with every request; whoever sits there now signs in anew and sees the difference.
        else await deleteOtherSessions(tx, params.id, null);
        const { id: _id, ...detail } = after;
        await audit(tx, viewer, 'staff.change', params.id, { ...detail, disabled: body.disabled }, now);
        return toColleague(viewer, await getColleague(tx, viewer, params.id));
      }),
    ),
  ];
}

function refuseChange(viewer: StaffMember, colleague: StoredColleague): void {
  if (mayChange(viewer, colleague)) return;
  const detail =
    colleague.id === viewer.accountId
      ? '自己的角色和地方要请别的管理员来改'
      : `${colleague.name}还管着你管不到的地方，或者角色比你高，请上一级来改`;
  throw new Refusal('forbidden', 'staff.not-yours', detail);
}

const noLinkFor = ({ name }: StoredColleague) =>
  new Refusal('forbidden', 'staff.same-rank', `${name}和你同级，换密码请上一级来办`);

async function getColleague(db: Database, viewer: StaffMember, id: string): Promise<StoredColleague> {
  const [found] = await findColleagues(db, viewer.divisions, id);
  if (!found) throw new Refusal('missing', 'staff.missing', '没有这个人，或者不归你管');
  return found;
}

function unknownDivision(divisions: readonly string[]): void {
  const unknown = divisions.find((code) => code !== '3210' && !findDivision(code));
  if (unknown === undefined) return;
  const detail = `没有 ${unknown} 这个地方，从名单里选`;
  throw new Refusal('invalid', 'division.unknown', detail, [
    { in: 'body', name: 'divisions', code: 'division.unknown', detail },
  ]);
}

function audit(
  tx: Database,
  viewer: StaffMember,
  action: string,
  entityId: string,
  detail: Record<string, unknown>,
  now: Date,
): Promise<void> {
  return recordAudit(tx, { actor: actorOf(viewer), action, entity: 'account', entityId, detail }, now);
}

function toColleague(viewer: StaffMember, colleague: StoredColleague): Colleague {
  return {
    ...colleague,
    divisions: colleague.divisions.map((code) => ({
      code,
      name: code === '3210' ? '扬州市' : (findDivision(code)?.name ?? code),
    })),
    lastSeenAt: colleague.lastSeenAt?.toISOString() ?? null,
    mayChange: mayChange(viewer, colleague),
    mayInviteAgain: mayInviteAgain(viewer, colleague),
  };
}
