import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { datums, fromWgs84, toWgs84 } from '../../geodata/datum.ts';
import { distanceMetres } from '../../geodata/distance.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const placeInChina = fc.record({ lng: degrees(75, 134), lat: degrees(19, 53) });

describe('datum', () => {
  property.prop([placeInChina, fc.constantFrom(...datums)], { numRuns: 2000 })(
    'a place converted away and back returns within a centimetre',
    (place, datum) => {
      expect(distanceMetres(place, toWgs84(fromWgs84(place, datum), datum))).toBeLessThan(0.01);
    },
  );

  test('the datum of 高德 lies some hundred metres off in Yangzhou, and that of 百度 further', () => {
    const place = { lng: 119.43, lat: 32.39 };
    const amap = distanceMetres(place, fromWgs84(place, 'gcj02'));
    const baidu = distanceMetres(place, fromWgs84(place, 'bd09'));
    expect(amap).toBeGreaterThan(400);
    expect(amap).toBeLessThan(700);
    expect(baidu).toBeGreaterThan(amap);
  });

  test('a published pair is reproduced: 天安门 in WGS-84 and GCJ-02', () => {
    const there = fromWgs84({ lng: 116.391335, lat: 39.907357 }, 'gcj02');
    expect(distanceMetres(there, { lng: 116.39758, lat: 39.90876 })).toBeLessThan(5);
  });

  test('WGS-84 stays as it is and the given place is not changed', () => {
    const place = Object.freeze({ lng: 119.43, lat: 32.39 });
    expect(toWgs84(place, 'wgs84')).toEqual(place);
    expect(fromWgs84(place, 'wgs84')).toEqual(place);
    expect(toWgs84(place, 'bd09')).not.toEqual(place);
  });
});
