import type { Map as MapLibre } from 'maplibre-gl';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { screenOf, usablePadding } from './camera.ts';
import type { Edges } from './nudge.ts';

/** Nearer to the last corner than this, px, a hand only trembles. */
const STEP_PX = 2;
/** The press that ends a stroke is told to the map as a click right after it. */
const CLICK_WITHIN_MS = 100;

type Drawing = {
  /** What covers the map: nothing is drawn under a sheet. */
  padding: () => Edges;
  /** Shows the stroke, as a path of SVG in px of the map; empty when there is none. */
  onStroke: (path: string) => void;
  /** The stroke that was drawn, and how many degrees of longitude a px of it is. */
  onDrawn: (stroke: readonly LngLat[], degreesPerPx: number) => void;
  onCancel: () => void;
};

/** Of longitude. */
const degreesPerPxOf = (map: MapLibre): number => map.unproject([1, 0]).lng - map.unproject([0, 0]).lng;

/** So far inside its edges what is seen is taken, px: the line of the area is seen too. */
const VIEW_MARGIN_PX = 16;

/** The ground that is seen as a stroke, for who cannot draw one: corners, and how many degrees of longitude a px is. */
export function strokeOfView(map: MapLibre, padding: Edges): { stroke: LngLat[]; degreesPerPx: number } {
  const screen = screenOf(map);
  const { top, right, bottom, left } = usablePadding(padding, screen);
  const at = (x: number, y: number): LngLat => {
    const { lng, lat } = map.unproject([x, y]);
    return { lng, lat };
  };
  const [west, east] = [left + VIEW_MARGIN_PX, screen.width - right - VIEW_MARGIN_PX];
  const [north, south] = [top + VIEW_MARGIN_PX, screen.height - bottom - VIEW_MARGIN_PX];
  const stroke = [at(west, north), at(east, north), at(east, south), at(west, south)];
  return { stroke, degreesPerPx: degreesPerPxOf(map) };
}

/**
 * Lets one finger, a mouse or a pen draw on the map instead of moving it; two fingers still move and zoom it, and drop
 * the stroke that the first began. @returns what ends it
 */
export function startDrawing(map: MapLibre, { padding, onStroke, onDrawn, onCancel }: Drawing): () => void {
  const container = map.getContainer();
  const down = new Set<number>();
  let stroke: LngLat[] | null = null;
  let pen: number | null = null;

  const placeAt = ({ clientX, clientY }: PointerEvent): { x: number; y: number } => {
    const { left, top } = container.getBoundingClientRect();
    const screen = screenOf(map);
    const bottom = screen.height - usablePadding(padding(), screen).bottom;
    const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
    return { x: within(clientX - left, screen.width), y: within(clientY - top, bottom) };
  };
  const show = () => {
    const corners = (stroke ?? []).map((place) => map.project(place));
    onStroke(corners.map(({ x, y }, at) => `${at ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''));
  };
  const drop = () => {
    stroke = null;
    pen = null;
    show();
  };
  const draw = (event: PointerEvent) => {
    const { x, y } = placeAt(event);
    const last = stroke!.at(-1);
    if (last && map.project(last).dist({ x, y } as never) < STEP_PX) return;
    const { lng, lat } = map.unproject([x, y]);
    stroke!.push({ lng, lat });
  };

  const onDown = (event: PointerEvent) => {
    down.add(event.pointerId);
    if (down.size > 1 || event.button !== 0) return drop();
    pen = event.pointerId;
    stroke = [];
    // A stroke may leave the map and come back.
    (event.target as Element).setPointerCapture(event.pointerId);
    draw(event);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== pen || !stroke) return;
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length > 0 ? steps : [event]) draw(step);
    show();
  };
  const onUp = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (event.pointerId !== pen || !stroke) return;
    const drawn = stroke;
    drop();
    onDrawn(drawn, degreesPerPxOf(map));
  };
  const onLost = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (event.pointerId === pen) drop();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  const swallow = (event: Event) => event.stopPropagation();
  const swallowOne = (event: TouchEvent) => {
    if (event.touches.length < 2) event.stopPropagation();
  };

  const ending = new AbortController();
  const { signal } = ending;
  const capture = { capture: true, signal };
  container.addEventListener('pointerdown', onDown, capture);
  container.addEventListener('pointermove', onMove, capture);
  container.addEventListener('pointerup', onUp, capture);
  container.addEventListener('pointercancel', onLost, capture);
  for (const mouse of ['mousedown', 'mousemove', 'dblclick'])
    container.addEventListener(mouse, swallow, capture);
  container.addEventListener('touchstart', swallowOne, capture);
  container.addEventListener('click', swallow, { capture: true });
  addEventListener('keydown', onKey, { signal });
  map.on('move', show);
  return () => {
    ending.abort();
    setTimeout(() => container.removeEventListener('click', swallow, { capture: true }), CLICK_WITHIN_MS);
    map.off('move', show);
    drop();
  };
}
