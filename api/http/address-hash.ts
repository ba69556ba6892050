import { createHmac } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import { dayNumberAt } from '../shanghai-day.ts';

/**
 * What limits know an address by: keyed, another one every day, so that nobody can be followed. An IPv6 house
 * counts as one (/56).
 */
export function hashedAddress(secret: Buffer, address: string | undefined, now: Date): string {
  const text = `address:${dayNumberAt(now)}:${ipKeyGenerator(address ?? '')}`;
  const known = recent.get(text);
  if (known?.secret === secret) return known.hash;
  const hash = createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(text, { secret, hash });
  return hash;
}

/** Whoever asks once asks again, and the hash is a tenth of what a short answer costs; kept in memory alone. */
const recent = new Map<string, { secret: Buffer; hash: string }>();
const mostRecent = 2000;
