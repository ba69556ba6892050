import { isUtf8 } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { isAdmitted, type Viewer } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';
import type { AnyEndpoint, Endpoint, ReplyOf } from '../endpoint.ts';
import { Refusal } from '../refusals.ts';
import { hashedAddress } from './address-hash.ts';
import { type Asked, readAsked } from './asked.ts';
import { refuseForeignOrigin } from './check-origin.ts';
import { type ReplyBytes, wholeOf } from './reply-bytes.ts';
import { type FindTerminal, readWhoAsks } from './who-asks.ts';

const mostBodyBytes = 256 * 1024;

/** What is not called JSON would be passed over unread, and an endpoint whose fields may all be left out would say yes. */
const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  if (request.get('content-length') !== '0' && request.is('application/json') === false)
    throw new Refusal('invalid', 'request.malformed', '请求的格式不对');
  next();
};

/** An endpoint with what answers it: gives a reply, gives the bytes of one, or sends the answer itself (ETags, streams). */
export type Route = {
  endpoint: AnyEndpoint;
  handle: (asked: Asked<AnyEndpoint>, request: Request, response: Response) => Promise<unknown> | unknown;
  gives: 'reply' | 'bytes' | 'nothing';
  /** false for what is so cheap, and asked so often, that an office behind one address would use its limit up. */
  isCounted?: boolean;
};

/** Joins an endpoint and its handler; the reply is filtered by the endpoint's schema. */
export function route<E extends AnyEndpoint>(
  endpoint: E,
  handle: (asked: Asked<E>, request: Request, response: Response) => Promise<ReplyOf<E>> | ReplyOf<E>,
): Route {
  return { endpoint, handle: handle as Route['handle'], gives: 'reply' };
}

/**
 * As `route`, for the reads that are asked for most: a reply that is JSON already, its parts checked where they are made.
 * What anyone may ask for so, at a fixed address, is answered before Express (door.ts).
 */
export function bytesRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (asked: Asked<E>) => Promise<ReplyBytes> | ReplyBytes,
  { isCounted = true }: Pick<Route, 'isCounted'> = {},
): Route {
  return { endpoint, handle: handle as Route['handle'], gives: 'bytes', isCounted };
}

/** As `route`, for an answer that is not a plain JSON reply. */
export function rawRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (asked: Asked<E>, request: Request, response: Response) => Promise<void> | void,
): Route {
  return { endpoint, handle: handle as Route['handle'], gives: 'nothing' };
}

/** The bytes of what a route's handler gave; what the contract does not name is kept back. */
export const bytesOf = ({ endpoint, gives }: Route, given: unknown): Buffer =>
  gives === 'bytes' ? wholeOf(given as ReplyBytes) : Buffer.from(JSON.stringify(endpoint.reply.parse(given)));

/** Sends bytes that are JSON. */
export function sendJson(response: ServerResponse, status: number, bytes: Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}

export type Serving = {
  db: Database;
  clock: () => Date;
  publicUrl: string | null;
  addressSecret: Buffer;
  findTerminal: FindTerminal;
};

const readJson = express.json({
  limit: mostBodyBytes,
  inflate: false,
  // RFC 8259: JSON between systems is UTF-8. Decoding would put U+FFFD in place of what is broken and keep that.
  verify(_request, _response, bytes) {
    if (!isUtf8(bytes)) throw new Refusal('invalid', 'request.malformed', '请求的格式不对');
  },
});

/**
 * Mounts a route: who asks and whether they may, what they ask, the answer; kept back is what the contract does
 * not name. A refusal of the audience comes before anything of the request is read.
 */
export function serve(app: Express, route: Route, serving: Serving): void {
  const { endpoint, handle } = route;
  const { method, path } = endpoint as Endpoint;
  const isPublic = endpoint.audience === 'anyone' && !endpoint.readsViewer;
  const isChange = method !== 'GET';
  const admit: RequestHandler = async (request, response, next) => {
    if (isChange) {
      const refusal = refuseForeignOrigin(request, serving.publicUrl);
      if (refusal) throw refusal;
    }
    if (!isPublic) {
      response.set({ 'Cache-Control': 'private, no-store', Vary: 'Cookie' });
      response.locals.who = await readWhoAsks(
        serving.db,
        serving.findTerminal,
        request,
        serving.clock(),
        endpoint.audience === 'terminal',
      );
      refuseAudience(endpoint, response.locals.who.viewer);
    }
    next();
  };
  const answer: RequestHandler = async (request, response) => {
    const now = serving.clock();
    const raw = {
      params: request.params,
      query: request.query,
      body: request.body,
      idempotencyKey: request.get('idempotency-key') ?? null,
    };
    const asked = readAsked(endpoint, raw, {
      now,
      who: response.locals.who ?? null,
      address: () => hashedAddress(serving.addressSecret, request.ip, now),
    });
    const given = await handle(asked, request, response);
    if (route.gives !== 'nothing') sendJson(response, endpoint.status ?? 200, bytesOf(route, given));
  };
  const mount = app[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'].bind(app);
  if (endpoint.body) mount(path, admit, refuseOtherTypes, readJson, answer);
  else if (isChange || !isPublic) mount(path, admit, answer);
  else mount(path, answer);
}

function refuseAudience(endpoint: AnyEndpoint, viewer: Viewer): void {
  if (isAdmitted(endpoint.audience, viewer)) return;
  if (viewer.kind === 'nobody') throw new Refusal('unauthenticated', 'session.needed', '先登录');
  throw new Refusal('forbidden', 'audience.other', '这个账号用不了这一项');
}
