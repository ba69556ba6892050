import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import express, { type Express, type RequestHandler } from 'express';
import { hashedAddress } from './address-hash.ts';
import { readAsked } from './asked.ts';
import type { Refuse } from './refuse.ts';
import { type ReplyBytes, sendReply } from './reply-bytes.ts';
import type { Route, Serving } from './serve.ts';

/** Sees a request first and calls `next`, or throws a Refusal. None may use what Express adds but `locals` and `ip`. */
type Guard = RequestHandler;
type Met = IncomingMessage & { app: Express; ip: string | undefined; route?: { path: string } };
type Answering = ServerResponse & { locals: Record<string, unknown> };

/**
 * What stands before Express, whose router and response layer cost three times what finding the ten nearest openings
 * does (test/bench/README.md): it lets every request through the guards, refuses what they do not let through, answers
 * itself what anyone may read at a fixed address and is given as bytes, and leaves the rest to Express.
 * @param first guards of every request
 * @param limits further guards of what is answered here; Express has them at their place for the rest
 */
export function createDoor(
  app: Express,
  {
    first,
    limits,
    routes,
    serving,
    refuse,
  }: { first: Guard[]; limits: Guard[]; routes: readonly Route[]; serving: Serving; refuse: Refuse },
): RequestListener {
  const quick = new Map(routes.filter(isQuick).map((route) => [route.endpoint.path as string, route]));
  async function meet(request: Met, response: Answering): Promise<void> {
    try {
      await through(first, request, response);
      const route = request.method === 'GET' ? quick.get(pathOf(request)) : undefined;
      if (!route) return app(request as never, response as never);
      request.route = { path: route.endpoint.path };
      if (route.isCounted) await through(limits, request, response);
      await answerQuickly(route, request, response, serving);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else refuse(error, request, response);
    }
  }
  return (message, answer) => {
    const request = message as Met;
    request.app = app;
    // What Express says it is, with as many proxies as TRUST_PROXY tells; read once.
    request.ip = Reflect.get(express.request, 'ip', request);
    void meet(request, Object.assign(answer, { locals: {} }));
  };
}

const isQuick = ({ endpoint, gives }: Route) =>
  gives === 'bytes' && endpoint.method === 'GET' && endpoint.audience === 'anyone' && !endpoint.readsViewer;

function pathOf({ url }: IncomingMessage): string {
  const end = url!.indexOf('?');
  return end < 0 ? url! : url!.slice(0, end);
}

async function answerQuickly(
  route: Route,
  request: Met,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const now = serving.clock();
  const raw = {
    params: {},
    query: parse(request.url!.slice(route.endpoint.path.length + 1)),
    body: undefined,
    idempotencyKey: (request.headers['idempotency-key'] as string | undefined) ?? null,
  };
  const asked = readAsked(route.endpoint, raw, {
    now,
    who: null,
    address: () => hashedAddress(serving.addressSecret, request.ip, now),
  });
  const given = await route.handle(asked, request as never, response as never);
  sendReply(request, response, given as ReplyBytes);
}

/** Goes through guards one after another, as Express would; those that go on at once are not waited for. */
async function through(guards: readonly Guard[], request: Met, response: Answering): Promise<void> {
  for (const guard of guards) {
    let isThrough = false;
    const going = new Promise<void>((resolve, reject) => {
      guard(request as never, response as never, (error?: unknown) => {
        isThrough = error === undefined;
        return isThrough ? resolve() : reject(error as Error);
      });
    });
    if (!isThrough) await going;
  }
}
