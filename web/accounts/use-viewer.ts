import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { getSession, signOut, type SessionReply, type ViewerReply } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { rememberAccount } from '../ui/account-mark.ts';

export type Viewer = ViewerReply;
export type Person = Extract<ViewerReply, { kind: 'person' }>;
export type StaffMember = Extract<ViewerReply, { kind: 'staff' }>;

export const sessionKey = ['session'] as const;
const FRESH_MS = 60_000;

/** Who is signed in; undefined while that is not known yet. */
export function useViewer() {
  const query = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call(getSession, { signal }),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: true,
  });
  const kind = query.data?.viewer.kind;
  useEffect(() => {
    if (kind) rememberAccount(kind === 'person' || kind === 'staff' ? kind : null);
  }, [kind]);
  return { ...query.data, error: query.error, refetch: query.refetch };
}

/** Puts a reply of signing in where every page reads it. */
export function useSetSession(): (session: SessionReply) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      const before = client.getQueryData<SessionReply>(sessionKey)?.viewer;
      client.setQueryData(sessionKey, session);
      // What another account was shown must not stay.
      if (accountOf(before) !== accountOf(session.viewer))
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'own' });
    },
    [client],
  );
}

/** Ends this session; whatever the answer, the page shows nobody. */
export function useSignOut(): () => Promise<void> {
  const setSession = useSetSession();
  const client = useQueryClient();
  return useCallback(async () => {
    await call(signOut);
    const demo = client.getQueryData<SessionReply>(sessionKey)?.demo ?? false;
    setSession({ viewer: { kind: 'nobody' }, demo });
    rememberAccount(null);
  }, [client, setSession]);
}

/** `person:7`, `staff:3`, or `nobody`: the name of a draft's owner. */
export function accountOf(viewer: Viewer | undefined): string {
  return viewer && 'id' in viewer ? `${viewer.kind}:${viewer.id}` : 'nobody';
}
