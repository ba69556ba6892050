import type { Map as MapLibre, MapLibreEvent, MapMouseEvent } from 'maplibre-gl';
import { moveCamera, seenBounds } from './camera.ts';
import { hitAt, type Hit } from './hit.ts';
import { LiveMap } from './live-map.ts';
import type { MapViewProps } from './map-view-props.ts';

const canHover = () => matchMedia('(hover: hover)').matches;
/** Half of a finger's 44 px, less the dot itself; a mouse is exact. */
const withinPx = () => (canHover() ? 6 : 18);

function select(hit: Hit, props: MapViewProps): void {
  if (hit.kind === 'opening') return props.onSelectOpening(hit.id);
  if (hit.kind === 'point') return props.onSelectPoint(hit.id);
  const group = props.groups.find(({ code }) => code === hit.id);
  if (hit.kind === 'place' && group) props.onSelectPlace(group);
  if (hit.kind === 'group' && group) props.onSelectGroup(group);
}

/** Tells the page what the person does on the map. `current` gives the newest props. Returns the one that draws. */
export function listen(map: MapLibre, current: () => MapViewProps, onFrame: () => void): LiveMap {
  const live = new LiveMap(map, current());
  let lastHover: string | null = null;

  const hover = (hit: Hit | null) => {
    map.getCanvas().style.cursor = hit ? 'pointer' : '';
    const isSidePoint = hit?.kind === 'point' && current().layer === 'openings';
    const hoveredPoint = isSidePoint ? hit.id : null;
    if (hoveredPoint !== live.hoveredPoint) {
      live.hoveredPoint = hoveredPoint;
      live.draw(current());
      onFrame();
    }
    const id = hit && !isSidePoint ? hit.id : null;
    if (id === lastHover) return;
    lastHover = id;
    current().onHover(id);
  };

  let waiting: MapMouseEvent | null = null;
  map.on('mousemove', (event) => {
    if (!canHover()) return;
    if (!waiting)
      requestAnimationFrame(() => {
        const latest = waiting;
        waiting = null;
        if (latest && map.style && !map.isMoving()) hover(hitAt(map, current().layer, latest.point, 0));
      });
    waiting = event;
  });
  map.on('mouseout', () => {
    waiting = null;
    hover(null);
  });
  map.on('click', (event) => {
    const hit = hitAt(map, current().layer, event.point, withinPx());
    if (!hit) return;
    if (hit.kind !== 'hall') return select(hit, current());
    const hall = live.figures.halls.get(hit.id);
    if (!hall) return;
    const [lng, lat] = hall.geometry.coordinates as [number, number];
    const { level, name } = hall.properties;
    current().onSelectGroup({ level, code: hit.id, name, lng, lat, openings: 0, positions: 0 });
  });
  // A piece of the ground that did not come is no fault: the network is gone, or the page is being left. Others are told.
  map.on('error', ({ error }) => {
    if ((error as { status?: number }).status !== 0) console.error(error);
  });
  map.on('style.load', () => live.styleLoaded());
  map.on('move', () => {
    live.draw(current());
    onFrame();
  });
  const tellWhere = (byPerson: boolean) => {
    const { lng, lat } = map.getCenter();
    const bounds = seenBounds(map, current().padding);
    current().onMove({ lng, lat, zoom: map.getZoom() }, bounds, byPerson);
  };
  map.on('moveend', (event: MapLibreEvent) =>
    tellWhere(Boolean((event as { originalEvent?: unknown }).originalEvent)),
  );
  map.once('load', () => tellWhere(false));
  const { camera, padding } = current();
  if (camera) moveCamera(map, camera, padding, true);
  return live;
}
