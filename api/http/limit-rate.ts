import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Database } from '../db/database.ts';
import { Refusal } from '../refusals.ts';
import { hashedAddress } from './address-hash.ts';
import { createSharedCounts } from './shared-counts.ts';

/**
 * So many calls a minute and address, all processes together; 0 switches it off. A terminal polls once a minute and a
 * page on the move asks about four times a second, so an address behind which a whole office sits still passes.
 */
export function limitRate(
  perMinute: number,
  { db, clock, addressSecret }: { db: Database; clock: () => Date; addressSecret: Buffer },
): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    // draft-8 says the same and hashes the key once more for every answer.
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    store: createSharedCounts(db, clock),
    // The table that processes share never holds an address.
    keyGenerator: ({ ip }) => hashedAddress(addressSecret, ip, clock()),
    // The machine itself: the operator's tools and measurements. Behind a proxy TRUST_PROXY gives the real address.
    skip: ({ ip }) => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1',
    handler: () => {
      throw new Refusal('throttled', 'rate.limit', '问得太快了，歇几秒再来');
    },
  });
}
