import type { Database } from '../db/database.ts';
import type { Role } from './contract.ts';

export type StaffAccount = {
  id: string;
  login: string;
  name: string;
  passwordHash: string | null;
  totpSecret: string | null;
  totpLastStep: number | null;
  /** How often a link for choosing a password was given out anew. */
  invitations: number;
  isDisabled: boolean;
};

const staffColumns = `id, login, name, password_hash as "passwordHash", totp_secret as "totpSecret",
  totp_last_step::float8 as "totpLastStep", invitations, disabled_at is not null as "isDisabled"`;

/** Keeps the hash of the code that was sent last; an earlier one stops working. */
export async function putCode(
  db: Database,
  code: { phone: string; hash: Buffer; sentAt: Date; lifeSeconds: number },
): Promise<void> {
  await db.query(
    `insert into one_time_codes (phone, code_hash, sent_at, expires_at, tries)
     values ($1, $2, $3, $3::timestamptz + $4 * interval '1 second', 0)
     on conflict (phone) do update set code_hash = excluded.code_hash, sent_at = excluded.sent_at,
       expires_at = excluded.expires_at, tries = 0`,
    [code.phone, code.hash, code.sentAt, code.lifeSeconds],
  );
}

/** Seconds since a code was sent to a number; null when none is kept. */
export async function findSecondsSinceCode(db: Database, phone: string, now: Date): Promise<number | null> {
  const { rows } = await db.query<{ seconds: number }>(
    'select extract(epoch from $2 - sent_at)::float8 as seconds from one_time_codes where phone = $1',
    [phone, now],
  );
  return rows[0]?.seconds ?? null;
}

/** Counts one try; the hash and how many tries that makes, or null when there is no code that is still good. */
export async function takeTry(
  db: Database,
  phone: string,
  now: Date,
): Promise<{ hash: Buffer; tries: number } | null> {
  const { rows } = await db.query<{ hash: Buffer; tries: number }>(
    `update one_time_codes set tries = tries + 1 where phone = $1 and expires_at > $2
     returning code_hash as hash, tries`,
    [phone, now],
  );
  return rows[0] ?? null;
}

/** A code works once: false when another request was first. */
export async function spendCode(db: Database, phone: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await db.query('delete from one_time_codes where phone = $1 and code_hash = $2', [
    phone,
    hash,
  ]);
  return rowCount === 1;
}

/** The person's account, made at the first sign-in. Null when it is disabled. */
export async function putPerson(
  db: Database,
  phone: string,
  now: Date,
): Promise<{ id: string; isNew: boolean } | null> {
  const { rows } = await db.query<{ id: string; isNew: boolean; isDisabled: boolean }>(
    `insert into accounts (kind, phone, created_at) values ('person', $1, $2)
     on conflict (phone) do update set phone = excluded.phone
     returning id, xmax = 0 as "isNew", disabled_at is not null as "isDisabled"`,
    [phone, now],
  );
  const { isDisabled, ...person } = rows[0]!;
  return isDisabled ? null : person;
}

export async function findStaffByLogin(db: Database, login: string): Promise<StaffAccount | null> {
  const { rows } = await db.query<StaffAccount>(
    `select ${staffColumns} from accounts where kind = 'staff' and login = $1`,
    [login],
  );
  return rows[0] ?? null;
}

export async function findStaffById(db: Database, id: string): Promise<StaffAccount | null> {
  const { rows } = await db.query<StaffAccount>(
    `select ${staffColumns} from accounts where kind = 'staff' and id = $1::bigint`,
    [id],
  );
  return rows[0] ?? null;
}

/** A member of staff without a password: it is chosen with the link of the invitation. Null when the login is taken. */
export async function insertStaff(
  db: Database,
  staff: { login: string; name: string; roles: readonly Role[]; divisions: readonly string[]; now: Date },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into accounts (kind, login, name, roles, divisions, created_at) values ('staff', $1, $2, $3, $4, $5)
     on conflict (login) do nothing returning id`,
    [staff.login, staff.name, staff.roles, staff.divisions, staff.now],
  );
  return rows[0]?.id ?? null;
}

export async function setPasswordHash(db: Database, id: string, hash: string): Promise<void> {
  await db.query('update accounts set password_hash = $2 where id = $1::bigint', [id, hash]);
}

/** Sets a password while what stood there, and the invitation that was given out last, are still these; false otherwise. */
export async function takeUpInvitation(
  tx: Database,
  staff: { id: string; passwordHash: string | null; invitations: number },
  hash: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts set password_hash = $4
      where id = $1::bigint and password_hash is not distinct from $2 and invitations = $3 and disabled_at is null`,
    [staff.id, staff.passwordHash, staff.invitations, hash],
  );
  return rowCount === 1;
}

/** From now on links given out before are worth nothing. */
export async function countInvitation(tx: Database, id: string): Promise<void> {
  await tx.query('update accounts set invitations = invitations + 1 where id = $1::bigint', [id]);
}

export async function setTotpSecret(db: Database, id: string, secret: string, step: number): Promise<void> {
  await db.query('update accounts set totp_secret = $2, totp_last_step = $3 where id = $1::bigint', [
    id,
    secret,
    step,
  ]);
}

/** No app any more; the step stays, so that a code that was used works no second time. */
export async function clearTotpSecret(db: Database, id: string): Promise<void> {
  await db.query('update accounts set totp_secret = null where id = $1::bigint', [id]);
}

/** A code of the app works once: false when its step, or a later one, was used already. */
export async function spendTotpStep(db: Database, id: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update accounts set totp_last_step = $2 where id = $1::bigint and coalesce(totp_last_step, -1) < $2`,
    [id, step],
  );
  return rowCount === 1;
}

/** Disables an account and ends what it has open, at once and everywhere. */
export async function disableAccount(tx: Database, id: string, now: Date): Promise<void> {
  await tx.query('update accounts set disabled_at = coalesce(disabled_at, $2) where id = $1::bigint', [
    id,
    now,
  ]);
  await tx.query('delete from sessions where account_id = $1::bigint', [id]);
}

/** A person leaves: the number is forgotten and may make a new account. */
export async function forgetPerson(tx: Database, id: string, now: Date): Promise<void> {
  await tx.query(`update accounts set phone = null where id = $1::bigint and kind = 'person'`, [id]);
  await disableAccount(tx, id, now);
}

export async function countStaff(db: Database): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from accounts where kind = 'staff'`,
  );
  return rows[0]!.count;
}

/** Deletes codes that are over. */
export async function forgetCodes(db: Database, now: Date): Promise<void> {
  await db.query('delete from one_time_codes where expires_at < $1', [now]);
}
