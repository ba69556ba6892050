import { accountRoutes } from './accounts/routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { forgetAlertsOf } from './alerts/store.ts';
import type { AppDeps } from './app.ts';
import { auditLogRoutes } from './audit-log/routes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { bulletinRoutes } from './bulletins/routes.ts';
import { findAnswering } from './applications/answering.ts';
import { applicationRoutes } from './applications/routes.ts';
import { wipeOwn } from './applications/store.ts';
import { originOf } from './config.ts';
import { divisionRoutes } from './divisions/routes.ts';
import { leaveEverywhere } from './employers/members-store.ts';
import { employerRoutes } from './employers/routes.ts';
import { employersOf } from './employers/store.ts';
import { freshnessRoutes } from './freshness/routes.ts';
import { helpLedgerRoutes } from './help-ledger/routes.ts';
import type { Route } from './http/serve.ts';
import { moderationRoutes } from './moderation/routes.ts';
import { openDataRoutes } from './open-data/routes.ts';
import { openingDeskRoutes } from './opening-desk/routes.ts';
import { openingStatisticsRoutes } from './opening-statistics/routes.ts';
import { openingFigures, openingsWithin } from './openings/figures.ts';
import { createNearestBytes } from './openings/nearest-bytes.ts';
import { openingRoutes } from './openings/routes.ts';
import { pointDeskRoutes } from './point-desk/routes.ts';
import { suggestSource } from './openings/suggest-source.ts';
import { recallClaims } from './reviews/asking-store.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { wordsRoutes } from './search/words-routes.ts';
import { nearestItemOfFixed, nearestItems } from './service-points/items.ts';
import { servicePointRoutes } from './service-points/routes.ts';
import { serviceTemplateRoutes } from './service-templates/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { terminalRoutes } from './terminals/routes.ts';

/** Every endpoint with what answers it, a line a feature. */
export function allRoutes(deps: AppDeps): Route[] {
  const { config, db, openings, servicePoints, search, visits, counters, clock, linkSecret } = deps;
  const { publicUrl } = config;
  return [
    ...openingRoutes({
      db,
      openings,
      search,
      nearestPoint: (place, now) => nearestItemOfFixed(servicePoints, place, now),
      nearestBytes: createNearestBytes(servicePoints),
      nearestPoints: (place, count, now) => nearestItems(servicePoints, place, count, now),
      count: counters.count,
      answeringOf: (opening, now) => findAnswering(db, opening, now),
    }),
    ...openDataRoutes({ db, linkSecret, origin: originOf(config) }),
    ...employerRoutes({ db, uploadsDir: config.uploadsDir }),
    ...openingDeskRoutes({ db }),
    ...reviewRoutes({ db }),
    ...applicationRoutes({ db, counters }),
    ...alertRoutes({ db, linkSecret }),
    ...freshnessRoutes({ db, linkSecret, origin: originOf(config) }),
    ...moderationRoutes({ db }),
    ...bulkRoutes({ db, clock, log: deps.log }),
    ...openingStatisticsRoutes(db),
    ...servicePointRoutes({
      servicePoints,
      openingsWithin: (place, metres, now) => openingsWithin(openings, place, metres, now),
    }),
    ...pointDeskRoutes({ db }),
    ...serviceTemplateRoutes({ db }),
    ...taskRoutes({ db }),
    ...staffRoutes({ db, linkSecret }),
    ...divisionRoutes(),
    ...searchRoutes({ search, source: suggestSource(openings, clock) }),
    ...wordsRoutes({ db, search }),
    ...auditLogRoutes({ db, search }),
    ...statisticsRoutes({ figures: () => openingFigures(openings, clock()), servicePoints, visits }),
    ...terminalRoutes({ db, openings, servicePoints, publicUrl }),
    ...bulletinRoutes({ db, openings, servicePoints, publicUrl }),
    ...helpLedgerRoutes({ db, openings, servicePoints, publicUrl }),
    ...accountRoutes({
      db,
      linkSecret,
      demo: config.seed === 'demo',
      canSendSms: config.seed === 'demo' || config.sms !== null,
      totpRequired: config.totpRequired,
      employersOf: (accountId) => employersOf(db, accountId),
      withdrawEverything: async (tx, accountId, now) => {
        await wipeOwn(tx, { accountId, id: null }, now);
        await recallClaims(tx, accountId, now);
        await leaveEverywhere(tx, accountId);
        await forgetAlertsOf(tx, accountId);
      },
    }),
  ];
}
