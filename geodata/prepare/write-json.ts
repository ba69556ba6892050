import { writeFileSync } from 'node:fs';
import type { Feature, Position } from 'geojson';

const target = (name: string) => new URL(`../${name}`, import.meta.url);

/** One row a line: small, and a difference shows which row changed. */
export function writeRows(name: string, rows: readonly unknown[]): void {
  writeFileSync(target(name), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}

/** A feature collection with one feature a line. */
export function writeFeatures(name: string, features: readonly Feature[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(target(name), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

/** Rounds to so many decimals; 4 are 11 m, 5 are 1.1 m. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Rounds the positions of a line and drops those that fall together. */
export function roundedLine(line: readonly Position[], decimals: number): Position[] {
  const positions = line.map(([lng, lat]) => [rounded(lng!, decimals), rounded(lat!, decimals)]);
  return positions.filter((at, i) => i === 0 || String(at) !== String(positions[i - 1]));
}
