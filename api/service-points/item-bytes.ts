import { servicePointItem } from './contract.ts';
import { toItem } from './items.ts';
import type { ServicePoint } from './model.ts';

const still = servicePointItem.omit({ distanceMetres: true });
const starts = new WeakMap<ServicePoint, { second: number; bytes: Buffer }>();

/** A service point of a list as JSON, without its end, checked and written once a second: whether it is open is all that changes. */
export function itemStart(point: ServicePoint, now: Date): Buffer {
  const second = Math.floor(now.getTime() / 1000);
  let kept = starts.get(point);
  if (kept?.second !== second) {
    kept = { second, bytes: Buffer.from(JSON.stringify(still.parse(toItem(point, now))).slice(0, -1)) };
    starts.set(point, kept);
  }
  return kept.bytes;
}

/** The end: what changes with who asks. */
export const itemEnd = (distanceMetres: number | undefined): Buffer =>
  Buffer.from(distanceMetres === undefined ? '}' : `,"distanceMetres":${distanceMetres}}`, 'latin1');
