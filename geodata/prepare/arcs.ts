import type { Position } from 'geojson';

/** A stretch of border, and the rings (by index) that run along it: two inside the city, one on its edge. */
export type Arc = { line: Position[]; owners: number[] };

const keyOf = (position: Position) => position.join(',');
const edgeKey = (from: Position, to: Position) => [keyOf(from), keyOf(to)].sort().join(' ');

/**
 * Drops what quantising did to an outline: repeated positions, out-and-back spikes and small loops that touch
 * themselves. Wherever the ring returns to a position it has been at, the shorter way round is left out.
 */
export function withoutLoops(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring.slice(0, -1)) {
    const before = kept.findIndex((other) => keyOf(other) === keyOf(position));
    const isShortWay = kept.length - before <= ring.length / 2;
    if (before >= 0 && isShortWay) kept.splice(before + 1);
    else kept.push(position);
  }
  return [...kept, kept[0]!];
}

/**
 * Cuts closed rings into arcs where the neighbour changes, each arc once, so that a simplified border is still the
 * same line for both of its counties. Returns for each ring the arcs it is made of, in order and direction.
 */
export function cutIntoArcs(rings: readonly Position[][]): {
  arcs: Arc[];
  rings: { arc: number; reversed: boolean }[][];
} {
  const ownersOf = new Map<string, Set<number>>();
  rings.forEach((ring, owner) =>
    ring.slice(1).forEach((to, i) => {
      const key = edgeKey(ring[i]!, to);
      ownersOf.set(key, (ownersOf.get(key) ?? new Set()).add(owner));
    }),
  );
  const owners = (from: Position, to: Position) => [...ownersOf.get(edgeKey(from, to))!].sort();
  const arcs: Arc[] = [];
  const known = new Map<string, number>();
  const addArc = (line: Position[], arcOwners: number[]) => {
    const forward = line.map(keyOf).join(' ');
    const backward = [...line].reverse().map(keyOf).join(' ');
    const found = known.get(backward) ?? known.get(forward);
    if (found !== undefined) return { arc: found, reversed: known.has(backward) && !known.has(forward) };
    arcs.push({ line, owners: arcOwners });
    known.set(forward, arcs.length - 1);
    return { arc: arcs.length - 1, reversed: false };
  };
  const cut = rings.map((ring) => {
    const open = ring.slice(0, -1);
    const at = (i: number) => open[i % open.length]!;
    const isJunction = (i: number) =>
      String(owners(at(i + open.length - 1), at(i))) !== String(owners(at(i), at(i + 1)));
    const start = Math.max(
      0,
      open.findIndex((_, i) => isJunction(i)),
    );
    const parts: { arc: number; reversed: boolean }[] = [];
    let line = [at(start)];
    for (let i = start + 1; i <= start + open.length; i++) {
      line.push(at(i));
      if (i < start + open.length && !isJunction(i)) continue;
      parts.push(addArc(line, owners(line[0]!, line[1]!)));
      line = [at(i)];
    }
    return parts;
  });
  return { arcs, rings: cut };
}
