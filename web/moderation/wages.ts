import {
  earliestWageDay,
  leastHourlyYuan,
  leastMonthlyYuan,
  type MinimumWageRow,
  mostHourlyYuan,
  mostMonthlyYuan,
  mostWageDaysAhead,
} from '../../api/moderation/contract.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';

/** What the form of minimum pay holds; `counties` are codes. */
export type WageValues = {
  counties: string[];
  inForceFrom: string;
  monthlyYuan: number | null;
  hourlyYuan: number | null;
  source: string;
};

/** Rows by when they count; `later` and `earlier` the nearest day first. */
export function sortWages(items: readonly MinimumWageRow[], today: string) {
  const day = ({ inForceFrom }: MinimumWageRow) => inForceFrom ?? '';
  const isLater = (row: MinimumWageRow) => day(row) > today;
  const rest = items.filter(({ isInForce }) => !isInForce);
  return {
    now: items.filter(({ isInForce }) => isInForce),
    later: rest.filter(isLater).sort((one, other) => day(one).localeCompare(day(other))),
    earlier: rest.filter((row) => !isLater(row)).sort((one, other) => day(other).localeCompare(day(one))),
  };
}

/** What stands for a county from a day on, when something was entered. */
export const findWage = (items: readonly MinimumWageRow[], county: string, day: string) =>
  items.find((row) => row.county === county && row.inForceFrom === day);

export const countyName = (code: string): string => findDivision(code)?.name ?? code;

const within = (value: number | null, least: number, most: number): boolean =>
  value !== null && value >= least && value <= most;

/** @param today `2026-11-23` in Yangzhou */
export function wageFaults(values: WageValues, today: string) {
  const words = wagesDeskWords();
  const { counties, inForceFrom, monthlyYuan, hourlyYuan, source } = values;
  const daysAhead = (Date.parse(inForceFrom) - Date.parse(today)) / 86_400_000;
  const isDay = inForceFrom >= earliestWageDay && daysAhead <= mostWageDaysAhead;
  const range = (least: number, most: number) => [String(least), String(most)] as const;
  return {
    counties: counties.length > 0 ? undefined : words.countiesFault,
    inForceFrom: isDay ? undefined : words.fromFault(earliestWageDay.slice(0, 4)),
    monthlyYuan: within(monthlyYuan, leastMonthlyYuan, mostMonthlyYuan)
      ? undefined
      : words.monthlyFault(...range(leastMonthlyYuan, mostMonthlyYuan)),
    hourlyYuan: within(hourlyYuan, leastHourlyYuan, mostHourlyYuan)
      ? undefined
      : words.hourlyFault(...range(leastHourlyYuan, mostHourlyYuan)),
    source: source.trim().length >= 2 ? undefined : words.sourceFault,
  };
}
