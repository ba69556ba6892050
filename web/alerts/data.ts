import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  changeAlert,
  changeAlertOfLink,
  listAlerts,
  listAlertsOfLink,
  putAlert,
  type Rhythm,
  type Wanted,
} from '../../api/alerts/contract.ts';
import { listOpenings } from '../../api/openings/contract.ts';
import { call } from '../call.ts';

/** Whose alerts: of who is signed in, or with the token of a message. */
export type AlertsOf = { token: string } | 'mine';

/** `own`: dropped when somebody else signs in on this device. */
const mineKey = ['own', 'alerts'] as const;
const keyOf = (of: AlertsOf) => (of === 'mine' ? mineKey : (['alerts', of.token] as const));

export const useAlerts = (of: AlertsOf) =>
  useQuery({
    queryKey: keyOf(of),
    queryFn: ({ signal }) =>
      of === 'mine'
        ? call(listAlerts, { signal })
        : call(listAlertsOfLink, { params: { token: of.token }, signal }),
    retry: of === 'mine' ? undefined : false,
  });

export function usePutAlert() {
  const client = useQueryClient();
  return async (body: { filter: Wanted; rhythm: Rhythm }) => {
    client.setQueryData(mineKey, await call(putAlert, { body }));
  };
}

export function useChangeAlert(of: AlertsOf) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, rhythm }: { id: string; rhythm: Rhythm | 'off' }) =>
      of === 'mine'
        ? call(changeAlert, { params: { id }, body: { rhythm } })
        : call(changeAlertOfLink, { params: { token: of.token, id }, body: { rhythm } }),
    onSuccess: (all) => client.setQueryData(keyOf(of), all),
  });
}

export const recentDays = 7;
const shownRecent = 3;

/** The newest openings of an alert, a few of them. */
export const useRecent = (filter: Wanted) =>
  useQuery({
    queryKey: ['alert-openings', filter],
    queryFn: ({ signal }) =>
      call(listOpenings, {
        query: { ...filter, publishedWithinDays: recentDays, sort: 'newest', pageSize: shownRecent },
        signal,
      }),
    staleTime: 60_000,
  });
