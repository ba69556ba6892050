import type { Position } from 'geojson';

/** Joins lines that meet end to end and nowhere else, so that a shore cut at a bin's border is one line again. */
export function joinLines(lines: Position[][]): Position[][] {
  const open = new Map<string, Position[][]>();
  const keyOf = (position: Position | undefined) => String(position);
  for (const line of lines) {
    for (const end of [keyOf(line[0]), keyOf(line.at(-1))]) open.set(end, [...(open.get(end) ?? []), line]);
  }
  const used = new Set<Position[]>();
  const grow = (joined: Position[]) => {
    for (;;) {
      const meeting = open.get(keyOf(joined.at(-1))) ?? [];
      const next = meeting.find((line) => !used.has(line));
      if (meeting.length !== 2 || !next) return joined;
      used.add(next);
      const forward = keyOf(next[0]) === keyOf(joined.at(-1));
      joined.push(...(forward ? next : [...next].reverse()).slice(1));
    }
  };
  return lines.flatMap((line) => {
    if (used.has(line)) return [];
    used.add(line);
    return [grow(grow([...line]).reverse())];
  });
}
