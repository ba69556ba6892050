import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import type { AnyEndpoint, ParamsOf, QueryOf, ReplyOf } from '../endpoint.ts';
import { type Fault, Refusal } from '../refusals.ts';
import { readFaults } from './faults.ts';
import { readQueryText } from './query-text.ts';

export type Asked<E extends AnyEndpoint> = {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  now: Date;
};

/** An endpoint with what answers it; `send` writes the answer itself (ETags, streams). */
export type Route = {
  endpoint: AnyEndpoint;
  handle: (asked: Asked<AnyEndpoint>, request: Request, response: Response) => Promise<unknown> | unknown;
  sendsItself: boolean;
};

/** Joins an endpoint and its handler; the reply is filtered by the endpoint's schema. */
export function route<E extends AnyEndpoint>(
  endpoint: E,
  handle: (asked: Asked<E>) => Promise<ReplyOf<E>> | ReplyOf<E>,
): Route {
  return { endpoint, handle: handle as Route['handle'], sendsItself: false };
}

/** As `route`, for an answer that is not a plain JSON reply. */
export function rawRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (asked: Asked<E>, request: Request, response: Response) => Promise<void> | void,
): Route {
  return { endpoint, handle: handle as Route['handle'], sendsItself: true };
}

/** Sends bytes that are JSON already. */
export function sendJson(response: Response, bytes: Buffer): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

/** Mounts a route: read and check what is asked, answer, keep back what the contract does not name. */
export function serve(app: Express, { endpoint, handle, sendsItself }: Route, clock: () => Date): void {
  app[endpoint.method === 'GET' ? 'get' : 'post'](endpoint.path, async (request, response) => {
    const faults: Fault[] = [];
    const params = check('path', endpoint.params, request.params, faults);
    const query = check('query', endpoint.query, readQueryText(endpoint.query.shape, request.query), faults);
    if (faults.length > 0) throw new Refusal('invalid', 'request.invalid', '有的参数不对', faults);
    const reply = await handle({ params, query, now: clock() }, request, response);
    if (!sendsItself) response.json(endpoint.reply.parse(reply));
  });
}

function check(place: Fault['in'], schema: z.ZodType, value: unknown, faults: Fault[]): any {
  const nul = Object.entries(value as object).find(([, text]) => String(text).includes('\0'));
  if (nul) faults.push({ in: place, name: nul[0], code: 'nul', detail: '含有不能用的字符' });
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  faults.push(...readFaults(place, parsed.error.issues));
  return undefined;
}
