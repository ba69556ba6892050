import { accountRoutes } from './accounts/routes.ts';
import type { AppDeps } from './app.ts';
import { divisionRoutes } from './divisions/routes.ts';
import type { Route } from './http/serve.ts';
import { openingFigures, openingsWithin } from './openings/figures.ts';
import { openingRoutes } from './openings/routes.ts';
import { suggestSource } from './openings/suggest-source.ts';
import { searchRoutes } from './search/routes.ts';
import { nearestItemOfFixed, nearestItems } from './service-points/items.ts';
import { servicePointRoutes } from './service-points/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';

/** Every endpoint with what answers it, a line a feature. */
export function allRoutes(deps: AppDeps): Route[] {
  const { config, db, openings, servicePoints, search, visits, clock, linkSecret } = deps;
  return [
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
    ...accountRoutes({
      db,
      linkSecret,
      demo: config.seed === 'demo',
      canSendSms: config.seed === 'demo' || config.sms !== null,
      totpRequired: config.totpRequired,
      employersOf: async () => [],
      withdrawEverything: async () => {},
    }),
  ];
}
