import { servicePointItem } from './contract.ts';
import { toItem } from './items.ts';
import type { ServicePoint } from './model.ts';

const still = servicePointItem.omit({ distanceMetres: true });
const texts = new WeakMap<ServicePoint, { second: number; text: string }>();

/** A service point of a list as JSON, checked and written once a second: whether it is open is all that changes. */
export function itemText(point: ServicePoint, now: Date, distanceMetres?: number): string {
  const second = Math.floor(now.getTime() / 1000);
  let kept = texts.get(point);
  if (kept?.second !== second) {
    kept = { second, text: JSON.stringify(still.parse(toItem(point, now))).slice(0, -1) };
    texts.set(point, kept);
  }
  return `${kept.text}${distanceMetres === undefined ? '' : `,"distanceMetres":${distanceMetres}`}}`;
}
