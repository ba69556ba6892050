import {
  educations,
  employmentTypes,
  experiences,
  sorts,
  type Education,
  type EmploymentType,
  type Experience,
  type OpeningFilter,
} from '../../api/openings/contract.ts';
import type { Area } from '../../geodata/area.ts';
import type { Bounds } from '../../geodata/bounds.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import {
  matching,
  oneOf,
  readBound,
  readLngLat,
  readText,
  readWhole,
  writeArea,
  writeBounds,
  writeLngLat,
} from '../address-values.ts';

export type Sort = (typeof sorts)[number];
/** How far 15 minutes reach; null means no circle. */
export type Mode = 'walk' | 'ebike' | 'bus';
export const modes: readonly Mode[] = ['walk', 'ebike', 'bus'];

/**
 * What a person looks for and how: the whole of it is in the address, except where the person is.
 * `start` is a place chosen by hand; the device's own position is kept elsewhere and never gets here.
 */
export type FindState = {
  q: string | null;
  /** The words as they stand: nothing in them becomes a filter. */
  literal: boolean;
  occupation: string | null;
  industry: string | null;
  district: string | null;
  town: string | null;
  salaryMin: number | null;
  education: Education | null;
  experience: Experience | null;
  employmentType: EmploymentType | null;
  benefits: readonly string[];
  publishedWithinDays: number | null;
  /** null: near first with a start, best match with words, else newest. */
  sort: Sort | null;
  start: { place: LngLat; name: string } | null;
  mode: Mode | null;
  /** A radius wider than any mode, from the offers of an empty result. */
  withinMetres: number | null;
  /** The searched part of the map. */
  view: Bounds | null;
  /** What was drawn on the map: it bounds the result in the place of circle and view. */
  area: Area | null;
  /** One address whose openings are being looked at. */
  spot: LngLat | null;
  /** Search as the map moves. */
  follow: boolean;
};

export const emptyFind: FindState = {
  q: null,
  literal: false,
  occupation: null,
  industry: null,
  district: null,
  town: null,
  salaryMin: null,
  education: null,
  experience: null,
  employmentType: null,
  benefits: [],
  publishedWithinDays: null,
  sort: null,
  start: null,
  mode: null,
  withinMetres: null,
  view: null,
  area: null,
  spot: null,
  follow: true,
};

/** The shape of the address. Another number will mean that old links are read by other rules. */
const VERSION = '1';

/** Reads the address. Total: whatever is broken in it is left out, the rest holds. */
export function readFind(search: string): FindState {
  const params = new URLSearchParams(search);
  const get = (name: string) => params.get(name);
  const place = readLngLat(get('at'));
  const benefits = [
    ...new Set((get('benefits') ?? '').split(',').flatMap((word) => readText(word, 20) ?? [])),
  ];
  return {
    q: readText(get('q'), 200),
    literal: get('literal') === '1',
    occupation: readText(get('occupation'), 60),
    industry: matching(get('industry'), /^[A-T]$/),
    district: matching(get('district'), /^\d{6}$/),
    town: matching(get('town'), /^\d{9}$/),
    salaryMin: readWhole(get('pay'), 1, 1_000_000),
    education: oneOf(get('education'), educations),
    experience: oneOf(get('experience'), experiences),
    employmentType: oneOf(get('type'), employmentTypes),
    benefits: benefits.slice(0, 10),
    publishedWithinDays: readWhole(get('days'), 1, 3650),
    sort: oneOf(get('sort'), sorts),
    start: place ? { place, name: readText(get('from'), 40) ?? '' } : null,
    ...readBound(params, modes),
    spot: readLngLat(get('spot')),
    follow: get('follow') !== '0',
  };
}

/** The address for a state, `?…` or empty; reading it again gives the same state. */
export function writeFind(state: FindState): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | null | false) => {
    if (value !== null && value !== false && value !== '') params.set(name, String(value));
  };
  set('q', state.q);
  set('literal', state.literal && '1');
  set('occupation', state.occupation);
  set('industry', state.industry);
  set('district', state.district);
  set('town', state.town);
  set('pay', state.salaryMin);
  set('education', state.education);
  set('experience', state.experience);
  set('type', state.employmentType);
  set('benefits', state.benefits.join(','));
  set('days', state.publishedWithinDays);
  set('sort', state.sort);
  set('at', state.start && writeLngLat(state.start.place));
  set('from', state.start && state.start.name);
  set('mode', state.mode);
  set('within', state.withinMetres);
  set('view', state.view && writeBounds(state.view));
  set('area', state.area && writeArea(state.area));
  // An address is a point: seven digits (1 cm), or the openings there would not be found again.
  set('spot', state.spot && writeLngLat(state.spot, 7));
  set('follow', !state.follow && '0');
  const query = params.toString();
  return query ? `?v=${VERSION}&${query.replaceAll('%2C', ',')}` : '';
}

/** What a person counts as a condition: shown on the filter button and taken off by 清空. */
export function countConditions(state: FindState): number {
  const single = [
    state.occupation,
    state.industry,
    state.district,
    state.town,
    state.salaryMin,
    state.education,
    state.experience,
    state.employmentType,
    state.publishedWithinDays,
    state.area ?? state.mode ?? state.withinMetres,
  ];
  return single.filter((value) => value !== null).length + state.benefits.length;
}

/** Takes every condition off; the words, the start and the sort stay. */
export function clearConditions(state: FindState): FindState {
  return { ...emptyFind, q: state.q, start: state.start, sort: state.sort, follow: state.follow };
}

/** Half the side of the box that holds one address: 1e-5 degrees is about a metre. */
const SPOT_DEGREES = 0.00002;

type Origin = { place: LngLat; withinMetres: number | null };

/** The part of a state that asks the server which openings; the same for list, facets and map. */
export function filterQuery(state: FindState, origin: Origin | null, view: Bounds | null): OpeningFilter {
  const box = state.spot
    ? {
        minLng: state.spot.lng - SPOT_DEGREES,
        minLat: state.spot.lat - SPOT_DEGREES,
        maxLng: state.spot.lng + SPOT_DEGREES,
        maxLat: state.spot.lat + SPOT_DEGREES,
      }
    : view;
  const fixed = (degrees: number) => Number(degrees.toFixed(7));
  return {
    q: state.q ?? undefined,
    literal: state.literal && state.q ? true : undefined,
    occupation: state.occupation ?? undefined,
    industry: state.industry ?? undefined,
    district: state.district ?? undefined,
    town: state.town ?? undefined,
    salaryMin: state.salaryMin ?? undefined,
    education: state.education ?? undefined,
    experience: state.experience ?? undefined,
    employmentType: state.employmentType ?? undefined,
    benefits: state.benefits.length > 0 ? [...state.benefits] : undefined,
    publishedWithinDays: state.publishedWithinDays ?? undefined,
    near: origin ? [fixed(origin.place.lng), fixed(origin.place.lat)] : undefined,
    withinMetres: origin?.withinMetres ?? undefined,
    bbox: box ? [fixed(box.minLng), fixed(box.minLat), fixed(box.maxLng), fixed(box.maxLat)] : undefined,
    area: state.area ? [...state.area] : undefined,
  };
}

/** The order the list is in when the person chose none. */
export function effectiveSort(state: FindState, hasOrigin: boolean): Sort {
  if (state.sort === 'distance' && !hasOrigin) return state.q ? 'relevance' : 'newest';
  if (state.sort === 'relevance' && !state.q) return hasOrigin ? 'distance' : 'newest';
  return state.sort ?? (hasOrigin ? 'distance' : state.q ? 'relevance' : 'newest');
}
