const OFFSET_MS = 8 * 3_600_000;

/** `2026-11-25 14:32` in Yangzhou, as a form or a slip dates itself. */
export function formatDayTime(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
