import { useCallback, useEffect, useState } from 'react';

export type Snap = 'peek' | 'half' | 'full';
export const snaps: readonly Snap[] = ['peek', 'half', 'full'];

type HistoryMark = { sheet?: Snap; raisedFrom?: Snap } | null;

const mark = (): HistoryMark => history.state as HistoryMark;

/**
 * How high the sheet stands. Raising it makes an entry in the history, so that Back lowers it one step; lowering it
 * by hand goes back over that entry instead of adding another.
 */
export function useSheetSnap(initial: Snap): [Snap, (next: Snap) => void] {
  const [snap, setSnap] = useState<Snap>(() => mark()?.sheet ?? initial);
  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      const sheet = (event.state as HistoryMark)?.sheet;
      if (sheet) setSnap(sheet);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  const move = useCallback(
    (next: Snap) => {
      if (next === snap) return;
      setSnap(next);
      const isRaise = snaps.indexOf(next) > snaps.indexOf(snap);
      if (isRaise) {
        history.replaceState({ ...mark(), sheet: snap }, '');
        history.pushState({ sheet: next, raisedFrom: snap }, '', location.href);
      } else if (mark()?.raisedFrom === next) history.back();
      else history.replaceState({ ...mark(), sheet: next, raisedFrom: undefined }, '');
    },
    [snap],
  );
  return [snap, move];
}
