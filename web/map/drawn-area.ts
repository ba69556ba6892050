import {
  area as squareMetres,
  convex,
  kinks,
  lineString,
  points,
  polygon,
  simplify,
  unkinkPolygon,
} from '@turf/turf';
import type { Position } from 'geojson';
import type { Area } from '../../geodata/area.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';

/** What an address carries well; a hand draws no finer. */
const MOST_CORNERS = 40;
/** How far a corner may be from the line as it was drawn, px. */
const FIRST_TOLERANCE_PX = 1.5;
/** Smaller than the tip of a finger is a slip. */
const LEAST_SIDE_PX = 24;
/** With less than this share of the whole, the biggest loop is not all that was meant. */
const MOST_OF_IT = 0.8;

/**
 * A stroke as an area of at most 40 corners of 4 decimals (11 m) that does not cross itself. Where the stroke does, the
 * biggest of its loops counts or, where no loop is most of it, everything it goes around.
 * @param degreesPerPx of longitude, at the zoom it was drawn at
 * @returns null for a stroke that goes around less than a fingertip
 */
export function areaOfStroke(stroke: readonly LngLat[], degreesPerPx: number): Area | null {
  const line = apart(stroke.map(({ lng, lat }) => [lng, lat]));
  if (line.length < 3) return null;
  const corners = simplified(line, FIRST_TOLERANCE_PX * degreesPerPx);
  if (corners.length < 3) return null;
  const ring = crosses(corners) ? mended(corners) : corners;
  if (!ring || flatSize(ring) < (LEAST_SIDE_PX * degreesPerPx) ** 2) return null;
  return ring.flatMap(([lng, lat]) => [lng!, lat!]);
}

/** Corners of 4 decimals, no two after each other at one place, the last not at the first. */
function apart(line: readonly Position[]): Position[] {
  const rounded = line.map((corner) => corner.map((degrees) => Number(degrees.toFixed(4))));
  const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];
  const kept = rounded.filter((corner, at) => at === 0 || !isSame(corner, rounded[at - 1]!));
  while (kept.length > 1 && isSame(kept[0]!, kept.at(-1)!)) kept.pop();
  return kept;
}

function simplified(line: readonly Position[], first: number): Position[] {
  let corners = [...line];
  for (let tolerance = first; corners.length > 2; tolerance *= 1.5) {
    corners = simplify(lineString([...line]), { tolerance, highQuality: true }).geometry.coordinates;
    if (corners.length <= MOST_CORNERS) break;
  }
  return corners;
}

const closed = (corners: readonly Position[]) => polygon([[...corners, corners[0]!]]);

const crosses = (corners: readonly Position[]): boolean => kinks(closed(corners)).features.length > 0;

function mended(corners: readonly Position[]): Position[] | null {
  return biggestLoop(corners) ?? hull(corners);
}

function biggestLoop(corners: readonly Position[]): Position[] | null {
  const loops = loopsOf(corners).sort((a, b) => b.size - a.size);
  const whole = loops.reduce((sum, { size }) => sum + size, 0);
  const [biggest] = loops;
  if (!biggest || biggest.size < whole * MOST_OF_IT) return null;
  const ring = apart(biggest.ring);
  return ring.length >= 3 && ring.length <= MOST_CORNERS && !crosses(ring) ? ring : null;
}

function loopsOf(corners: readonly Position[]): { ring: Position[]; size: number }[] {
  try {
    return unkinkPolygon(closed(corners)).features.map((loop) => ({
      ring: loop.geometry.coordinates[0]!,
      size: squareMetres(loop),
    }));
  } catch {
    // It refuses a line that runs over one of its own corners.
    return [];
  }
}

function hull(corners: readonly Position[]): Position[] | null {
  const around = convex(points([...corners]));
  return around && apart(around.geometry.coordinates[0]!);
}

/** In square degrees of longitude, as large as it looks: a degree of latitude is longer. */
function flatSize(ring: readonly Position[]): number {
  const stretch = 1 / Math.cos((ring[0]![1]! * Math.PI) / 180);
  let twice = 0;
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    twice += x1! * y2! - x2! * y1!;
  }
  return (Math.abs(twice) / 2) * stretch;
}
