import { readFileSync } from 'node:fs';
import { area, booleanPointInPolygon, kinks } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { boundsContain, CITY_BOUNDS, MAP_BOUNDS, type Bounds } from '../../geodata/bounds.ts';

const fileOf = (name: string) => new URL(`../../geodata/${name}`, import.meta.url);
const read = <G extends Polygon | LineString | Point>(name: string) =>
  (JSON.parse(readFileSync(fileOf(name), 'utf8')) as FeatureCollection<G>).features;

const isCounterclockwise = (ring: Position[]) =>
  ring.slice(1).reduce((sum, to, i) => sum + (to[0]! - ring[i]![0]!) * (to[1]! + ring[i]![1]!), 0) < 0;
const isWithin = (bounds: Bounds) => (position: Position) =>
  boundsContain(bounds, { lng: position[0]!, lat: position[1]! });

const districts = read<Polygon>('districts.geojson');
const water = read<Polygon | LineString>('water.geojson');
const areas = water.filter((feature): feature is Feature<Polygon> => feature.geometry.type === 'Polygon');
const lines = water.filter(
  (feature): feature is Feature<LineString> => feature.geometry.type === 'LineString',
);

describe('outlines of the counties', () => {
  test('six counties have one, each a ring that does not cross itself, inside the city’s box', () => {
    expect(districts.map(({ properties }) => properties?.code)).toEqual([
      '321002',
      '321003',
      '321012',
      '321023',
      '321081',
      '321084',
    ]);
    for (const district of districts) {
      expect(kinks(district).features).toEqual([]);
      expect(isCounterclockwise(district.geometry.coordinates[0]!)).toBe(true);
      expect(district.geometry.coordinates[0]!.every(isWithin(CITY_BOUNDS))).toBe(true);
    }
  });

  test('together they are as large as the city, 6,591 km², within 2 %', () => {
    const squareKilometres = districts.reduce((sum, district) => sum + area(district), 0) / 1e6;
    expect(Math.abs(squareKilometres - 6591)).toBeLessThan(132);
  });

  test('the border of the city is one ring with the city on its left', () => {
    const borders = read<LineString>('borders.geojson');
    const city = borders.filter(({ properties }) => properties?.rank === 'city');
    expect(city).toHaveLength(1);
    const ring = city[0]!.geometry.coordinates;
    expect(ring[0]).toEqual(ring.at(-1));
    expect(isCounterclockwise(ring)).toBe(true);
    expect(borders.length).toBeGreaterThan(8);
  });
});

describe('water', () => {
  test('areas do not cross themselves and lie in the box of the map', () => {
    expect(areas.length).toBeGreaterThanOrEqual(6);
    for (const water of areas) {
      expect(kinks(water).features.length, String(water.properties?.name)).toBe(0);
      expect(water.geometry.coordinates.flat().every(isWithin(MAP_BOUNDS))).toBe(true);
      expect(isCounterclockwise(water.geometry.coordinates[0]!)).toBe(true);
    }
  });

  test('the Yangtze has its islands and runs through the whole map in one piece', () => {
    const yangtze = areas.find(({ properties }) => properties?.name?.includes('长江'))!;
    expect(yangtze.geometry.coordinates.length).toBeGreaterThanOrEqual(5);
    const lngs = yangtze.geometry.coordinates[0]!.map(([lng]) => lng!);
    const lats = yangtze.geometry.coordinates[0]!.map(([, lat]) => lat!);
    // It comes in from the south, above 马鞍山, and leaves to the east.
    expect([Math.min(...lats), Math.max(...lngs)]).toEqual([MAP_BOUNDS.minLat, MAP_BOUNDS.maxLng]);
    expect(Math.min(...lngs)).toBeLessThan(118.6);
  });

  test.each(['京杭大运河', '古运河', '仪扬河', '新通扬运河'])('%s is drawn', (name) => {
    expect(lines.some(({ properties }) => properties?.name === name)).toBe(true);
  });

  test('the Grand Canal reaches the Yangtze south of the city', () => {
    const canal = lines.filter(({ properties }) => properties?.name === '京杭大运河');
    const mouth = canal
      .flatMap(({ geometry }) => geometry.coordinates)
      .filter(([, lat]) => lat! < 32.27 && lat! > 32.25);
    expect(mouth.some((position) => areas.some((area) => booleanPointInPolygon(position, area)))).toBe(true);
  });

  test('a name of an area of water stands on water', () => {
    const labels = read<Point>('water-labels.geojson').slice(0, 14);
    const dry = labels.filter((label) => !areas.some((water) => booleanPointInPolygon(label, water)));
    expect(dry.map(({ properties }) => properties?.name)).toEqual([]);
  });
});

test('what the browser loads stays small', () => {
  const kilobytes = (name: string) => readFileSync(fileOf(name)).length / 1000;
  expect(kilobytes('districts.geojson')).toBeLessThan(200);
  expect(kilobytes('water.geojson')).toBeLessThan(200);
  expect(kilobytes('divisions.json')).toBeLessThan(30);
});
