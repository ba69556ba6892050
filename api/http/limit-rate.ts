import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refusal } from '../refusals.ts';

/**
 * So many calls a minute and address; 0 switches it off. A terminal polls once a minute and a page on the
 * move asks about four times a second, so an address behind which a whole office sits still passes.
 */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The machine itself: the operator's tools and measurements. Behind a proxy TRUST_PROXY gives the real address.
    skip: ({ ip }) => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1',
    handler: () => {
      throw new Refusal('throttled', 'rate.limit', '问得太快了，歇几秒再来');
    },
  });
}
