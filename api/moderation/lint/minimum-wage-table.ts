export interface MinimumWage {
  /** Six digits, GB/T 2260. */
  county: string;
  monthlyYuan: number;
  hourlyYuan: number;
}

/**
 * Minimum pay by county, in yuan before the worker's own insurance share.
 * Source: 江苏省人力资源和社会保障厅, standards in force since 2024-01-01 (class 1 2,490 / 24, class 2 2,260 / 22); from memory
 * of the published notice, the text was not at hand. The city enters later standards through `LintSettings`.
 */
export const minimumWages: readonly MinimumWage[] = [
  { county: '321002', monthlyYuan: 2490, hourlyYuan: 24 },
  { county: '321003', monthlyYuan: 2490, hourlyYuan: 24 },
  { county: '321012', monthlyYuan: 2490, hourlyYuan: 24 },
  { county: '321071', monthlyYuan: 2490, hourlyYuan: 24 },
  { county: '321023', monthlyYuan: 2260, hourlyYuan: 22 },
  { county: '321081', monthlyYuan: 2260, hourlyYuan: 22 },
  { county: '321084', monthlyYuan: 2260, hourlyYuan: 22 },
];
