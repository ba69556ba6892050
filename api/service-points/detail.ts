import type { LngLat } from '../../geodata/lng-lat.ts';
import { dayNumberAt, isoDate } from '../shanghai-day.ts';
import type { ServicePointDetail } from './contract.ts';
import { toItem } from './items.ts';
import type { ServicePoint } from './model.ts';
import { daysAhead } from './open-state.ts';
import { seasonOn, soon, weekOn } from './plan.ts';

const DAYS_SHOWN = 7;
const EXCEPTIONS_TOLD_DAYS = 30;

/** All that a point's page tells of the point itself: its week, what changes it, notices, services, when it was checked. */
export function toDetail(
  point: ServicePoint,
  now: Date,
  near?: LngLat,
): Omit<ServicePointDetail, 'openingsNearby'> {
  const { plan, notices, offers, checkedAt } = point;
  const today = dayNumberAt(now);
  return {
    ...toItem(point, now, near),
    hours: [...weekOn(plan, today)],
    season: seasonOn(plan, today),
    markets: [...plan.markets],
    exceptions: soon(plan.exceptions, today, EXCEPTIONS_TOLD_DAYS),
    notices: soon(notices, today, 0),
    offers: offers(),
    checkedOn: checkedAt && isoDate(dayNumberAt(checkedAt)),
    days: daysAhead(plan, now, DAYS_SHOWN),
  };
}
