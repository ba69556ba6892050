import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { ServicePointItem } from './contract.ts';
import { dayNumberAt } from '../shanghai-day.ts';
import type { ServicePoint, ServicePointsModel } from './model.ts';
import { openStateAt } from './open-state.ts';
import { soon } from './plan.ts';

/** A closure is told of this many days before it begins. */
const CLOSURE_TOLD_DAYS = 7;

/** The point as it goes over the wire, with its state now and its distance from a place. */
export function toItem(point: ServicePoint, now: Date, near?: LngLat): ServicePointItem {
  const { division: _division, hours: _hours, plan, notices: _notices, offers: _offers, ...rest } = point;
  const { checkedAt: _checkedAt, ...shown } = rest;
  const open = openStateAt(plan, now);
  const closure = closureSoon(point, now);
  if (!near) return { ...shown, open, closure };
  return { ...shown, open, closure, distanceMetres: Math.round(distanceMetres(near, point.place)) };
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

/** That it is shut or elsewhere, today or within a week. */
function closureSoon({ plan: { closure } }: ServicePoint, now: Date) {
  return closure && (soon([closure], dayNumberAt(now), CLOSURE_TOLD_DAYS)[0] ?? null);
}

/** Known to be open at that instant. */
export function isOpen(point: ServicePoint, now: Date): boolean {
  return openStateAt(point.plan, now).state === 'open';
}

export function hasWorkingTerminal(point: ServicePoint): boolean {
  return point.terminals.working > 0;
}
