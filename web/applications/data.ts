import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type ApplicationState,
  type EmployerMove,
  listApplications,
  listMyApplications,
  moveApplication,
  setApplicationLimit,
  type UnsuitableReason,
  withdrawApplication,
} from '../../api/applications/contract.ts';
import type { ReplyOf } from '../../api/endpoint.ts';
import { call } from '../call.ts';

/** `own`: dropped when somebody else signs in on this device. */
export const mineKey = ['own', 'applications'] as const;
const inboxKey = ['own', 'inbox'] as const;

export const useMyApplications = (enabled = true) =>
  useQuery({
    queryKey: mineKey,
    queryFn: ({ signal }) => call(listMyApplications, { signal }),
    enabled,
    staleTime: 30_000,
  });

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(withdrawApplication, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: mineKey }),
  });
}

export type Inbox = ReplyOf<typeof listApplications>;
export type InboxFilter = { openingId: string | null; state: ApplicationState | null };

export const useInbox = (employerId: string, { openingId, state }: InboxFilter, pageSize: number) =>
  useQuery({
    queryKey: [...inboxKey, employerId, openingId, state, pageSize],
    queryFn: ({ signal }) =>
      call(listApplications, {
        params: { employerId },
        query: { openingId: openingId ?? undefined, state: state ?? undefined, page: 1, pageSize },
        signal,
      }),
    placeholderData: (before) => before,
    // Somebody waits for an answer: new messages come without asking for them.
    refetchInterval: 60_000,
  });

export type Move = { id: string; version: number; state: EmployerMove; reason?: UnsuitableReason };

export function useMove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Move) => call(moveApplication, { params: { id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  });
}

export function useLimit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ openingId, limit }: { openingId: string; limit: number | null }) =>
      call(setApplicationLimit, { params: { openingId }, body: { limit } }),
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  });
}
