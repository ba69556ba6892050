import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { ServicePointItem } from './contract.ts';
import type { ServicePoint, ServicePointsModel } from './model.ts';
import { openStateAt } from './open-state.ts';

/** The point as it goes over the wire, with its state now and its distance from a place. */
export function toItem(point: ServicePoint, now: Date, near?: LngLat): ServicePointItem {
  const { division: _division, hours, ...shown } = point;
  const open = openStateAt(hours, now);
  if (!near) return { ...shown, open };
  return { ...shown, open, distanceMetres: Math.round(distanceMetres(near, point.place)) };
}

/**
 * The nearest points around a place, nearest first, with their state now. With `hasWorkingTerminal`, or with
 * `isOpen`, or with both, the nearest of that kind.
 */
export function nearestItems(
  model: ServicePointsModel,
  place: LngLat,
  count: number,
  now: Date,
  accepts?: (point: ServicePoint) => boolean,
): ServicePointItem[] {
  return model.nearest(place, count, accepts).map(({ point }) => toItem(point, now, place));
}

/** The nearest point of a place that does not move, with its state now; null where there is none. */
export function nearestItemOfFixed(
  model: ServicePointsModel,
  place: LngLat,
  now: Date,
): ServicePointItem | null {
  const near = model.nearestOfFixed(place);
  return near ? toItem(near.point, now, place) : null;
}

/** Known to be open at that instant. */
export function isOpen(point: ServicePoint, now: Date): boolean {
  return openStateAt(point.hours, now).state === 'open';
}

export function hasWorkingTerminal(point: ServicePoint): boolean {
  return point.terminals.working > 0;
}
