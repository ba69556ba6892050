import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { boundsOfArea, type Area } from '../../geodata/area.ts';
import type { Bounds } from '../../geodata/bounds.ts';
import type { Viewport } from '../map/map-view-props.ts';
import { forgetMe, locateMe, useLocate } from '../near/locate.ts';
import type { Start } from '../near/start-chooser.tsx';
import { namesOf } from '../openings/conditions.ts';
import { useOpeningCounts, useOpeningMap, useOpenings } from '../openings/data.ts';
import { useAllFacets } from '../openings/use-facets.ts';
import { usePointFeatures, useServicePoints } from '../service-points/data.ts';
import { emptyPoints, writePoints, type PointsState } from '../service-points/filter.ts';
import { emptyFind } from '../openings/filter.ts';
import { canDrawMap, useMapWanted } from './map-slot.tsx';
import { urls } from './urls.ts';
import { useFind } from './use-find.ts';
import { useMapCamera } from './use-map-camera.ts';
import { usePoints } from './use-points.ts';
import { boundsAround, edgesOf, firstViewport, padded, wholeCity } from './viewport.ts';

export type MapRoute = {
  layer: 'openings' | 'points';
  /** The address's query of each layer; the one not shown keeps its last. */
  findSearch: string;
  pointsSearch: string;
  pointId: string | null;
};

const TOWN_ZOOM = 9.2;
const PIN_ZOOM = 11.6;
/** Inside a circle or an area there are few enough to be told apart a little earlier. */
const CIRCLE_PIN_ZOOM = 10.8;
/** Pins a little outside of the view are fetched with it, so that a small pan finds them there. */
const MARGIN = 0.25;
/** The API gives this many at once. */
const ALL_POINTS = 2000;

/** Zooms that look alike ask alike: bubbles of counties, bubbles of towns, pins. */
const zoomAsked = (zoom: number, pinZoom: number) => (zoom < TOWN_ZOOM ? 8 : zoom < pinZoom ? 10.5 : 13);

type Window = { phone: boolean; elder: boolean; covered: number };

/** Everything behind the page with the map: both layers are two views of one set of answers. */
export function useMapPage(route: MapRoute, { phone, elder, covered }: Window) {
  const { layer, pointId } = route;
  const [, navigate] = useLocation();
  const find = useFind(route.findSearch);
  const points = usePoints(route.pointsSearch);
  const located = useLocate();
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [selectedOpening, setSelectedOpening] = useState<string | null>(null);
  const [moved, setMoved] = useState<Bounds | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [mapLost, setMapLost] = useState(() => !canDrawMap());

  const active = layer === 'openings' ? find : points;
  const all = useAllFacets();
  const names = useMemo(() => namesOf(all), [all]);
  const list = useOpenings(find.filter, find.sortOf(find.state), layer === 'openings');
  const counts = useOpeningCounts(
    find.queryOf({ ...find.state, area: points.state.area }),
    layer === 'points',
  );
  const pointCounts = useServicePoints(
    layer === 'points'
      ? points.query
      : {
          near: find.filter.near,
          withinMetres: find.filter.withinMetres,
          bbox: find.filter.bbox,
          area: find.filter.area,
          district: find.filter.district,
          town: find.filter.town,
        },
    1,
  );
  const cityPoints = useServicePoints({}, 1).data ?? null;
  const wanted = useMapWanted(layer === 'points' ? !pointCounts.isPending : !list.isPending) && !mapLost;

  const flow = phone && (elder || mapLost);
  const edges = useMemo(() => edgesOf(phone && !flow, covered), [phone, flow, covered]);
  // Only the first view is computed here; later ones are the map's own.
  const { area } = active.state;
  const [initialViewport] = useState(() => {
    const origin = active.origin;
    const bounds = area
      ? padded(boundsOfArea(area), MARGIN)
      : origin
        ? boundsAround(origin.place, (active.withinMetres ?? 2500) * 1.08)
        : (active.view ?? wholeCity);
    return firstViewport(bounds, phone, flow);
  });

  const { state } = find;
  const isBounded = find.view !== null || find.withinMetres !== null || state.spot !== null;
  /** An area is looked at as a whole; only what lies in it of a division is worth going nearer to. */
  const isAreaWhole = area !== null && (layer === 'points' || state.district === null);
  const features = usePointFeatures(wanted || layer === 'points').data ?? null;
  const words = layer === 'points' ? points.state.q : null;
  const named = useServicePoints({ q: words ?? undefined }, ALL_POINTS, words !== null);
  const namedPoints = useMemo(
    () => (words !== null && named.data ? new Set(named.data.items.map(({ id }) => id)) : null),
    [words, named.data],
  );
  const isNaming = words !== null && (named.isPending || named.isPlaceholderData);
  // A county and what words find are looked at as a whole by their towns, a town by its openings.
  const whole = useOpeningMap(
    find.filter,
    state.town ? 13 : (state.district ?? state.q ?? state.occupation) ? 10.5 : 8,
    wanted && layer === 'openings' && !isBounded && !isAreaWhole,
  );
  const wholeGroups = whole.isPlaceholderData ? null : (whole.data?.groups ?? null);
  const hits = useMemo(() => {
    if (layer === 'openings') return wholeGroups;
    const district = points.state.district;
    if (isNaming) return null;
    return (
      features &&
      features.features
        .filter(
          ({ properties: { id, district: its } }) =>
            (!district || its === district) && (!namedPoints || namedPoints.has(id)),
        )
        .map(({ geometry: { coordinates } }) => ({ lng: coordinates[0], lat: coordinates[1] }))
    );
  }, [layer, wholeGroups, features, points.state.district, isNaming, namedPoints]);
  const subject = JSON.stringify([
    layer,
    active.state.district,
    state.town,
    active.state.q,
    state.occupation,
  ]);
  const cameraOf = useMapCamera({
    subject,
    // A link to a county or town shows it; the city is shown from the start.
    isAskedAtFirst: !isBounded && !area && Boolean(active.state.district ?? state.town),
    origin: active.origin,
    withinMetres: active.withinMetres,
    stays: area !== null,
    hits: isAreaWhole || (isBounded && layer === 'openings') ? null : hits,
    covered,
  });
  const { view } = cameraOf;
  const zoom = zoomAsked(
    view?.viewport.zoom ?? initialViewport.zoom,
    find.withinMetres === null && !state.area ? PIN_ZOOM : CIRCLE_PIN_ZOOM,
  );
  const mapFilter = useMemo(() => {
    const { spot: _spot, ...rest } = state;
    const filter = state.spot ? find.queryOf({ ...rest, spot: null }) : find.filter;
    if (zoom < TOWN_ZOOM || isBounded || state.area || !view) return filter;
    const box = padded(view.bounds, MARGIN);
    const fixed = (degrees: number) => Number(degrees.toFixed(3));
    const bbox: [number, number, number, number] = [
      fixed(box.minLng),
      fixed(box.minLat),
      fixed(box.maxLng),
      fixed(box.maxLat),
    ];
    return { ...filter, bbox };
  }, [state, find, zoom, isBounded, view]);
  const map = useOpeningMap(mapFilter, zoom, wanted && layer === 'openings');

  const follow = active.state.follow;
  const { onMove: keepView } = cameraOf;
  const { setView, withinMetres, state: activeState } = active;
  const onMove = useCallback(
    (viewport: Viewport, bounds: Bounds, byPerson: boolean) => {
      keepView(viewport, bounds, byPerson);
      if (!byPerson || activeState.area || withinMetres !== null) return;
      if ('spot' in activeState && activeState.spot) return;
      if (pointId !== null) return;
      if (follow) setView(bounds);
      else setMoved(bounds);
    },
    [keepView, withinMetres, activeState, follow, setView, pointId],
  );
  const searchHere = () => {
    if (moved) setView(moved);
    setMoved(null);
  };
  /** A drawn area bounds both tabs; null takes it off. */
  const setArea = (next: Area | null) => {
    setMoved(null);
    const bound = { area: next, view: null, mode: null, withinMetres: null };
    if (layer === 'openings') find.change({ ...bound, spot: null });
    else points.change(bound);
  };
  const setFollow = (next: boolean) => {
    if (layer === 'openings') find.change({ follow: next }, { replace: true });
    else points.change({ follow: next }, true);
  };

  const startFrom = (start: Start | null) => {
    forgetMe();
    setChoosing(false);
    const patch = {
      start,
      // In an area a start says what is near, not how far to go.
      mode: start && !area ? (active.state.mode ?? 'ebike') : null,
      withinMetres: null,
      view: null,
    };
    if (layer === 'openings') find.change({ ...patch, spot: null, sort: null } as never);
    else points.change(patch);
  };
  const located15 = () => {
    setChoosing(false);
    const patch = {
      start: null,
      mode: area ? null : (active.state.mode ?? 'ebike'),
      withinMetres: null,
      view: null,
    } as const;
    if (layer === 'openings') find.change({ ...patch, spot: null, sort: null });
    else points.change({ ...patch, mode: active.state.mode });
  };
  const locate = async () => {
    const place = await locateMe();
    if (place) located15();
    else setChoosing(true);
  };
  const toggleNear = () => {
    if (active.origin) startFrom(null);
    else void locate();
  };

  // What holds for both tabs goes along from one to the other, so that a tab's number is what it shows.
  const shared = (from: typeof find.state | PointsState) => ({
    district: from.district,
    start: from.start,
    mode: from.mode,
    withinMetres: from.withinMetres,
    view: from.view,
    area: from.area,
    follow: from.follow,
  });
  const pointsHref =
    layer === 'points'
      ? urls.points(writePoints(points.state))
      : urls.points(writePoints({ ...emptyPoints, ...shared(state) }));
  const findHref =
    layer === 'openings'
      ? urls.find(state)
      : urls.find({ ...emptyFind, ...state, ...shared(points.state), spot: null });

  const selectPoint = (id: string) => navigate(urls.point(id, writePoints(points.state)));

  return {
    ...{ find, points, active, list, counts, pointCounts, cityPoints, names, all, located },
    ...{ hoveredId, setHoveredId, selectedOpening, setSelectedOpening, choosing, setChoosing },
    ...{
      drawing,
      setDrawing,
      setArea,
      moved: area ? null : moved,
      searchHere,
      setFollow,
      startFrom,
      located15,
      locate,
      toggleNear,
      pointsHref,
      findHref,
    },
    ...{
      map,
      groups: map.data?.groups ?? [],
      features,
      namedPoints,
      cameraOf,
      onMove,
      wanted,
      mapLost,
      setMapLost,
    },
    ...{ selectPoint, flow, edges, initialViewport },
  };
}

export type MapPageModel = ReturnType<typeof useMapPage>;
