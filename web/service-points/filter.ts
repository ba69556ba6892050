import type { listServicePoints, PointLevel } from '../../api/service-points/contract.ts';
import type { QueryInputOf } from '../../api/endpoint.ts';
import type { Area } from '../../geodata/area.ts';
import type { Bounds } from '../../geodata/bounds.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import {
  matching,
  oneOf,
  readBound,
  readLngLat,
  readText,
  writeArea,
  writeBounds,
  writeLngLat,
} from '../address-values.ts';

const modes = ['walk', 'ebike', 'bus'] as const;
/** As the contract has them, which is not for the browser to carry. */
export const levels = ['county', 'town', 'village'] as const satisfies readonly PointLevel[];

/** What a person asks of service points; all of it is in the address, except where the person is. */
export type PointsState = {
  q: string | null;
  openNow: boolean;
  terminal: boolean;
  service: string | null;
  level: PointLevel | null;
  district: string | null;
  start: { place: LngLat; name: string } | null;
  mode: (typeof modes)[number] | null;
  withinMetres: number | null;
  view: Bounds | null;
  /** What was drawn on the map: it bounds the result in the place of circle and view. */
  area: Area | null;
  follow: boolean;
};

export const emptyPoints: PointsState = {
  q: null,
  openNow: false,
  terminal: false,
  service: null,
  level: null,
  district: null,
  start: null,
  mode: null,
  withinMetres: null,
  view: null,
  area: null,
  follow: true,
};

const VERSION = '1';

/** Reads the address. Total: whatever is broken in it is left out. */
export function readPoints(search: string): PointsState {
  const params = new URLSearchParams(search);
  const place = readLngLat(params.get('at'));
  return {
    q: readText(params.get('q'), 60),
    openNow: params.get('open') === '1',
    terminal: params.get('terminal') === '1',
    service: readText(params.get('service'), 40),
    level: oneOf(params.get('level'), levels),
    district: matching(params.get('district'), /^\d{6}$/),
    start: place ? { place, name: readText(params.get('from'), 40) ?? '' } : null,
    ...readBound(params, modes),
    follow: params.get('follow') !== '0',
  };
}

export function writePoints(state: PointsState): string {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  if (state.openNow) params.set('open', '1');
  if (state.terminal) params.set('terminal', '1');
  if (state.service) params.set('service', state.service);
  if (state.level) params.set('level', state.level);
  if (state.district) params.set('district', state.district);
  if (state.start) {
    params.set('at', writeLngLat(state.start.place));
    if (state.start.name) params.set('from', state.start.name);
  }
  if (state.mode) params.set('mode', state.mode);
  if (state.withinMetres) params.set('within', String(state.withinMetres));
  if (state.view) params.set('view', writeBounds(state.view));
  if (state.area) params.set('area', writeArea(state.area));
  if (!state.follow) params.set('follow', '0');
  const query = params.toString();
  return query ? `?v=${VERSION}&${query.replaceAll('%2C', ',')}` : '';
}

type PointsQuery = QueryInputOf<typeof listServicePoints>;
type Origin = { place: LngLat; withinMetres: number | null };

/** The part of a state that asks the server which points. */
export function pointsQuery(state: PointsState, origin: Origin | null, view: Bounds | null): PointsQuery {
  const fixed = (degrees: number) => Number(degrees.toFixed(7));
  return {
    openNow: state.openNow || undefined,
    terminal: state.terminal || undefined,
    service: state.service ?? undefined,
    level: state.level ?? undefined,
    district: state.district ?? undefined,
    q: state.q ?? undefined,
    near: origin ? [fixed(origin.place.lng), fixed(origin.place.lat)] : undefined,
    withinMetres: origin?.withinMetres ?? undefined,
    bbox: view ? [fixed(view.minLng), fixed(view.minLat), fixed(view.maxLng), fixed(view.maxLat)] : undefined,
    area: state.area ? [...state.area] : undefined,
  };
}

export function countPointConditions(state: PointsState): number {
  return [state.openNow, state.terminal, state.service, state.level, state.district].filter(Boolean).length;
}
