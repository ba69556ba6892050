import { seal, unseal } from './seal.ts';

/** What a link without sign-in is for; a link of one purpose opens nothing else. */
export type LinkPurpose = 'freshness' | 'alerts' | 'set-password' | 'enrol-totp' | 'withdraw';
export type SignedLink = { purpose: LinkPurpose; id: string; expiresAt: Date };

/** A token for a link: id and end, sealed for the purpose. */
export const signLink = (secret: Buffer, { purpose, id, expiresAt }: SignedLink): string =>
  seal(secret, purpose, `${id}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`);

/** The id of a link that is whole, of this purpose and not over; else why not. */
export function readLink(
  secret: Buffer,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): { id: string } | { fault: 'broken' | 'over' } {
  const text = unseal(secret, purpose, token);
  if (text === null) return { fault: 'broken' };
  const dot = text.lastIndexOf('.');
  const endsAtMs = parseInt(text.slice(dot + 1), 36) * 1000;
  return endsAtMs > now.getTime() ? { id: text.slice(0, dot) } : { fault: 'over' };
}
