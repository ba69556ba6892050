import { useQuery } from '@tanstack/react-query';
import { listDivisions } from '../../api/divisions/contract.ts';
import { getLedger } from '../../api/help-ledger/contract.ts';
import { listOpenings } from '../../api/openings/contract.ts';
import { listDeskPoints } from '../../api/point-desk/contract.ts';
import { getServicePoint } from '../../api/service-points/contract.ts';
import type { QueryInputOf } from '../../api/endpoint.ts';
import { call } from '../call.ts';

const MOST_POINTS = 2000;

/** The points one works for, by name. */
export function useOwnPoints() {
  return useQuery({
    queryKey: ['own', 'help-points'],
    queryFn: async ({ signal }) => {
      const { items } = await call(listDeskPoints, { query: { limit: MOST_POINTS }, signal });
      return items.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    },
    staleTime: 5 * 60_000,
  });
}

export function usePoint(id: string | null) {
  return useQuery({
    queryKey: ['point', id, null],
    queryFn: ({ signal }) => call(getServicePoint, { params: { id: id ?? '' }, signal }),
    staleTime: 5 * 60_000,
    enabled: id !== null,
  });
}

/** Towns of the city and villages of one county: where people come from. */
export function usePlaces(county: string | null) {
  return useQuery({
    queryKey: ['places', county],
    queryFn: async ({ signal }) => {
      const [towns, villages] = await Promise.all([
        call(listDivisions, { query: { level: 'town' }, signal }),
        call(listDivisions, { query: { level: 'village', under: county ?? undefined }, signal }),
      ]);
      return [...towns.divisions, ...villages.divisions];
    },
    staleTime: Infinity,
    enabled: county !== null,
  });
}

export type Asked = QueryInputOf<typeof listOpenings>;

/** The openings for what was asked at the desk; kept no longer than they are looked at. */
export function useFound(asked: Asked | null) {
  return useQuery({
    queryKey: ['help-found', asked],
    queryFn: ({ signal }) => call(listOpenings, { query: asked ?? {}, signal }),
    enabled: asked !== null,
    gcTime: 0,
  });
}

export type LedgerAsked = QueryInputOf<typeof getLedger>;

export function useLedger(asked: LedgerAsked) {
  return useQuery({
    queryKey: ['own', 'ledger', asked],
    queryFn: ({ signal }) => call(getLedger, { query: asked, signal }),
  });
}
