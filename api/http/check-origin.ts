import type { Request } from 'express';
import { Refusal } from '../refusals.ts';
import { hasCookie } from './who-asks.ts';

/**
 * A change must come from our own pages: browsers say where a request was made (Origin, Sec-Fetch-Site). A program
 * without either is let through unless it brings a cookie, which only a browser would do for somebody else.
 */
export function refuseForeignOrigin(request: Request, publicUrl: string | null): Refusal | null {
  const origin = request.get('origin');
  if (origin !== undefined) {
    const isOurs =
      origin === `${request.protocol}://${request.host}` ||
      (publicUrl !== null && origin === new URL(publicUrl).origin);
    return isOurs ? null : foreign();
  }
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? null : foreign();
  return hasCookie(request) ? foreign() : null;
}

const foreign = () => new Refusal('forbidden', 'origin.foreign', '只能从本网站的页面提交');
