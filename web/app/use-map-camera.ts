import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MapGroup } from '../../api/openings/contract.ts';
import { boundsOf, type Bounds } from '../../geodata/bounds.ts';
import type { MapViewProps, Viewport } from '../map/map-view-props.ts';
import { boundsAround } from './viewport.ts';
import type { Origin } from '../near/reach.ts';

export type Camera = MapViewProps['camera'];

type Wanted = {
  /** The divisions and words that bound the result: another one is worth looking at as a whole. */
  subject: string;
  origin: Origin | null;
  withinMetres: number | null;
  /** Groups of the present filter, null while they are being fetched. */
  groups: readonly MapGroup[] | null;
  /** What covers the map's lower edge, CSS px: a circle is looked at again when that changes. */
  covered: number;
};

/** Zoom at which a start without a circle is looked at: some two kilometres across on a phone. */
const START_ZOOM = 13.2;
/** A few degrees round a single hit, so that it is not looked at from nearest. */
const LEAST_SPAN_DEGREES = 0.02;

function roomy(bounds: Bounds): Bounds {
  const lng = Math.max(0, LEAST_SPAN_DEGREES - (bounds.maxLng - bounds.minLng)) / 2;
  const lat = Math.max(0, LEAST_SPAN_DEGREES - (bounds.maxLat - bounds.minLat)) / 2;
  return {
    minLng: bounds.minLng - lng,
    minLat: bounds.minLat - lat,
    maxLng: bounds.maxLng + lng,
    maxLat: bounds.maxLat + lat,
  };
}

/**
 * Where the page asks the camera to go: to the circle when there is a new one, to the hits when the subject changes.
 * It never follows a list that only got shorter, and never moves before anything was asked.
 */
export function useMapCamera({ subject, origin, withinMetres, groups, covered }: Wanted) {
  const [camera, setCamera] = useState<Camera>(null);
  const [view, setView] = useState<{ viewport: Viewport; bounds: Bounds } | null>(null);
  const circle = useMemo(
    () => (origin && withinMetres !== null ? boundsAround(origin.place, withinMetres * 1.12) : null),
    [origin, withinMetres],
  );
  const before = useRef({ subject, origin, circle });
  const [fitHits, setFitHits] = useState(false);

  useEffect(() => {
    const { current } = before;
    if (circle && circle !== current.circle) isOurs.current = true;
    else if (origin && origin !== current.origin) setCamera({ centre: origin.place, zoom: START_ZOOM });
    else if (subject !== current.subject && !circle) setFitHits(true);
    before.current = { subject, origin, circle };
  }, [subject, origin, circle]);

  useEffect(() => {
    if (!fitHits || !groups) return;
    setFitHits(false);
    const bounds = boundsOf(groups);
    if (bounds) setCamera({ bounds: roomy(bounds) });
  }, [fitHits, groups]);

  const isOurs = useRef(true);
  useEffect(() => {
    if (circle && isOurs.current) setCamera({ bounds: circle });
  }, [circle, covered]);

  const onMove = useCallback((viewport: Viewport, bounds: Bounds, byPerson: boolean) => {
    isOurs.current = !byPerson;
    setView({ viewport, bounds });
  }, []);
  return { camera, setCamera, view, onMove, circle };
}
