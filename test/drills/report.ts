/** One line of the table. `ok` null: it could not be tried here, and the words say why. */
export type Line = {
  part: string;
  what: string;
  /** How often: random moments, calls, connections. */
  times: number;
  found: string;
  ok: boolean | null;
};

/** `told` hears of a line when it is known: whole drills take half an hour, and a table that never came says nothing. */
export type DrillOptions = { quick: boolean; rounds: number; told: (line: Line) => void };
export type Part = (options: DrillOptions) => Promise<Line[]>;

export const ms = (value: number) => `${Math.round(value)} ms`;
export const share = (value: number) => `${(value * 100).toFixed(1)} %`;

/** Median and most of some times. */
export function spread(values: readonly number[]): string {
  if (values.length === 0) return '—';
  const sorted = [...values].sort((a, b) => a - b);
  return `${ms(sorted[Math.floor(sorted.length / 2)]!)}（最长 ${ms(sorted.at(-1)!)}）`;
}
