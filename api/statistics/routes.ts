import { route, type Route } from '../http/serve.ts';
import type { ServicePointsModel } from '../service-points/model.ts';
import { getStatistics } from './contract.ts';
import type { Visits } from './visits.ts';

export function statisticsRoutes(deps: {
  /** Of what is published now. */
  figures: () => { openings: number; positions: number; employers: number };
  servicePoints: Pick<ServicePointsModel, 'all'>;
  visits: Pick<Visits, 'total'>;
}): Route[] {
  return [
    route(getStatistics, ({ now }) => {
      const points = deps.servicePoints.all();
      return {
        ...deps.figures(),
        servicePoints: points.length,
        terminals: points.reduce((sum, { terminals }) => sum + terminals.installed, 0),
        visits: deps.visits.total(),
        asOf: now.toISOString(),
      };
    }),
  ];
}
