import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { QueryOf, ReplyOf } from '../endpoint.ts';
import type { listServicePoints } from './contract.ts';
import { hasWorkingTerminal, isOpen, toItem } from './items.ts';
import type { ServicePoint } from './model.ts';

export type ServicePointQuery = QueryOf<typeof listServicePoints>;

/**
 * The points a query asks for, nearest first with `near`, else in the order given, with the figures of all of them
 * before `limit`. `terminal=false` and `openNow=false` ask for the others.
 */
export function findServicePoints(
  points: readonly ServicePoint[],
  query: ServicePointQuery,
  now: Date,
): ReplyOf<typeof listServicePoints> {
  const near = query.near && { lng: query.near[0], lat: query.near[1] };
  const withinMetres = query.withinMetres ?? Infinity;
  const accepts = createFilter(query, now);
  const found: { point: ServicePoint; metres: number }[] = [];
  for (const point of points) {
    if (!accepts(point)) continue;
    const metres = near ? distanceMetres(near, point.place) : 0;
    if (metres <= withinMetres) found.push({ point, metres });
  }
  if (near) found.sort((a, b) => a.metres - b.metres);
  return {
    total: found.length,
    openNow: found.filter(({ point }) => isOpen(point, now)).length,
    withTerminal: found.filter(({ point }) => hasWorkingTerminal(point)).length,
    items: found.slice(0, query.limit).map(({ point }) => toItem(point, now, near)),
  };
}

function createFilter(query: ServicePointQuery, now: Date): (point: ServicePoint) => boolean {
  const { bbox, district, town, terminal, openNow, service } = query;
  return (point) =>
    (district === undefined || point.district.code === district) &&
    (town === undefined || point.town?.code === town) &&
    (bbox === undefined || inBox(bbox, point.place)) &&
    (terminal === undefined || hasWorkingTerminal(point) === terminal) &&
    (service === undefined || point.services.includes(service)) &&
    (openNow === undefined || isOpen(point, now) === openNow);
}

function inBox(
  [minLng, minLat, maxLng, maxLat]: NonNullable<ServicePointQuery['bbox']>,
  { lng, lat }: LngLat,
): boolean {
  return lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat;
}
