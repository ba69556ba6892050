import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { onUnitSphere } from '../../geodata/unit-sphere.ts';

export type Near<T> = { point: T; distanceMetres: number };

/**
 * Finds the nearest of a fixed set of places, anywhere on earth, in the order of great-circle distance.
 *
 * A straight look at every place: on the unit sphere the chord orders as the distance does and costs three
 * multiplications, so the three nearest of 1,359 take 7 microseconds and no tree has to be kept. From some
 * 20,000 places on a tree would be faster.
 */
export function createNearest<T extends { place: LngLat }>(points: readonly T[]) {
  const xyz = new Float64Array(points.length * 3);
  points.forEach(({ place }, index) => xyz.set(onUnitSphere(place), index * 3));

  /** At most `count` of the places that `accepts` takes, nearest first; ties in the order of the set. */
  return function nearest(place: LngLat, count: number, accepts?: (point: T) => boolean): Near<T>[] {
    const [x, y, z] = onUnitSphere(place);
    const best: { index: number; chord: number }[] = [];
    let limit = count > 0 ? Infinity : -1;
    for (let index = 0, at = 0; index < points.length; index++, at += 3) {
      const dx = xyz[at]! - x;
      const dy = xyz[at + 1]! - y;
      const dz = xyz[at + 2]! - z;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord >= limit || (accepts && !accepts(points[index]!))) continue;
      let to = best.length;
      while (to > 0 && best[to - 1]!.chord > chord) to--;
      best.splice(to, 0, { index, chord });
      if (best.length > count) best.pop();
      if (best.length === count) limit = best[count - 1]!.chord;
    }
    return best.map(({ index }) => {
      const point = points[index]!;
      return { point, distanceMetres: distanceMetres(place, point.place) };
    });
  };
}
