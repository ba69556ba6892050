import { lazy, Suspense, useEffect, useState } from 'react';
import type { MapViewProps } from '../map/map-view-props.ts';
import { Guard } from '../ui/guard.tsx';

const MapView = lazy(() => import('../map/map-view.tsx').then((module) => ({ default: module.MapView })));

/** Longest wait for the list before the map is fetched anyway. */
const PATIENCE_MS = 3000;

/** True once the list is there and the browser has a quiet moment: the map's code must not delay the list. */
export function useMapWanted(listIsThere: boolean): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) return;
    const want = () => setWanted(true);
    if (!listIsThere) {
      const timer = setTimeout(want, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(want, 50);
    return () => clearTimeout(timer);
  }, [listIsThere, wanted]);
  return wanted;
}

/** False where WebGL 2 is missing: then the map's code is not even fetched. */
export function canDrawMap(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** The map, fetched when it is first drawn. Where its code does not arrive or breaks, the page goes on with the list alone. */
export function MapSlot(props: MapViewProps) {
  return (
    <Guard instead={null} onFail={props.onUnavailable}>
      <Suspense fallback={null}>
        <MapView {...props} />
      </Suspense>
    </Guard>
  );
}
