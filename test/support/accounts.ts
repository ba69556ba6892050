import type pg from 'pg';
import { hashOfToken, newToken } from '../../api/accounts/secrets.ts';
import { insertSession } from '../../api/accounts/session-store.ts';
import { insertStaff, putPerson } from '../../api/accounts/store.ts';
import type { Role } from '../../api/accounts/contract.ts';

export const testSecret = Buffer.alloc(32, 7);
/** What a browser says of a request from our own pages. */
export const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' };
export const testNow = new Date('2026-11-23T02:00:00Z');

/** `headers` are those of a browser that is signed in, for supertest's `.set()`. */
export type SignedIn = { accountId: string; cookie: string; headers: Record<string, string> };

async function open(pool: pg.Pool, accountId: string, now: Date): Promise<SignedIn> {
  const token = newToken();
  await insertSession(pool, {
    hash: hashOfToken(token),
    accountId,
    device: '测试',
    now,
    idleSeconds: 30 * 86_400,
    longestSeconds: 90 * 86_400,
  });
  const cookie = `session=${token}`;
  return { accountId, cookie, headers: { ...sameOrigin, Cookie: cookie } };
}

/** A person who is signed in. */
export async function addPerson(pool: pg.Pool, phone: string, now: Date = testNow): Promise<SignedIn> {
  const person = await putPerson(pool, phone, now);
  return open(pool, person!.id, now);
}

let made = 0;

/** A member of staff who is signed in; the city's administrator unless said. */
export async function addStaff(
  pool: pg.Pool,
  {
    roles = ['city-administrator'],
    divisions = ['3210'],
    name = '顾建国',
  }: {
    roles?: readonly Role[];
    divisions?: readonly string[];
    name?: string;
  } = {},
  now: Date = testNow,
): Promise<SignedIn> {
  const id = await insertStaff(pool, { login: `staff${++made}`, name, roles, divisions, now });
  return open(pool, id!, now);
}
