import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { takeFromLimit } from '../db/limits.ts';
import { type Route, route } from '../http/serve.ts';
import { sendMessage } from '../messages/messages.ts';
import { Refusal } from '../refusals.ts';
import { change, mustBelong, noEmployer, readEmployer } from './asking.ts';
import * as contract from './contract.ts';
import {
  addMember,
  answerInvitation,
  deleteInvitation,
  deleteMember,
  findMembers,
  lockMembers,
  putInvitation,
} from './members-store.ts';
import { invitationDays, refuseLeaving, refuseManaging } from './rules.ts';
import { findEmployer, isMember } from './store.ts';

const invitations = { limit: 20, perSeconds: 86_400 };
const dayMs = 86_400_000;

/** Several people for one employer. */
export function memberRoutes({ db }: { db: pg.Pool }): Route[] {
  return [
    route(contract.inviteMember, async (asked) => {
      const { employerId } = asked.params;
      const { phone } = asked.body;
      mustManage(await mustBelong(db, asked));
      await takeFromLimit(db, `invite:${asked.viewer.accountId}`, invitations, asked.now);
      return change(db, asked, 'inviteMember', async (tx, { accountId, by, now }) => {
        mustManage(await mustBelong(tx, asked));
        const members = await findMembers(tx, employerId);
        if (members.some((member) => member.phone === phone))
          throw new Refusal('conflict', 'employer.member-already', '这个号码已经在你们单位里了');
        const expiresAt = new Date(now.getTime() + invitationDays * dayMs);
        const { isNew } = await putInvitation(tx, { employerId, phone, accountId, now, expiresAt });
        const { name } = (await findEmployer(tx, employerId))!;
        if (isNew)
          await sendMessage(
            tx,
            { channel: 'sms', to: phone, template: 'employer.invited', values: { employer: name } },
            now,
          );
        await recordAudit(
          tx,
          { actor: by, action: 'employer.invite', entity: 'employer', entityId: employerId },
          now,
        );
        return readEmployer(tx, employerId, accountId, now);
      });
    }),

    route(contract.withdrawInvitation, (asked) =>
      change(db, asked, 'withdrawInvitation', async (tx, { accountId, by, now }) => {
        const { employerId, invitationId } = asked.params;
        mustManage(await mustBelong(tx, asked));
        if (!isId(invitationId) || !(await deleteInvitation(tx, employerId, invitationId)))
          throw noInvitation();
        await recordAudit(
          tx,
          { actor: by, action: 'employer.withdraw-invitation', entity: 'employer', entityId: employerId },
          now,
        );
        return readEmployer(tx, employerId, accountId, now);
      }),
    ),

    route(contract.answerInvitation, (asked) =>
      change(db, asked, 'answerInvitation', async (tx, { accountId, by, now }) => {
        const { accept } = asked.body;
        const id = asked.params.invitationId;
        const answer = { id, phone: asked.viewer.phone, accept, now };
        const answered = isId(id) ? await answerInvitation(tx, answer) : null;
        if (answered === null) throw noInvitation();
        const { employerId, isFirst } = answered;
        if (!isFirst) {
          if (accept && !(await isMember(tx, accountId, employerId))) throw noInvitation();
          return { employerId: accept ? employerId : null };
        }
        if (accept) await addMember(tx, { employerId, accountId, role: 'member', now });
        const action = accept ? 'employer.join' : 'employer.decline';
        await recordAudit(tx, { actor: by, action, entity: 'employer', entityId: employerId }, now);
        return { employerId: accept ? employerId : null };
      }),
    ),

    route(contract.removeMember, (asked) =>
      change(db, asked, 'removeMember', async (tx, { accountId, by, now }) => {
        const { employerId, accountId: leaving } = asked.params;
        const role = await mustBelong(tx, asked);
        const left = leaving === accountId;
        if (!left) mustManage(role);
        await lockMembers(tx, employerId);
        const members = await findMembers(tx, employerId);
        if (!members.some((member) => member.accountId === leaving)) throw noEmployer();
        const refusal = refuseLeaving(members, leaving);
        if (refusal) throw refusal;
        await deleteMember(tx, employerId, leaving);
        const action = left ? 'employer.leave' : 'employer.remove-member';
        const detail = { account: leaving };
        await recordAudit(tx, { actor: by, action, entity: 'employer', entityId: employerId, detail }, now);
        return { left };
      }),
    ),
  ];
}

const isId = (text: string) => /^\d{1,18}$/.test(text);

function mustManage(role: 'owner' | 'member'): void {
  const refusal = refuseManaging(role);
  if (refusal) throw refusal;
}

function noInvitation(): Refusal {
  return new Refusal('missing', 'invitation.missing', '没有这个邀请，可能已经过期或者撤回了');
}
