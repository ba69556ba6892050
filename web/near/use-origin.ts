import { useMemo } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { words } from '../text/words.ts';
import { useLocate } from './locate.ts';
import type { Origin } from './reach.ts';

/** Where distances are measured from: the place chosen by hand, else the device, else nowhere. */
export function useOrigin(start: { place: LngLat; name: string } | null): Origin | null {
  const located = useLocate();
  const me = located.kind === 'found' ? located.place : null;
  return useMemo(() => {
    if (start) return { place: start.place, kind: 'start', name: start.name || words.chooseStart };
    return me ? { place: me, kind: 'me', name: words.me } : null;
  }, [start, me]);
}
