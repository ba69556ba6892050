import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';

/** 128 random bits for a cookie. */
export const newToken = () => randomBytes(16).toString('base64url');

/** What is stored of a token: it is long and random, so a plain hash is enough. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest();

/** Six digits, each equally likely. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');

/** A code is short: keyed, so that a copy of the table gives nothing away. */
export const hashOfCode = (secret: Buffer, phone: string, code: string) =>
  createHmac('sha256', secret).update(`code:${phone}:${code}`).digest();

/** What an allowance of a telephone is kept under: its table outlives the code and holds no number. */
export const hashOfPhone = (secret: Buffer, phone: string) =>
  createHmac('sha256', secret).update(`phone:${phone}`).digest('base64url').slice(0, 22);

/** OWASP 2024: argon2id, 19 MiB, two passes; 117 ms on two cores. */
export const hashPassword = (password: string) =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

// So that an unknown name takes as long as a wrong password.
let decoy: Promise<string> | null = null;

/** Whether it is the password; takes as long when there is none. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(newToken());
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}

const totpOf = (secret: string, login: string) =>
  new TOTP({ issuer: '就业e图', label: login, secret: Secret.fromBase32(secret) });

/** A secret for an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). */
export function newTotp(login: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, login).toString() };
}

/** The 30-second step a code belongs to, one step early or late allowed; null when it fits none. */
export function totpStep(secret: string, login: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, login).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 30_000) + delta;
}
