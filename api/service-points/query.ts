import { chordOfMetres, metresOfChord, onUnitSphere } from '../../geodata/unit-sphere.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { QueryOf } from '../endpoint.ts';
import type { listServicePoints } from './contract.ts';
import { columnsOf } from './columns.ts';
import { hasWorkingTerminal } from './items.ts';
import type { ServicePoint } from './model.ts';

export type ServicePointQuery = QueryOf<typeof listServicePoints>;

export type FoundPoints = {
  total: number;
  openNow: number;
  withTerminal: number;
  points: { point: ServicePoint; distanceMetres: number | undefined }[];
};

/**
 * The points a query asks for, nearest first with `near`, else in the order given, with the figures of all of them
 * before `limit`. `terminal=false` and `openNow=false` ask for the others.
 */
export function findServicePoints(
  points: readonly ServicePoint[],
  query: ServicePointQuery,
  now: Date,
): FoundPoints {
  const near = query.near && { lng: query.near[0], lat: query.near[1] };
  const { x, y, z, open } = columnsOf(points, now);
  const [x0, y0, z0] = near ? onUnitSphere(near) : [0, 0, 0];
  const farthest = near ? chordOfMetres(query.withinMetres ?? Infinity) : Infinity;
  const accepts = createFilter(query);
  const best: Placed[] = [];
  let total = 0;
  let openNow = 0;
  let withTerminal = 0;
  for (const [at, point] of points.entries()) {
    const isOpenNow = open[at] === 1;
    if (!accepts(point, isOpenNow)) continue;
    const chord = near ? (x[at]! - x0) ** 2 + (y[at]! - y0) ** 2 + (z[at]! - z0) ** 2 : 0;
    if (chord > farthest) continue;
    total++;
    if (near) insert(best, { point, chord }, query.limit);
    else if (best.length < query.limit) best.push({ point, chord });
    openNow += Number(isOpenNow);
    withTerminal += Number(hasWorkingTerminal(point));
  }
  return {
    total,
    openNow,
    withTerminal,
    points: best.map(({ point, chord }) => ({
      point,
      distanceMetres: near && Math.round(metresOfChord(chord)),
    })),
  };
}

type Placed = { point: ServicePoint; chord: number };

/** Puts one among the nearest, of which `most` are kept; ties in the order they come. */
function insert(best: Placed[], placed: Placed, most: number): void {
  if (best.length === most && placed.chord >= best[most - 1]!.chord) return;
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (best[middle]!.chord <= placed.chord) from = middle + 1;
    else to = middle;
  }
  best.splice(from, 0, placed);
  if (best.length > most) best.pop();
}

function createFilter(query: ServicePointQuery): (point: ServicePoint, isOpen: boolean) => boolean {
  const { bbox, district, town, terminal, openNow, service, level } = query;
  return (point, isOpen) =>
    (district === undefined || point.district.code === district) &&
    (town === undefined || point.town?.code === town) &&
    (level === undefined || point.level === level) &&
    (bbox === undefined || inBox(bbox, point.place)) &&
    (terminal === undefined || hasWorkingTerminal(point) === terminal) &&
    (service === undefined || point.services.includes(service)) &&
    (openNow === undefined || isOpen === openNow);
}

function inBox(
  [minLng, minLat, maxLng, maxLat]: NonNullable<ServicePointQuery['bbox']>,
  { lng, lat }: LngLat,
): boolean {
  return lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat;
}
