import { words } from './words.ts';

/**
 * `240 米`, `3.2 公里`, `12 公里`. Metres are rounded to ten: the positions are not finer than that.
 */
export function formatDistance(metres: number): string {
  const tens = Math.max(10, Math.round(metres / 10) * 10);
  if (tens < 1000) return words.metres(tens);
  const kilometres = metres / 1000;
  return words.kilometres(kilometres < 9.95 ? kilometres.toFixed(1) : String(Math.round(kilometres)));
}

/** A radius in words: `3 公里`, `3.5 公里`, `770 米`. No trailing zero: it is a choice, not a measurement. */
export function formatRadius(metres: number): string {
  if (metres < 1000) return words.metres(Math.round(metres / 10) * 10);
  return words.kilometres(String(Math.round(metres / 100) / 10));
}
