import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, LineString, Position } from 'geojson';
import { distanceMetres } from '../distance.ts';
import { bigWaters } from './water-names.ts';
import { roundedLine, writeFeatures } from './write-json.ts';

/** A canal says its name once in so many metres: about a screen at the zoom where it appears. */
const METRES_BETWEEN = { big: 16_000, small: 9_000 };

type WaterLine = { kind: string; name: string | null; rank: 'big' | 'small' };
const water = JSON.parse(
  readFileSync(new URL('../water.geojson', import.meta.url), 'utf8'),
) as FeatureCollection;

const label = (name: string, kind: string, rank: string, at: Position): Feature => ({
  type: 'Feature',
  properties: { name, kind, rank },
  geometry: { type: 'Point', coordinates: roundedLine([at], 5)[0]! },
});

const metresBetween = (from: Position, to: Position) =>
  distanceMetres({ lng: from[0]!, lat: from[1]! }, { lng: to[0]!, lat: to[1]! });

/** Vertices at the middle of each stretch, so that no name stands at the end of its line. */
function alongLine(line: Position[], everyMetres: number): Position[] {
  const places: Position[] = [];
  let untilNext = everyMetres / 2;
  line.slice(1).forEach((to, i) => {
    untilNext -= metresBetween(line[i]!, to);
    if (untilNext > 0) return;
    places.push(to);
    untilNext = everyMetres;
  });
  return places.length > 0 ? places : [line[Math.floor(line.length / 2)]!];
}

const lines = water.features.filter((feature) => feature.geometry.type === 'LineString') as Feature<
  LineString,
  WaterLine
>[];

writeFeatures('water-labels.geojson', [
  ...bigWaters.map(({ name, kind, rank, at }) => label(name, kind, rank, at)),
  ...lines.flatMap(({ properties: { name, kind, rank }, geometry }) =>
    name === null
      ? []
      : alongLine(geometry.coordinates, METRES_BETWEEN[rank]).map((at) => label(name, kind, rank, at)),
  ),
]);
