import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link without sign-in is for; a link of one purpose opens nothing else. */
export type LinkPurpose = 'freshness' | 'alerts' | 'set-password' | 'enrol-totp' | 'withdraw';
export type SignedLink = { purpose: LinkPurpose; id: string; expiresAt: Date };

const bytesOfMac = 18;

/** A token for a link: id, end and a keyed hash over both and the purpose, in letters a URL takes as they are. */
export function signLink(secret: Buffer, { purpose, id, expiresAt }: SignedLink): string {
  const said = Buffer.from(`${id}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`).toString(
    'base64url',
  );
  return `${said}.${mac(secret, purpose, said)}`;
}

/** The id of a link that is whole, of this purpose and not over; else why not. */
export function readLink(
  secret: Buffer,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): { id: string } | { fault: 'broken' | 'over' } {
  const [said = '', given = ''] = token.split('.');
  const right = Buffer.from(mac(secret, purpose, said));
  const shown = Buffer.from(given);
  if (right.length !== shown.length || !timingSafeEqual(right, shown)) return { fault: 'broken' };
  const text = Buffer.from(said, 'base64url').toString();
  const dot = text.lastIndexOf('.');
  const endsAtMs = parseInt(text.slice(dot + 1), 36) * 1000;
  return endsAtMs > now.getTime() ? { id: text.slice(0, dot) } : { fault: 'over' };
}

function mac(secret: Buffer, purpose: LinkPurpose, said: string): string {
  return createHmac('sha256', secret)
    .update(`${purpose}:${said}`)
    .digest()
    .subarray(0, bytesOfMac)
    .toString('base64url');
}
