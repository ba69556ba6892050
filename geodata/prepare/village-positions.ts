import { distanceMetres, offsetByMetres } from '../distance.ts';
import type { LngLat } from '../lng-lat.ts';
import { unitFrom } from './pseudo-random.ts';

/** Villages of this plain stand about 2 km apart; communities in town some hundred metres. */
const WIDEST_SPACING_METRES = 2_300;
const REACH_METRES = 11_000;
const SAMPLE_METRES = 250;

export type Territory = { seat: LngLat; count: number; isHere: (place: LngLat) => boolean };

/** Points of a hexagonal grid around the seat, each pushed by up to 30 % of the spacing, that lie in the territory. */
function candidates({ seat, isHere }: Territory, spacingMetres: number, salt: string): LngLat[] {
  const places: LngLat[] = [];
  const rowMetres = (spacingMetres * Math.sqrt(3)) / 2;
  const rows = Math.ceil(REACH_METRES / rowMetres);
  const columns = Math.ceil(REACH_METRES / spacingMetres);
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const push = (axis: string) => 0.6 * (unitFrom(`${salt} ${axis} ${row} ${column}`) - 0.5);
      const east = (column + (row % 2 === 0 ? 0 : 0.5) + push('e')) * spacingMetres;
      const north = row * rowMetres + push('n') * spacingMetres;
      const place = offsetByMetres(seat, east, north);
      if (Math.hypot(east, north) <= REACH_METRES && isHere(place)) places.push(place);
    }
  }
  return places;
}

/**
 * So many places for a town's villages, nearest to the seat first: as wide apart as the ground of the town allows,
 * denser where there is little of it.
 */
export function villagePositions(territory: Territory, salt: string): LngLat[] {
  const { seat, count } = territory;
  const groundMetres2 = candidates(territory, SAMPLE_METRES, salt).length * SAMPLE_METRES ** 2 * 0.866;
  let spacing = Math.min(WIDEST_SPACING_METRES, Math.sqrt(groundMetres2 / count));
  for (; spacing > 60; spacing *= 0.95) {
    const places = candidates(territory, spacing, salt);
    if (places.length < count) continue;
    const rank = (place: LngLat) =>
      distanceMetres(seat, place) * (0.85 + 0.3 * unitFrom(`${salt} ${place.lng} ${place.lat}`));
    return places
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, count)
      .sort((a, b) => distanceMetres(seat, a) - distanceMetres(seat, b));
  }
  throw new Error(`${salt}: no room for ${count} villages`);
}
