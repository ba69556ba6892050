import type { LngLat } from '../../geodata/lng-lat.ts';
import { listBytes } from '../http/reply-bytes.ts';
import { bytesRoute, rawRoute, route, type Route } from '../http/serve.ts';
import { Refusal } from '../refusals.ts';
import {
  getServicePoint,
  getServicePointsVersion,
  listServicePoints,
  servicePointsGeoJson,
} from './contract.ts';
import { toDetail } from './detail.ts';
import { geoJson } from './geo-json.ts';
import { itemEnd, itemStart } from './item-bytes.ts';
import type { ServicePointsModel } from './model.ts';
import { findServicePoints } from './query.ts';

const NEARBY_METRES = 3000;

/** Counts the openings published at an instant within a distance of a place. */
export type OpeningsWithin = (
  place: LngLat,
  metres: number,
  now: Date,
) => { openings: number; positions: number };

export function servicePointRoutes(deps: {
  servicePoints: ServicePointsModel;
  openingsWithin: OpeningsWithin;
}): Route[] {
  const { servicePoints, openingsWithin } = deps;
  return [
    bytesRoute(listServicePoints, ({ query, now }) => {
      const { points, ...figures } = findServicePoints(servicePoints.all(), query, now);
      const items = points.map(({ point, distanceMetres }) => [
        itemStart(point, now),
        itemEnd(distanceMetres),
      ]);
      return listBytes(`${JSON.stringify(figures).slice(0, -1)},"items":[`, items);
    }),

    bytesRoute(
      getServicePointsVersion,
      () => Buffer.from(JSON.stringify({ version: servicePoints.digest })),
      {
        isCounted: false,
      },
    ),

    rawRoute(servicePointsGeoJson, ({ now }, request, response) => {
      const { body, etag } = geoJson(servicePoints, now);
      // May be kept, must be asked for again: a point that opened a minute ago is open.
      response.set({
        'Cache-Control': 'public, no-cache',
        ETag: etag,
        'Content-Type': 'application/geo+json',
      });
      if (request.fresh) response.status(304).end();
      else response.end(body);
    }),

    route(getServicePoint, ({ params, query, now }) => {
      const point = servicePoints.get(params.id);
      if (!point) throw new Refusal('missing', 'service-point.missing', '没有这个服务点，可能已经撤并');
      return {
        ...toDetail(point, now, query.near && { lng: query.near[0], lat: query.near[1] }),
        openingsNearby: { withinMetres: NEARBY_METRES, ...openingsWithin(point.place, NEARBY_METRES, now) },
      };
    }),
  ];
}
