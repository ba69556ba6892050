import { servicePointItem } from './contract.ts';
import { toItem } from './items.ts';
import type { ServicePoint } from './model.ts';

const still = servicePointItem.omit({ distanceMetres: true });
const starts = new WeakMap<ServicePoint, { minute: number; bytes: Buffer }>();

/** A service point of a list as JSON, without its end, checked and written once a minute: whether it is open is all that changes, and
 * hours begin and end on whole minutes. */
export function itemStart(point: ServicePoint, now: Date): Buffer {
  const minute = Math.floor(now.getTime() / 60_000);
  let kept = starts.get(point);
  if (kept?.minute !== minute) {
    kept = { minute, bytes: Buffer.from(JSON.stringify(still.parse(toItem(point, now))).slice(0, -1)) };
    starts.set(point, kept);
  }
  return kept.bytes;
}

/** The end: what changes with who asks. */
export const itemEnd = (distanceMetres: number | undefined): Buffer =>
  Buffer.from(distanceMetres === undefined ? '}' : `,"distanceMetres":${distanceMetres}}`, 'latin1');
