import type { RequestListener } from 'node:http';
import compression from 'compression';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';
import { allRoutes } from './all-routes.ts';
import { type Config, originOf } from './config.ts';
import { createDoor } from './http/door.ts';
import { headers } from './http/headers.ts';
import { serveHealth } from './http/health.ts';
import { limitRate } from './http/limit-rate.ts';
import { type Metrics, timeRequests } from './http/metrics.ts';
import { describeApi } from './http/openapi.ts';
import { servePages } from './http/pages.ts';
import { nameRequest } from './http/name-request.ts';
import { createRefuse, refuseUnknownPath } from './http/refuse.ts';
import { serve } from './http/serve.ts';
import type { OpeningCounters } from './opening-statistics/counters.ts';
import { findHead } from './open-data/page-head.ts';
import type { OpeningsModel } from './openings/model.ts';
import type { Search } from './search/search.ts';
import type { ServicePointsModel } from './service-points/model.ts';
import type { Visits } from './statistics/visits.ts';
import { findTerminalByToken } from './terminals/store.ts';

export type AppDeps = {
  config: Pick<
    Config,
    | 'basemap'
    | 'mapApprovalNumber'
    | 'port'
    | 'publicUrl'
    | 'rateLimitPerMinute'
    | 'seed'
    | 'sms'
    | 'totpRequired'
    | 'trustProxy'
    | 'uploadsDir'
  >;
  db: pg.Pool;
  openings: OpeningsModel;
  servicePoints: ServicePointsModel;
  search: Search;
  visits: Visits;
  counters: OpeningCounters;
  metrics: Metrics;
  /** Signs links and codes; the same in every process (api/db/secret.ts). */
  linkSecret: Buffer;
  clock: () => Date;
  log: Logger;
  /** May refuse anything but health before work is done for it: see http/shed-load.ts. */
  gate?: RequestHandler;
};

/** The whole server, from its parts alone: no environment, no listening. */
export function createApp(deps: AppDeps): RequestListener {
  const { config, db, search, visits, metrics, clock, log, linkSecret } = deps;
  const routes = allRoutes(deps);
  const description = describeApi(routes.map((route) => route.endpoint));
  const serving = {
    db,
    clock,
    publicUrl: config.publicUrl,
    addressSecret: linkSecret,
    findTerminal: findTerminalByToken,
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy);
  serveHealth(app, { search });
  const limit = limitRate(config.rateLimitPerMinute, { db, clock, addressSecret: linkSecret });
  app.use(compression());
  app.use('/api', limit);
  for (const route of routes) serve(app, route, serving);
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  app.use('/api', refuseUnknownPath);
  servePages(
    app,
    config,
    () => visits.count(),
    (path) => findHead(db, path, { origin: originOf(config), now: clock() }),
  );
  app.use(refuseUnknownPath);
  const refuse = createRefuse(log);
  const onError: ErrorRequestHandler = (error, request, response, next) =>
    response.headersSent ? next(error) : refuse(error, request, response);
  app.use(onError);
  return createDoor(app, {
    first: [nameRequest, timeRequests(metrics), headers(config), ...(deps.gate ? [deps.gate] : [])],
    limits: [limit],
    routes,
    serving,
    refuse,
  });
}
