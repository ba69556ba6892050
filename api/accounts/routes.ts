import type { Request, Response } from 'express';
import type pg from 'pg';
import { recordAudit } from '../db/audit.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { broughtSession, setCookie } from '../http/who-asks.ts';
import { findMessages } from '../messages/store.ts';
import { Refusal } from '../refusals.ts';
import * as contract from './contract.ts';
import { codeLifeSeconds, deviceOf, refusePassword, resendAfterSeconds, sessionLife } from './rules.ts';
import { hashOfToken, hashPassword, newToken, newTotp, totpStep } from './secrets.ts';
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionByHash,
  findSessions,
  findViewer,
  insertSession,
} from './session-store.ts';
import { checkPassword, checkTotp, confirmPassword, sendCode, signInPerson } from './sign-in.ts';
import { readLink, signLink } from './signed-link.ts';
import { findStaffById, forgetPerson, setPasswordHash, setTotpSecret, takeUpInvitation } from './store.ts';
import { actorOf, type Viewer } from './viewer.ts';

export type AccountDeps = {
  db: pg.Pool;
  linkSecret: Buffer;
  demo: boolean;
  /** Whether somebody can be sent a code at all. */
  canSendSms: boolean;
  totpRequired: boolean;
  /** The employers a person posts for. */
  employersOf: (accountId: string) => Promise<{ id: string; name: string }[]>;
  /** Withdraws what a person has sent, in the transaction in which the account closes. */
  withdrawEverything: (tx: pg.PoolClient, accountId: string, now: Date) => Promise<void>;
};

const enrolMinutes = 10;

export function accountRoutes(deps: AccountDeps): Route[] {
  const { db, linkSecret } = deps;

  const tell = async (viewer: Viewer): Promise<contract.SessionReply> => ({
    viewer: await describe(viewer),
    demo: deps.demo,
  });
  const describe = async (viewer: Viewer): Promise<contract.ViewerReply> => {
    switch (viewer.kind) {
      case 'nobody':
        return viewer;
      case 'person': {
        const { accountId: id, phone } = viewer;
        return { kind: 'person', id, phone, employers: await deps.employersOf(id) };
      }
      case 'staff': {
        const { accountId: id, name, roles, divisions } = viewer;
        return { kind: 'staff', id, name, roles: [...roles], divisions: [...divisions] };
      }
      case 'terminal':
        return { kind: 'terminal', id: viewer.terminalId, servicePointId: viewer.servicePointId };
    }
  };

  /** A new session with a new id; the one that was open in this browser ends. */
  const open = async (
    kind: keyof typeof sessionLife,
    accountId: string,
    now: Date,
    request: Request,
    response: Response,
  ): Promise<Viewer> => {
    const before = broughtSession(request);
    if (before) await deleteSessionByHash(db, before);
    const token = newToken();
    const hash = hashOfToken(token);
    const device = deviceOf(request.get('user-agent') ?? '');
    await insertSession(db, { hash, accountId, device, now, ...sessionLife[kind] });
    setCookie(request, response, 'session', token, sessionLife[kind].longestSeconds);
    return (await findViewer(db, hash, now))!.viewer;
  };

  const enrolment = (id: string, login: string, now: Date) => {
    const { secret, uri } = newTotp(login);
    const expiresAt = new Date(now.getTime() + enrolMinutes * 60_000);
    return {
      token: signLink(linkSecret, { purpose: 'enrol-totp', id: `${id}.${secret}`, expiresAt }),
      secret,
      uri,
    };
  };

  const linkRefused = (fault: 'broken' | 'over') =>
    new Refusal(
      'unauthenticated',
      `link.${fault}`,
      fault === 'over' ? '这个链接过期了，请管理员再发一个' : '这个链接不完整，从消息里整条打开',
    );

  return [
    route(contract.getSession, ({ viewer }) => tell(viewer)),

    route(contract.requestCode, async ({ body, address, now }) => {
      if (!deps.canSendSms) throw new Refusal('unavailable', 'sms.unset', '短信还没接通，先到服务点办');
      await sendCode(db, linkSecret, { phone: body.phone, address, now });
      return { resendAfterSeconds, expiresInSeconds: codeLifeSeconds };
    }),

    route(contract.signInWithCode, async ({ body, address, now }, request, response) => {
      const id = await signInPerson(db, linkSecret, { ...body, address, now });
      return tell(await open('person', id, now, request, response));
    }),

    route(contract.signInStaff, async ({ body, address, now }, request, response) => {
      const staff = await checkPassword(db, { login: body.login, password: body.password, address, now });
      if (staff.totpSecret !== null) {
        if (body.totp === undefined) return { next: 'totp' as const };
        await checkTotp(db, staff, body.totp, now);
      } else if (deps.totpRequired)
        return { next: 'enrol' as const, ...enrolment(staff.id, staff.login, now) };
      const session = await tell(await open('staff', staff.id, now, request, response));
      const actor = `staff:${staff.id}`;
      await recordAudit(db, { actor, action: 'session.open', entity: 'account', entityId: staff.id }, now);
      return { next: 'done' as const, ...session };
    }),

    route(contract.startTotp, async ({ viewer, body, now }) => {
      const { accountId } = viewer;
      const staff = await confirmPassword(db, { accountId, password: body.password, now });
      if (!staff) throw new Refusal('unauthenticated', 'password.wrong', '密码不对');
      return enrolment(staff.id, staff.login, now);
    }),

    route(contract.enrolTotp, async ({ body, now }) => {
      const link = readLink(linkSecret, 'enrol-totp', body.token, now);
      if ('fault' in link) throw linkRefused(link.fault);
      const [id = '', secret = ''] = link.id.split('.');
      const staff = await findStaffById(db, id);
      const step = staff && totpStep(secret, staff.login, body.code, now);
      if (!staff || step === null)
        throw new Refusal('unauthenticated', 'totp.wrong', '动态码不对，等它换一个再输');
      await transact(db, async (tx) => {
        await setTotpSecret(tx, id, secret, step);
        await recordAudit(
          tx,
          { actor: `staff:${id}`, action: 'account.totp', entity: 'account', entityId: id },
          now,
        );
      });
      return { done: true as const };
    }),

    route(contract.setPassword, async ({ body, now }) => {
      const link = readLink(linkSecret, 'set-password', body.token, now);
      if ('fault' in link) throw linkRefused(link.fault);
      const [id = '', print = ''] = link.id.split('.');
      const staff = await findStaffById(db, id);
      if (!staff || staff.isDisabled || passwordPrint(staff) !== print) throw linkRefused('over');
      const refusal = refusePassword(body.password, staff.login);
      if (refusal) throw refusal;
      const setWith = async (tx: pg.PoolClient, hash: string) => {
        if (!(await takeUpInvitation(tx, staff, hash))) throw linkRefused('over');
      };
      await choosePassword(db, staff.id, body.password, { setWith, keptSessionId: null }, now);
      return { login: staff.login };
    }),

    route(contract.changePassword, async ({ viewer, sessionId, body, now }) => {
      const { accountId } = viewer;
      const staff = await confirmPassword(db, { accountId, password: body.current, now });
      if (!staff) throw new Refusal('unauthenticated', 'password.wrong', '现在的密码不对');
      const refusal = refusePassword(body.next, staff.login);
      if (refusal) throw refusal;
      const setWith = (tx: pg.PoolClient, hash: string) => setPasswordHash(tx, staff.id, hash);
      await choosePassword(db, staff.id, body.next, { setWith, keptSessionId: sessionId }, now);
      return { done: true as const };
    }),

    route(contract.signOut, async ({ viewer, sessionId }, request, response) => {
      if (sessionId && (viewer.kind === 'person' || viewer.kind === 'staff'))
        await deleteSession(db, viewer.accountId, sessionId);
      setCookie(request, response, 'session', null);
      return { done: true as const };
    }),

    route(contract.listSessions, async ({ viewer, sessionId, now }) => ({
      sessions: (await findSessions(db, viewer.accountId, now)).map(({ id, device, createdAt, seenAt }) => ({
        id,
        device,
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        isThis: id === sessionId,
      })),
    })),

    route(contract.endSession, async ({ viewer, params }) => {
      if (!(await deleteSession(db, viewer.accountId, params.id)))
        throw new Refusal('missing', 'session.missing', '没有这个登录，可能已经退出了');
      return { done: true as const };
    }),

    route(contract.endOtherSessions, async ({ viewer, sessionId }) => ({
      ended: await deleteOtherSessions(db, viewer.accountId, sessionId),
    })),

    route(contract.closeAccount, async ({ viewer, now }, request, response) => {
      await transact(db, async (tx) => {
        await deps.withdrawEverything(tx, viewer.accountId, now);
        await forgetPerson(tx, viewer.accountId, now);
        const line = { action: 'account.close', entity: 'account', entityId: viewer.accountId };
        await recordAudit(tx, { actor: actorOf(viewer), ...line }, now);
      });
      setCookie(request, response, 'session', null);
      return { done: true as const };
    }),

    route(contract.listInbox, async () => {
      if (!deps.demo) throw new Refusal('missing', 'path.missing', '没有这个地址');
      const messages = await findMessages(db, 50);
      return { messages: messages.map((message) => ({ ...message, at: message.at.toISOString() })) };
    }),
  ];
}

/** Sets a password and ends every session but the one in which it was changed. */
async function choosePassword(
  db: pg.Pool,
  id: string,
  password: string,
  {
    setWith,
    keptSessionId,
  }: { setWith: (tx: pg.PoolClient, hash: string) => Promise<void>; keptSessionId: string | null },
  now: Date,
): Promise<void> {
  const hash = await hashPassword(password);
  await transact(db, async (tx) => {
    await setWith(tx, hash);
    await deleteOtherSessions(tx, id, keptSessionId);
    await recordAudit(
      tx,
      { actor: `staff:${id}`, action: 'account.password', entity: 'account', entityId: id },
      now,
    );
  });
}

type Invited = { id: string; passwordHash: string | null; invitations: number };

/** Ties a link to the password it replaces and to the last invitation: once either has changed the link is over. */
function passwordPrint({ passwordHash, invitations }: Omit<Invited, 'id'>): string {
  return hashOfToken(`${invitations}.${passwordHash ?? ''}`)
    .toString('base64url')
    .slice(0, 12);
}

/** The token with which a member of staff chooses a password: once, within a week. */
export function passwordLink(linkSecret: Buffer, staff: Invited, now: Date): string {
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000);
  const id = `${staff.id}.${passwordPrint(staff)}`;
  return signLink(linkSecret, { purpose: 'set-password', id, expiresAt });
}
