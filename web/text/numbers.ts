/** Counts from 1,000 with a comma: `3,455`. Pay never goes through here. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
