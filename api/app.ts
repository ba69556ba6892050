import compression from 'compression';
import express, { type Express } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from './config.ts';
import { divisionRoutes } from './divisions/routes.ts';
import { headers, permissions } from './http/headers.ts';
import { serveHealth } from './http/health.ts';
import { limitRate } from './http/limit-rate.ts';
import { type Metrics, timeRequests } from './http/metrics.ts';
import { describeApi } from './http/openapi.ts';
import { servePages } from './http/pages.ts';
import { refuse, refuseUnknownPath } from './http/refuse.ts';
import { serve } from './http/serve.ts';
import type { OpeningsModel } from './openings/model.ts';
import { openingRoutes } from './openings/routes.ts';
import { searchRoutes } from './search/routes.ts';
import type { Search } from './search/search.ts';
import { suggestSource } from './openings/suggest-source.ts';
import type { ServicePointsModel } from './service-points/model.ts';
import { nearestItemOfFixed, nearestItems } from './service-points/items.ts';
import { servicePointRoutes } from './service-points/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import type { Visits } from './statistics/visits.ts';
import { openingFigures, openingsWithin } from './openings/figures.ts';

export type AppDeps = {
  config: Pick<Config, 'basemap' | 'mapApprovalNumber' | 'publicUrl' | 'rateLimitPerMinute' | 'trustProxy'>;
  db: pg.Pool;
  openings: OpeningsModel;
  servicePoints: ServicePointsModel;
  search: Search;
  visits: Visits;
  metrics: Metrics;
  clock: () => Date;
  log: Logger;
};

/** The whole server, from its parts alone: no environment, no listening. */
export function createApp(deps: AppDeps): Express {
  const { config, db, openings, servicePoints, search, visits, metrics, clock, log } = deps;
  const routes = [
    ...openingRoutes({
      db,
      openings,
      search,
      nearestPoint: (place, now) => nearestItemOfFixed(servicePoints, place, now),
      nearestPoints: (place, count, now) => nearestItems(servicePoints, place, count, now),
    }),
    ...servicePointRoutes({
      servicePoints,
      openingsWithin: (place, metres, now) => openingsWithin(openings, place, metres, now),
    }),
    ...divisionRoutes(),
    ...searchRoutes({ search, source: suggestSource(openings, clock) }),
    ...statisticsRoutes({ figures: () => openingFigures(openings, clock()), servicePoints, visits }),
  ];
  const description = describeApi(routes.map((route) => route.endpoint));

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy);
  app.use(pinoHttp({ logger: log, autoLogging: false, genReqId: () => crypto.randomUUID() }));
  app.use(timeRequests(metrics));
  app.use(headers(config), permissions);
  serveHealth(app, { search });
  app.use(compression());
  app.use('/api', limitRate(config.rateLimitPerMinute));
  for (const route of routes) serve(app, route, clock);
  app.get('/api/openapi.json', (_request, response) => void response.json(description));
  app.use('/api', refuseUnknownPath);
  servePages(app, config, () => visits.count());
  app.use(refuseUnknownPath);
  app.use(refuse(log));
  return app;
}
