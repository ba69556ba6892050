import gcoord from 'gcoord';
import type { LngLat } from './lng-lat.ts';

/** wgs84: GPS, 天地图 (CGCS2000, the same within a metre here); gcj02: 高德, 腾讯; bd09: 百度. */
export type Datum = 'wgs84' | 'gcj02' | 'bd09';

export const datums: readonly Datum[] = ['wgs84', 'gcj02', 'bd09'];

/** 1e-10 degrees is 0.01 mm. Five rounds are enough in practice, the offset being smooth. */
const CLOSE_ENOUGH_DEGREES = 1e-10;
const MOST_ROUNDS = 20;

/** Converts a WGS-84 place to the coordinates another map provider expects. */
export function fromWgs84(place: LngLat, datum: Datum): LngLat {
  if (datum === 'wgs84') return { lng: place.lng, lat: place.lat };
  const [lng, lat] = gcoord.transform(
    [place.lng, place.lat],
    gcoord.WGS84,
    datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09,
  );
  return { lng, lat };
}

/**
 * Converts a place in the named datum to WGS-84.
 *
 * The shift has no closed inverse, and the usual approximation errs by up to a few metres, so this walks back until
 * converting forward again lands on the given place.
 */
export function toWgs84(place: LngLat, datum: Datum): LngLat {
  const guess = { lng: place.lng, lat: place.lat };
  if (datum === 'wgs84') return guess;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const there = fromWgs84(guess, datum);
    const lngError = place.lng - there.lng;
    const latError = place.lat - there.lat;
    guess.lng += lngError;
    guess.lat += latError;
    if (Math.abs(lngError) < CLOSE_ENOUGH_DEGREES && Math.abs(latError) < CLOSE_ENOUGH_DEGREES) break;
  }
  return guess;
}
