import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Bounds } from '../../geodata/bounds.ts';
import { reachMetres } from '../near/reach.ts';
import { useOrigin } from '../near/use-origin.ts';
import { pointsQuery, readPoints, writePoints, type PointsState } from '../service-points/filter.ts';
import { urls } from './urls.ts';

/** What is asked of service points, read from the address and written to it. */
export function usePoints(search: string) {
  const [, navigate] = useLocation();
  const state = useMemo(() => readPoints(search), [search]);
  const origin = useOrigin(state.start);
  const [privateView, setPrivateView] = useState<Bounds | null>(null);
  const isMe = origin?.kind === 'me';
  const withinMetres = origin ? (state.withinMetres ?? (state.mode ? reachMetres(state.mode) : null)) : null;
  const view = state.area || withinMetres !== null ? null : (state.view ?? (isMe ? privateView : null));
  const go = useCallback(
    (next: PointsState, replace = false) => navigate(urls.points(writePoints(next)), { replace }),
    [navigate],
  );
  const change = useCallback(
    (patch: Partial<PointsState>, replace = false) =>
      go({ ...state, ...(patch.mode && { area: null }), ...patch }, replace),
    [go, state],
  );
  const setView = useCallback(
    (next: Bounds | null) => {
      if (isMe) setPrivateView(next);
      if (!isMe || state.view) go({ ...state, view: isMe ? null : next }, true);
    },
    [isMe, go, state],
  );
  const query = useMemo(
    () => pointsQuery(state, origin && { place: origin.place, withinMetres }, view),
    [state, origin, withinMetres, view],
  );
  return { state, origin, query, view, withinMetres, go, change, setView };
}

export type Points = ReturnType<typeof usePoints>;
