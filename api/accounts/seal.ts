import { createHmac, timingSafeEqual } from 'node:crypto';

const bytesOfMac = 18;

/** A text that strangers carry and cannot change: itself and a keyed hash of it, in letters a URL takes as they are. */
export function seal(secret: Buffer, purpose: string, text: string): string {
  const said = Buffer.from(text).toString('base64url');
  return `${said}.${mac(secret, purpose, said)}`;
}

/** The text of a seal that is whole and of this purpose, else null. */
export function unseal(secret: Buffer, purpose: string, sealed: string): string | null {
  const [said = '', given = ''] = sealed.split('.');
  const right = Buffer.from(mac(secret, purpose, said));
  const shown = Buffer.from(given);
  if (right.length !== shown.length || !timingSafeEqual(right, shown)) return null;
  return Buffer.from(said, 'base64url').toString();
}

const mac = (secret: Buffer, purpose: string, said: string): string =>
  createHmac('sha256', secret)
    .update(`${purpose}:${said}`)
    .digest()
    .subarray(0, bytesOfMac)
    .toString('base64url');
