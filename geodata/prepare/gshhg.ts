import { execFileSync } from 'node:child_process';
import { featureCollection, lineString, polygon, polygonize } from '@turf/turf';
import type { Feature, Polygon, Position } from 'geojson';
import { joinLines } from './join-lines.ts';

/**
 * Whole degrees around the map: GSHHG is stored in bins of one degree, and its segments end exactly on their borders,
 * so a region of whole bins needs no clipping of ours.
 */
const REGION = { west: 118, east: 121, south: 31, north: 34 };
const regionOption = `-R${REGION.west}/${REGION.east}/${REGION.south}/${REGION.north}`;

const gmt = (args: string[], input?: string) =>
  execFileSync('gmt', args, { encoding: 'utf8', input, maxBuffer: 1 << 28 });

const positionOf = (line: string): Position => line.trim().split(/\s+/).slice(0, 2).map(Number);

/** The segments of `gmt coast -M`, each with the level in its header. */
function dump(what: '-W' | '-Ia'): { level: number; line: Position[] }[] {
  const segments: { level: number; line: Position[] }[] = [];
  for (const text of gmt(['coast', regionOption, '-Df', '-M', what]).split('\n')) {
    if (text.startsWith('>')) segments.push({ level: Number(/Level (\d+)/.exec(text)?.[1]), line: [] });
    else if (text.trim() && !text.startsWith('#')) segments.at(-1)?.line.push(positionOf(text));
  }
  return segments.filter(({ line }) => new Set(line.map(String)).size > 1);
}

/** A point inside a polygon: the middle of the widest stretch along a level through it, holes included. */
export function pointInside(rings: Position[][]): Position {
  const ys = rings[0]!.map((position) => position[1]!);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  let best: { width: number; at: Position } = { width: 0, at: rings[0]![0]! };
  for (const share of [0.5, 0.31, 0.69, 0.17, 0.83, 0.07, 0.93]) {
    const y = low + (high - low) * share;
    const crossings = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap((to, i) => {
          const from = ring[i]!;
          if (from[1]! > y === to[1]! > y) return [];
          return [from[0]! + ((y - from[1]!) / (to[1]! - from[1]!)) * (to[0]! - from[0]!)];
        }),
      )
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1]! - crossings[i]!;
      if (width > best.width) best = { width, at: [crossings[i]! + width / 2, y] };
    }
  }
  return best.at;
}

/** The region's frame, broken where shores reach it. */
function frame(shores: Position[][]): Position[][] {
  const { west, east, south, north } = REGION;
  const ends = shores.flatMap((line) => [line[0]!, line.at(-1)!]);
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return corners.flatMap((from, side) => {
    const to = corners[(side + 1) % 4]!;
    const axis = side % 2;
    const across = 1 - axis;
    const onSide = ends.filter((end) => end[across] === from[across]);
    const along = [from, ...onSide, to].sort(
      (a, b) => (a[axis]! - b[axis]!) * Math.sign(to[axis]! - from[axis]!),
    );
    return along.slice(1).map((next, i) => [along[i]!, next]);
  });
}

/** Which of the points GSHHG holds to be water (sea, lake, pond in an island), by `gmt select`. */
function wet(points: Position[]): boolean[] {
  const rows = points.map((point, i) => `${point[0]!.toFixed(8)} ${point[1]!.toFixed(8)} ${i}`).join('\n');
  const kept = gmt(['select', regionOption, '-Df', '-Nk/s/k/s/k', '--FORMAT_FLOAT_OUT=%.10g'], rows);
  const indices = new Set(
    kept
      .split('\n')
      .filter(Boolean)
      .map((row) => Number(row.trim().split(/\s+/)[2])),
  );
  return points.map((_, i) => indices.has(i));
}

/** Every face of water in the region, holes (islands) cut out; rivers drawn with two banks included. */
export function waterPolygons(): Feature<Polygon>[] {
  const shores = joinLines(dump('-W').map(({ line }) => line));
  const lines = [...shores, ...frame(shores)];
  const faces = polygonize(featureCollection(lines.map((line) => lineString(line)))).features;
  const isWet = wet(faces.map((face) => pointInside(face.geometry.coordinates)));
  return [...faces.filter((_, i) => isWet[i]), ...twoBankedRivers()];
}

/** Level 0 holds the outlines of rivers too wide for one line; one that leaves the region is closed on its frame. */
const TWO_BANKED = 0;

function twoBankedRivers(): Feature<Polygon>[] {
  const outlines = joinLines(dump('-Ia').flatMap(({ level, line }) => (level === TWO_BANKED ? [line] : [])));
  return outlines
    .filter((line) => line.length > 3)
    .map((line) => polygon([String(line[0]) === String(line.at(-1)) ? line : [...line, line[0]!]]));
}

/** Rivers and canals drawn as one line, joined by level (8 and 9 are canals). */
export function riverLines(): { level: number; line: Position[] }[] {
  const rivers = dump('-Ia').filter(({ level }) => level !== TWO_BANKED);
  const levels = [...new Set(rivers.map(({ level }) => level))].sort((a, b) => a - b);
  return levels.flatMap((level) =>
    joinLines(rivers.filter((river) => river.level === level).map(({ line }) => line)).map((line) => ({
      level,
      line,
    })),
  );
}
