import { onUnitSphere } from '../../geodata/unit-sphere.ts';
import { isOpen } from './items.ts';
import type { ServicePoint } from './model.ts';

/** What a scan over all points reads, in the order of the points. */
export type PointColumns = { x: Float64Array; y: Float64Array; z: Float64Array; open: Uint8Array };

const minuteMs = 60_000;
// The model hands out another array after every change, and the old one goes with its columns.
const kept = new WeakMap<readonly ServicePoint[], { minute: number; columns: PointColumns }>();

/** Places on the unit sphere, and who is open; hours begin and end on whole minutes, so that is worked out once each. */
export function columnsOf(points: readonly ServicePoint[], now: Date): PointColumns {
  const minute = Math.floor(now.getTime() / minuteMs);
  let found = kept.get(points);
  if (!found) {
    const [x, y, z] = [0, 0, 0].map(() => new Float64Array(points.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    points.forEach(({ place }, at) => ([x[at], y[at], z[at]] = onUnitSphere(place)));
    found = { minute: NaN, columns: { x, y, z, open: new Uint8Array(points.length) } };
    kept.set(points, found);
  }
  if (found.minute !== minute) {
    points.forEach((point, at) => (found.columns.open[at] = Number(isOpen(point, now))));
    found.minute = minute;
  }
  return found.columns;
}
