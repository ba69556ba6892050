import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Bounds } from '../../geodata/bounds.ts';
import { reachMetres } from '../near/reach.ts';
import { useOrigin } from '../near/use-origin.ts';
import { effectiveSort, filterQuery, readFind, type FindState } from '../openings/filter.ts';
import { urls } from './urls.ts';

type How = { replace?: boolean };

/**
 * What is looked for, read from the address and written to it, with where the person is put in.
 * The area that follows the map of somebody who was located is kept out of the address: it would tell where they are.
 */
export function useFind(search: string) {
  const [, navigate] = useLocation();
  const state = useMemo(() => readFind(search), [search]);
  const origin = useOrigin(state.start);
  const [privateArea, setPrivateArea] = useState<Bounds | null>(null);
  const isMe = origin?.kind === 'me';

  const withinOf = useCallback(
    ({ withinMetres, mode }: FindState) =>
      origin ? (withinMetres ?? (mode ? reachMetres(mode) : null)) : null,
    [origin],
  );
  const areaOf = useCallback(
    (asked: FindState) => (withinOf(asked) === null ? (asked.area ?? (isMe ? privateArea : null)) : null),
    [withinOf, isMe, privateArea],
  );
  const queryOf = useCallback(
    (asked: FindState) =>
      filterQuery(
        asked,
        origin && { place: origin.place, withinMetres: asked.spot ? null : withinOf(asked) },
        areaOf(asked),
      ),
    [origin, withinOf, areaOf],
  );
  const go = useCallback(
    (next: FindState, how: How = {}) => navigate(urls.find(next), { replace: how.replace ?? false }),
    [navigate],
  );
  const change = useCallback(
    (patch: Partial<FindState>, how?: How) => go({ ...state, ...patch }, how),
    [go, state],
  );
  const setArea = useCallback(
    (area: Bounds | null) => {
      if (isMe) setPrivateArea(area);
      if (!isMe || state.area) go({ ...state, area: isMe ? null : area }, { replace: true });
    },
    [isMe, go, state],
  );
  const filter = useMemo(() => queryOf(state), [queryOf, state]);
  return {
    state,
    origin,
    filter,
    queryOf,
    go,
    change,
    setArea,
    area: areaOf(state),
    withinMetres: withinOf(state),
    withinOf,
    sortOf: (asked: FindState) => effectiveSort(asked, origin !== null),
    forgetArea: () => setPrivateArea(null),
  };
}

export type Find = ReturnType<typeof useFind>;
