import { insideOf } from '../../geodata/inside-area.ts';
import { createFew } from '../../geodata/nearest-few.ts';
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
  const { near, withinMetres, area, limit, ...filter } = query;
  const columns = columnsOf(points, now);
  let passing = passingOf(points, filter, now);
  if (area) {
    const isInside = insideOf(area);
    const inArea = (row: number) => isInside(points[row]!.place.lng, points[row]!.place.lat);
    passing = summedUp(points, columns.open, passing.rows.filter(inArea));
  }
  if (!near)
    return {
      ...passing.figures,
      points: [...passing.rows.subarray(0, limit)].map((row) => ({
        point: points[row]!,
        distanceMetres: undefined,
      })),
    };
  const place = { lng: near[0], lat: near[1] };
  if (withinMetres !== undefined) {
    const { x, y, z, open } = columns;
    const [x0, y0, z0] = onUnitSphere(place);
    const farthest = chordOfMetres(withinMetres);
    const isWithin = (row: number) =>
      (x[row]! - x0) ** 2 + (y[row]! - y0) ** 2 + (z[row]! - z0) ** 2 <= farthest;
    passing = summedUp(points, open, passing.rows.filter(isWithin));
  }
  const few = createFew(columns, place, limit, (row, other) => row < other);
  for (const row of passing.rows) few.offer(row);
  return {
    ...passing.figures,
    points: few.rows().map(({ row, chord }) => ({
      point: points[row]!,
      distanceMetres: Math.round(metresOfChord(chord)),
    })),
  };
}

/** Not what somebody drew: nothing is kept by that. */
type Filter = Omit<ServicePointQuery, 'near' | 'withinMetres' | 'area' | 'limit'>;
type Passing = { rows: Int32Array; figures: Omit<FoundPoints, 'points'> };

/** Filters differ by the box of a map: so many are kept of a minute. */
const mostKept = 500;
const kept = new WeakMap<readonly ServicePoint[], { minute: number; passing: Map<string, Passing> }>();

/** What passes a filter, wherever somebody stands: worked out once a minute, as who is open is. */
function passingOf(points: readonly ServicePoint[], filter: Filter, now: Date): Passing {
  const minute = Math.floor(now.getTime() / 60_000);
  let found = kept.get(points);
  if (found?.minute !== minute || found.passing.size >= mostKept)
    kept.set(points, (found = { minute, passing: new Map() }));
  const key = JSON.stringify(filter);
  let passing = found.passing.get(key);
  if (!passing) {
    const { open } = columnsOf(points, now);
    const accepts = createFilter(filter);
    const rows = Int32Array.from(points.keys()).filter((row) => accepts(points[row]!, open[row] === 1));
    found.passing.set(key, (passing = summedUp(points, open, rows)));
  }
  return passing;
}

function summedUp(points: readonly ServicePoint[], open: Uint8Array, rows: Int32Array): Passing {
  const figures = { total: rows.length, openNow: 0, withTerminal: 0 };
  for (const row of rows) {
    figures.openNow += open[row]!;
    figures.withTerminal += Number(hasWorkingTerminal(points[row]!));
  }
  return { rows, figures };
}

function createFilter(filter: Filter): (point: ServicePoint, isOpen: boolean) => boolean {
  const { bbox, district, town, terminal, openNow, service, level, q } = filter;
  const words = q?.split(/\s+/u) ?? [];
  return (point, isOpen) =>
    (district === undefined || point.district.code === district) &&
    (town === undefined || point.town?.code === town) &&
    (level === undefined || point.level === level) &&
    (bbox === undefined || inBox(bbox, point.place)) &&
    (terminal === undefined || hasWorkingTerminal(point) === terminal) &&
    (service === undefined || point.services.includes(service)) &&
    (openNow === undefined || isOpen === openNow) &&
    words.every((word) => named(point).includes(word));
}

const named = ({ name, address, town }: ServicePoint) => `${name} ${address} ${town?.name ?? ''}`;

function inBox(
  [minLng, minLat, maxLng, maxLat]: NonNullable<ServicePointQuery['bbox']>,
  { lng, lat }: LngLat,
): boolean {
  return lng >= minLng && lng <= maxLng && lat >= minLat && lat <= maxLat;
}
