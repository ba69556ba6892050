import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cursor } from '../db/changes.ts';

const bytesOfMac = 12;

/** A place in the change log as a word for strangers: signed, so that only what we gave out comes back. */
export function writeCursor(secret: Buffer, { done, window, seq }: Cursor): string {
  const said = Buffer.from(JSON.stringify([done, window, seq])).toString('base64url');
  return `${said}.${mac(secret, said)}`;
}

/** null for what was not given out by us. */
export function readCursor(secret: Buffer, text: string): Cursor | null {
  const [said = '', given = ''] = text.split('.');
  const right = Buffer.from(mac(secret, said));
  const shown = Buffer.from(given);
  if (right.length !== shown.length || !timingSafeEqual(right, shown)) return null;
  const [done, window, seq] = JSON.parse(Buffer.from(said, 'base64url').toString()) as [
    string,
    string | null,
    string,
  ];
  return { done, window, seq };
}

const mac = (secret: Buffer, said: string): string =>
  createHmac('sha256', secret)
    .update(`changes:${said}`)
    .digest()
    .subarray(0, bytesOfMac)
    .toString('base64url');
