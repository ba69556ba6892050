import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { boundsOf, type Bounds } from '../../geodata/bounds.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { MapViewProps, Viewport } from '../map/map-view-props.ts';
import { boundsAround, padded } from './viewport.ts';
import type { Origin } from '../near/reach.ts';

export type Camera = MapViewProps['camera'];

type Wanted = {
  /** The divisions and words that bound the result: another one is worth looking at as a whole. */
  subject: string;
  origin: Origin | null;
  withinMetres: number | null;
  /** The first view is of the city, and the subject is not that. */
  isAskedAtFirst: boolean;
  /** Where the hits are, null while they are being fetched or when something on the ground bounds them. */
  hits: readonly LngLat[] | null;
  /** A new start is no reason to leave what is looked at. */
  stays: boolean;
  /** What covers the map's lower edge, CSS px: a circle is looked at again when that changes. */
  covered: number;
};

/** Zoom at which a start without a circle is looked at: some two kilometres across on a phone. */
const START_ZOOM = 13.2;
/** Round a single hit, so that it is not looked at from nearest: the width of a town. */
const LEAST_SPAN_DEGREES = 0.06;

/** Bubbles at the very edge would be cut, or lie under what floats there. */
const ROOM_AROUND = 0.12;

function roomy(hits: Bounds): Bounds {
  const bounds = padded(hits, ROOM_AROUND);
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
export function useMapCamera(wanted: Wanted) {
  const { subject, isAskedAtFirst, origin, withinMetres, hits, stays, covered } = wanted;
  const [camera, setCamera] = useState<Camera>(null);
  const [view, setView] = useState<{ viewport: Viewport; bounds: Bounds } | null>(null);
  const circle = useMemo(
    () => (origin && withinMetres !== null ? boundsAround(origin.place, withinMetres * 1.12) : null),
    [origin, withinMetres],
  );
  const before = useRef({ subject, origin, circle });
  const [fitHits, setFitHits] = useState(isAskedAtFirst);

  useEffect(() => {
    const { current } = before;
    if (circle && circle !== current.circle) isOurs.current = true;
    else if (origin && origin !== current.origin && !stays)
      setCamera({ centre: origin.place, zoom: START_ZOOM });
    else if (subject !== current.subject && !circle) setFitHits(true);
    before.current = { subject, origin, circle };
  }, [subject, origin, circle, stays]);

  useEffect(() => {
    if (!fitHits || !hits) return;
    setFitHits(false);
    const bounds = boundsOf(hits);
    if (bounds) setCamera({ bounds: roomy(bounds) });
  }, [fitHits, hits]);

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
