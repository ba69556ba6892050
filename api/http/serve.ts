import { isUtf8 } from 'node:buffer';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { isAdmitted, nobody, type Person, type StaffMember, type Viewer } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';
import type { AnyEndpoint, BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '../endpoint.ts';
import { type Fault, Refusal } from '../refusals.ts';
import { hashedAddress } from './address-hash.ts';
import { refuseForeignOrigin } from './check-origin.ts';
import { readFaults } from './faults.ts';
import { readQueryText } from './query-text.ts';
import { type FindTerminal, readWhoAsks } from './who-asks.ts';

const mostBodyBytes = 256 * 1024;
const idempotencyKey = /^[\w-]{8,80}$/;

/** What is not called JSON would be passed over unread, and an endpoint whose fields may all be left out would say yes. */
const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  if (request.get('content-length') !== '0' && request.is('application/json') === false)
    throw new Refusal('invalid', 'request.malformed', '请求的格式不对');
  next();
};

/** Who a handler can be asked by, told from the audience of its endpoint. */
export type ViewerOf<E> = E extends { audience: 'person' }
  ? Person
  : E extends { audience: 'terminal' }
    ? Extract<Viewer, { kind: 'terminal' }>
    : E extends { audience: 'member' }
      ? Person | StaffMember
      : E extends { audience: 'anyone' }
        ? Viewer
        : StaffMember;

export type Asked<E extends AnyEndpoint> = {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  now: Date;
  /** Nobody where the audience is `anyone` and the endpoint does not read the viewer. */
  viewer: ViewerOf<E>;
  sessionId: string | null;
  idempotencyKey: string | null;
  /** Of where the request comes from; see address-hash.ts. */
  address: string;
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
  handle: (asked: Asked<E>, request: Request, response: Response) => Promise<ReplyOf<E>> | ReplyOf<E>,
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
export function serve(app: Express, { endpoint, handle, sendsItself }: Route, serving: Serving): void {
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
    const faults: Fault[] = [];
    const params = check('path', endpoint.params, request.params, faults);
    const query = check('query', endpoint.query, readQueryText(endpoint.query.shape, request.query), faults);
    const body = endpoint.body ? check('body', endpoint.body, request.body ?? {}, faults) : undefined;
    const key = request.get('idempotency-key') ?? null;
    if (key !== null && !idempotencyKey.test(key))
      throw new Refusal('invalid', 'idempotency-key.format', '请求编号要 8 到 80 个字母、数字或横线');
    if (faults.length > 0) throw new Refusal('invalid', 'request.invalid', '有的内容不对', faults);
    const asked = {
      params,
      query,
      body,
      now,
      viewer: nobody,
      sessionId: null,
      idempotencyKey: key,
      ...response.locals.who,
      get address() {
        return hashedAddress(serving.addressSecret, request.ip, now);
      },
    };
    const reply = await handle(asked, request, response);
    if (!sendsItself) response.status(endpoint.status ?? 200).json(endpoint.reply.parse(reply));
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

function check(place: Fault['in'], schema: z.ZodType, value: unknown, faults: Fault[]): any {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    faults.push(...readFaults(place, parsed.error.issues));
    return undefined;
  }
  // After the schema: what it lets through is as deep as it says, what comes in may be 100,000 brackets deep.
  const nul = Object.entries(parsed.data as object).find(([, part]) => holdsUnkept(part));
  if (nul) faults.push({ in: place, name: nul[0], code: 'nul', detail: '含有不能用的字符' });
  return parsed.data;
}

// PostgreSQL has no text with a NUL in it, and no jsonb with half of a surrogate pair.
const unkept = /\0|\p{Surrogate}/u;

function holdsUnkept(value: unknown): boolean {
  if (typeof value === 'string') return unkept.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnkept);
}
