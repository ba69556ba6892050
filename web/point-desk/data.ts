import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnyEndpoint, QueryInputOf } from '../../api/endpoint.ts';
import {
  confirmPoint,
  type DeskPoint,
  getDeskPoint,
  getPointVersion,
  listDeskPoints,
  listPointVersions,
} from '../../api/point-desk/contract.ts';
import { listServiceTemplates } from '../../api/service-templates/contract.ts';
import { listColleagues } from '../../api/staff/contract.ts';
import { listTasks } from '../../api/tasks/contract.ts';
import { call } from '../call.ts';

/** Keys begin with `own`: they go when another account signs in. */
const own = (...key: unknown[]) => ['own', 'point-desk', ...key];

/** Tasks come by themselves: looked for again while the page is open. */
const TASKS_EVERY_MS = 30_000;

/** @param isAsked false for those who have no tasks */
export function useTasks(isAsked = true) {
  return useQuery({
    queryKey: own('tasks'),
    enabled: isAsked,
    queryFn: ({ signal }) => call(listTasks, { query: { limit: 200 }, signal }),
    refetchInterval: TASKS_EVERY_MS,
    refetchOnWindowFocus: true,
  });
}

export function useDeskPoints(query: QueryInputOf<typeof listDeskPoints>) {
  return useQuery({
    queryKey: own('points', query),
    queryFn: ({ signal }) => call(listDeskPoints, { query, signal }),
    placeholderData: (before) => before,
  });
}

export function useDeskPoint(id: string) {
  return useQuery({
    queryKey: own('point', id),
    queryFn: ({ signal }) => call(getDeskPoint, { params: { id }, signal }),
  });
}

export function usePointVersions(id: string, version: number) {
  return useQuery({
    queryKey: own('versions', id, version),
    queryFn: ({ signal }) => call(listPointVersions, { params: { id }, signal }),
  });
}

export function usePointVersion(id: string, version: number | null) {
  return useQuery({
    queryKey: own('version', id, version),
    queryFn: ({ signal }) => call(getPointVersion, { params: { id, version: String(version) }, signal }),
    enabled: version !== null,
    staleTime: Infinity,
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: own('templates'),
    queryFn: ({ signal }) => call(listServiceTemplates, { signal }),
  });
}

export function useColleagues() {
  return useQuery({
    queryKey: own('people'),
    queryFn: ({ signal }) => call(listColleagues, { signal }),
  });
}

/** Everything on this page and on the public pages that may have changed is asked for again. */
export function useRefresh(): (point?: DeskPoint) => Promise<void> {
  const client = useQueryClient();
  return async (point) => {
    if (point) client.setQueryData(own('point', point.id), point);
    await client.invalidateQueries({
      predicate: ({ queryKey: [first, second] }) =>
        (first === 'own' && second === 'point-desk') ||
        first === 'points' ||
        first === 'point' ||
        first === 'point-features',
    });
  };
}

/** A deed with one call; afterwards everything is asked for again. */
export function useDeed<E extends AnyEndpoint>(endpoint: E, onDone?: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (asked: Parameters<typeof call<E>>[1]) => call(endpoint, asked),
    onSuccess: async () => {
      onDone?.();
      await refresh();
    },
  });
}

export const useConfirmPoint = (onDone: () => void) => useDeed(confirmPoint, onDone);
