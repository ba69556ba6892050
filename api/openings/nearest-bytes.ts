import { toItem } from '../service-points/items.ts';
import type { ServicePoint, ServicePointsModel } from '../service-points/model.ts';
import { listedOpening } from './contract.ts';
import type { OpeningRow } from './store.ts';

const shape = listedOpening.shape.nearestPoint.unwrap();

/**
 * The nearest service point of an opening as JSON, with its name in front. Which it is holds until a point changes, what is said of its hours
 * for the minute: asked for ten times a list.
 */
export function createNearestBytes(
  servicePoints: ServicePointsModel,
): (row: OpeningRow, now: Date) => readonly Buffer[] {
  type Nearest = { version: number; point: ServicePoint | null; start: Buffer };
  const nearestOf = new WeakMap<OpeningRow, Nearest>();
  const stateOf = new WeakMap<ServicePoint, { minute: number; bytes: Buffer }>();

  function nearest(row: OpeningRow): Nearest {
    const known = nearestOf.get(row);
    if (known?.version === servicePoints.version) return known;
    const near = servicePoints.nearest(row, 1)[0];
    const text = near
      ? JSON.stringify({
          id: near.point.id,
          name: near.point.name,
          distanceMetres: Math.round(near.distanceMetres),
        }).slice(0, -1)
      : 'null';
    const start = Buffer.from(`,"nearestPoint":${text}`);
    const found = { version: servicePoints.version, point: near?.point ?? null, start };
    nearestOf.set(row, found);
    return found;
  }

  function state(point: ServicePoint, now: Date): Buffer {
    const minute = Math.floor(now.getTime() / 60_000);
    const known = stateOf.get(point);
    if (known?.minute === minute) return known.bytes;
    const { open, terminals } = toItem(point, now);
    const said = shape.pick({ open: true, terminalsWorking: true });
    const text = JSON.stringify(said.parse({ open, terminalsWorking: terminals.working })).slice(1);
    const bytes = Buffer.from(`,${text}`);
    stateOf.set(point, { minute, bytes });
    return bytes;
  }

  return (row, now) => {
    const { point, start } = nearest(row);
    return point ? [start, state(point, now)] : [start];
  };
}
