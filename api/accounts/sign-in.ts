import type pg from 'pg';
import { transact } from '../db/transact.ts';
import { recordAudit } from '../db/audit.ts';
import { takeFromLimit } from '../db/limits.ts';
import { sendMessage } from '../messages/messages.ts';
import { Refusal } from '../refusals.ts';
import { allowances, codeLifeSeconds, mostTries, resendAfterSeconds } from './rules.ts';
import { hashOfCode, hashOfPhone, isPassword, newCode, totpStep } from './secrets.ts';
import {
  findSecondsSinceCode,
  findStaffById,
  findStaffByLogin,
  putCode,
  putPerson,
  type StaffAccount,
  takeTry,
} from './store.ts';
import { spendTotpStep, spendCode } from './store.ts';

const wrongCode = (left: number) => {
  const detail = left > 0 ? `验证码不对，还能试 ${left} 次` : '验证码试错太多次了，重新要一个';
  return new Refusal('unauthenticated', left > 0 ? 'code.wrong' : 'code.spent', detail);
};

/** Sends a code, unless one went out a moment ago or the allowance of the number or the address is used up. */
export async function sendCode(
  pool: pg.Pool,
  secret: Buffer,
  { phone, address, now }: { phone: string; address: string; now: Date },
): Promise<void> {
  const seconds = await findSecondsSinceCode(pool, phone, now);
  if (seconds !== null && seconds >= 0 && seconds < resendAfterSeconds) {
    const left = Math.ceil(resendAfterSeconds - seconds);
    throw new Refusal('throttled', 'code.sent-just-now', `刚发过，${left} 秒后可以再要一个`, [], left);
  }
  await takeFromLimit(pool, `code-address:${address}`, allowances.codesPerAddress, now);
  await takeFromLimit(pool, `code-phone:${hashOfPhone(secret, phone)}`, allowances.codesPerPhone, now);
  const code = newCode();
  await transact(pool, async (tx) => {
    await putCode(tx, {
      phone,
      hash: hashOfCode(secret, phone, code),
      sentAt: now,
      lifeSeconds: codeLifeSeconds,
    });
    await sendMessage(tx, { channel: 'sms', to: phone, template: 'sign-in.code', values: { code } }, now);
  });
}

/** The account of whoever holds the telephone. Counts tries before it compares, so that parallel guesses count too. */
export async function signInPerson(
  pool: pg.Pool,
  secret: Buffer,
  { phone, code, address, now }: { phone: string; code: string; address: string; now: Date },
): Promise<string> {
  await takeFromLimit(pool, `sign-in:${address}`, allowances.signInsPerAddress, now);
  const sent = await takeTry(pool, phone, now);
  if (!sent) throw new Refusal('unauthenticated', 'code.over', '验证码过期了，重新要一个');
  if (sent.tries > mostTries) throw wrongCode(0);
  if (!hashOfCode(secret, phone, code).equals(sent.hash)) throw wrongCode(mostTries - sent.tries);
  return transact(pool, async (tx) => {
    if (!(await spendCode(tx, phone, sent.hash)))
      throw new Refusal('unauthenticated', 'code.over', '验证码用过了，重新要一个');
    const person = await putPerson(tx, phone, now);
    if (!person) throw new Refusal('unauthenticated', 'account.disabled', '这个账号停用了，到服务点问一下');
    if (person.isNew)
      await recordAudit(
        tx,
        { actor: `person:${person.id}`, action: 'account.create', entity: 'account', entityId: person.id },
        now,
      );
    return person.id;
  });
}

const wrongPassword = () => new Refusal('unauthenticated', 'password.wrong', '登录名或密码不对');

/** The member of staff with that name and password; what the second step needs is for the caller. */
export async function checkPassword(
  pool: pg.Pool,
  { login, password, address, now }: { login: string; password: string; address: string; now: Date },
): Promise<StaffAccount> {
  await takeFromLimit(pool, `sign-in:${address}`, allowances.signInsPerAddress, now);
  const name = login.toLowerCase();
  await takeFromLimit(pool, `password:${name}:${address}`, allowances.passwordsPerLoginAndAddress, now);
  await takeFromLimit(pool, `password:${name}`, allowances.passwordsPerLogin, now);
  const staff = await findStaffByLogin(pool, name);
  const isRight = await isPassword(staff?.passwordHash ?? null, password);
  if (!staff || !isRight || staff.isDisabled) throw wrongPassword();
  return staff;
}

/** The signed-in member of staff who says the password once more; guesses count as at the door. */
export async function confirmPassword(
  pool: pg.Pool,
  { accountId, password, now }: { accountId: string; password: string; now: Date },
): Promise<StaffAccount | null> {
  const staff = await findStaffById(pool, accountId);
  if (!staff) return null;
  await takeFromLimit(pool, `password-again:${staff.login}`, allowances.passwordsPerLoginAndAddress, now);
  return (await isPassword(staff.passwordHash, password)) ? staff : null;
}

/** Checks the code of the app and uses it up. */
export async function checkTotp(
  pool: pg.Pool,
  staff: Pick<StaffAccount, 'id' | 'login' | 'totpSecret'>,
  code: string,
  now: Date,
): Promise<void> {
  const step = totpStep(staff.totpSecret!, staff.login, code, now);
  if (step === null || !(await spendTotpStep(pool, staff.id, step)))
    throw new Refusal('unauthenticated', 'totp.wrong', '动态码不对，等它换一个再输');
}
