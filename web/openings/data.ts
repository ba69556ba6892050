import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import {
  getOpening,
  listOpenings,
  mapOpenings,
  type OpeningDetail,
  type OpeningFilter,
} from '../../api/openings/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { call } from '../call.ts';
import type { Sort } from './filter.ts';

export type OpeningList = ReplyOf<typeof listOpenings>;

const PAGE_SIZE = 20;
/** What a person asked for a moment ago need not be asked again when they come back to it. */
const FRESH_MS = 60_000;

/** The list, page after page; the old one stays until the new one is there. */
export function useOpenings(filter: OpeningFilter, sort: Sort, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['openings', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      call(listOpenings, { query: { ...filter, sort, page: pageParam, pageSize: PAGE_SIZE }, signal }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.pageSize < last.total ? last.page + 1 : undefined),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    enabled,
  });
}

/** Total and facets of a filter, without its items. */
export function countQuery(filter: OpeningFilter) {
  return {
    queryKey: ['opening-counts', filter],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(listOpenings, { query: { ...filter, page: 1, pageSize: 1 }, signal }),
    staleTime: FRESH_MS,
  } satisfies UseQueryOptions<OpeningList>;
}

export const useOpeningCounts = (filter: OpeningFilter, enabled = true) =>
  useQuery({ ...countQuery(filter), placeholderData: keepPreviousData, enabled });

export function useOpeningMap(filter: OpeningFilter, zoom: number, enabled: boolean) {
  return useQuery({
    queryKey: ['opening-map', filter, zoom],
    queryFn: ({ signal }) => call(mapOpenings, { query: { ...filter, zoom }, signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    enabled,
  });
}

export function useOpening(idOrCode: string, near: LngLat | null) {
  return useQuery({
    queryKey: ['opening', idOrCode, near],
    queryFn: ({ signal }): Promise<OpeningDetail> =>
      call(getOpening, {
        params: { idOrCode },
        query: near ? { near: [near.lng, near.lat] } : {},
        signal,
      }),
    staleTime: FRESH_MS,
  });
}
