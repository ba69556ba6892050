import type { Position } from 'geojson';

const between = (from: Position, to: Position, share: number): Position => [
  from[0]! + (to[0]! - from[0]!) * share,
  from[1]! + (to[1]! - from[1]!) * share,
];

/**
 * Cuts each corner twice (Chaikin), so that a shore traced with a point every few hundred metres does not look like
 * a polygon when near. Plain arithmetic: the same bytes on every machine.
 */
export function smoothLine(line: readonly Position[], rounds = 2): Position[] {
  const isRing = String(line[0]) === String(line.at(-1));
  let smooth = [...line];
  for (let round = 0; round < rounds; round++) {
    const cut = smooth
      .slice(1)
      .flatMap((to, i) => [between(smooth[i]!, to, 0.25), between(smooth[i]!, to, 0.75)]);
    smooth = isRing ? [...cut, cut[0]!] : [smooth[0]!, ...cut, smooth.at(-1)!];
  }
  return smooth;
}
