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
 * The view that follows the map of somebody who was located is kept out of the address: it would tell where they are.
 */
export function useFind(search: string) {
  const [, navigate] = useLocation();
  const state = useMemo(() => readFind(search), [search]);
  const origin = useOrigin(state.start);
  const [privateView, setPrivateView] = useState<Bounds | null>(null);
  const isMe = origin?.kind === 'me';

  const withinOf = useCallback(
    ({ area, withinMetres, mode }: FindState) =>
      origin && !area ? (withinMetres ?? (mode ? reachMetres(mode) : null)) : null,
    [origin],
  );
  const viewOf = useCallback(
    (asked: FindState) =>
      asked.area || withinOf(asked) !== null ? null : (asked.view ?? (isMe ? privateView : null)),
    [withinOf, isMe, privateView],
  );
  const queryOf = useCallback(
    (asked: FindState) =>
      filterQuery(
        asked,
        origin && { place: origin.place, withinMetres: asked.spot ? null : withinOf(asked) },
        viewOf(asked),
      ),
    [origin, withinOf, viewOf],
  );
  const go = useCallback(
    (next: FindState, how: How = {}) => navigate(urls.find(next), { replace: how.replace ?? false }),
    [navigate],
  );
  const change = useCallback(
    (patch: Partial<FindState>, how?: How) =>
      // A circle takes the place of an area, as an area takes its.
      go({ ...state, ...(patch.mode && { area: null }), ...patch }, how),
    [go, state],
  );
  const setView = useCallback(
    (view: Bounds | null) => {
      if (isMe) setPrivateView(view);
      if (!isMe || state.view) go({ ...state, view: isMe ? null : view }, { replace: true });
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
    setView,
    view: viewOf(state),
    withinMetres: withinOf(state),
    withinOf,
    sortOf: (asked: FindState) => effectiveSort(asked, origin !== null),
    forgetView: () => setPrivateView(null),
  };
}

export type Find = ReturnType<typeof useFind>;
