import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getSystemStatus, listAuditLog } from '../../api/audit-log/contract.ts';
import type { QueryInputOf } from '../../api/endpoint.ts';
import { call } from '../call.ts';

/** Keys begin with `own`: they go when another account signs in. */
const own = (...key: unknown[]) => ['own', 'system-desk', ...key];

const STATUS_EVERY_MS = 30_000;

export type LogFilter = Omit<QueryInputOf<typeof listAuditLog>, 'before' | 'limit'>;

/** The log page after page, each from the last line of the one before. */
export function useAuditLog(filter: LogFilter) {
  return useInfiniteQuery({
    queryKey: own('log', filter),
    queryFn: ({ pageParam, signal }) =>
      call(listAuditLog, {
        query: { ...filter, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSystemStatus() {
  return useQuery({
    queryKey: own('status'),
    queryFn: ({ signal }) => call(getSystemStatus, { signal }),
    refetchInterval: STATUS_EVERY_MS,
  });
}
