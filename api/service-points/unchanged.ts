import type { RequestListener } from 'node:http';
import { getServicePointsVersion } from './contract.ts';

export const etagOf = (digest: string): string => `"${digest}"`;

/**
 * Answers before anything else that no point has changed: every open page asks that every second, and the rest of the
 * stack (headers, limits, metrics) would cost more than the answer. Everything else goes on to `others`.
 */
export function answerUnchanged(
  points: { readonly digest: string },
  others: RequestListener,
): RequestListener {
  return (request, response) => {
    const isAsked = request.url === getServicePointsVersion.path && request.method === 'GET';
    const known = isAsked && request.headers['if-none-match']?.replace(/^W\//, '');
    const etag = isAsked && etagOf(points.digest);
    if (!etag || known !== etag) others(request, response);
    else response.writeHead(304, { 'Cache-Control': 'public, no-cache', ETag: etag }).end();
  };
}
