export interface MinimumWage {
  /** Six digits, GB/T 2260. */
  county: string;
  monthlyYuan: number;
  hourlyYuan: number;
}

/**
 * Minimum pay by county, in yuan before the worker's own insurance share, for as long as the city has entered nothing else
 * (`minimum_wages`, edited by its administrator; see api/moderation/minimum-wages-store.ts).
 *
 * What is known, none of it from the notices themselves:
 * - class 1 by the month, 2,660: notice 苏人社规〔2025〕3号 of 2025-12-29, as two cities' housing funds quote it;
 * - class 2 by the month, 2,260, and by the hour, 24 and 22: in force from 2024-01-01, from memory. The notice of 2025 has
 *   raised them too, its figures were not at hand. They are too low rather than too high: nobody is accused wrongly;
 * - which county is of which class: from memory.
 */
export const minimumWages: readonly MinimumWage[] = [
  { county: '321002', monthlyYuan: 2660, hourlyYuan: 24 },
  { county: '321003', monthlyYuan: 2660, hourlyYuan: 24 },
  { county: '321012', monthlyYuan: 2660, hourlyYuan: 24 },
  { county: '321071', monthlyYuan: 2660, hourlyYuan: 24 },
  { county: '321023', monthlyYuan: 2260, hourlyYuan: 22 },
  { county: '321081', monthlyYuan: 2260, hourlyYuan: 22 },
  { county: '321084', monthlyYuan: 2260, hourlyYuan: 22 },
];

/** What the city has entered, and for the other counties what is known here. */
export function withKnownWages(entered: readonly MinimumWage[]): MinimumWage[] {
  return minimumWages.map((known) => entered.find(({ county }) => county === known.county) ?? known);
}
