import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  getServicePoint,
  listServicePoints,
  servicePointsGeoJson,
} from '../../api/service-points/contract.ts';
import type { QueryInputOf } from '../../api/endpoint.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { call } from '../call.ts';

type PointsQuery = QueryInputOf<typeof listServicePoints>;

/** Doors open and close on the minute; two minutes late is soon enough. */
const FRESH_MS = 2 * 60_000;
const refresh = { staleTime: FRESH_MS, refetchInterval: FRESH_MS } as const;

export function useServicePoints(query: PointsQuery, limit: number, enabled = true) {
  return useQuery({
    queryKey: ['points', query, limit],
    queryFn: ({ signal }) => call(listServicePoints, { query: { ...query, limit }, signal }),
    placeholderData: keepPreviousData,
    ...refresh,
    enabled,
  });
}

export function useServicePoint(id: string | null, near: LngLat | null) {
  return useQuery({
    queryKey: ['point', id, near],
    queryFn: ({ signal }) =>
      call(getServicePoint, {
        params: { id: id ?? '' },
        query: near ? { near: [near.lng, near.lat] } : {},
        signal,
      }),
    ...refresh,
    enabled: id !== null,
  });
}

/** Every point, for the map. */
export function usePointFeatures(enabled: boolean) {
  return useQuery({
    queryKey: ['point-features'],
    queryFn: ({ signal }) => call(servicePointsGeoJson, { signal }),
    ...refresh,
    enabled,
  });
}
