import type { Position } from 'geojson';

const METRES_PER_DEGREE = 111_195;
const COS_LAT = Math.cos((32.8 * Math.PI) / 180);

/** Distance in metres from a position to the stretch between two others; flat, good within the city. */
export function metresToStretch(at: Position, from: Position, to: Position): number {
  const scaled = (position: Position): [number, number] => [
    (position[0]! - at[0]!) * METRES_PER_DEGREE * COS_LAT,
    (position[1]! - at[1]!) * METRES_PER_DEGREE,
  ];
  const [fromX, fromY] = scaled(from);
  const [toX, toY] = scaled(to);
  const [dx, dy] = [toX - fromX, toY - fromY];
  const share = Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(fromX + share * dx, fromY + share * dy);
}

/** Douglas-Peucker; both ends stay, so lines that share them keep meeting. */
export function simplifyLine(line: readonly Position[], toleranceMetres: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const split = (first: number, last: number) => {
    let farthest = -1;
    let most = toleranceMetres;
    for (let i = first + 1; i < last; i++) {
      const metres = metresToStretch(line[i]!, line[first]!, line[last]!);
      if (metres > most) [most, farthest] = [metres, i];
    }
    if (farthest < 0) return;
    keep.add(farthest);
    split(first, farthest);
    split(farthest, last);
  };
  split(0, line.length - 1);
  return line.filter((_, i) => keep.has(i));
}
