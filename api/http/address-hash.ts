import { createHmac } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import { dayNumberAt } from '../shanghai-day.ts';

/**
 * What limits know an address by: keyed, another one every day, so that nobody can be followed. An IPv6 house
 * counts as one (/56).
 */
export function hashedAddress(secret: Buffer, address: string | undefined, now: Date): string {
  return createHmac('sha256', secret)
    .update(`address:${dayNumberAt(now)}:${ipKeyGenerator(address ?? '')}`)
    .digest('base64url')
    .slice(0, 22);
}
