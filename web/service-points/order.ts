import type { ServicePointItem } from '../../api/service-points/contract.ts';
import { houseState } from '../text/open-state.ts';

const rank = { open: 0, later: 1, unknown: 2, closed: 3 } as const;

/** Open first, then those that open again today; within each the given order (near first) holds. */
export function openFirst(points: readonly ServicePointItem[], now: Date): ServicePointItem[] {
  return [...points].sort((a, b) => rank[houseState(a.open, now)] - rank[houseState(b.open, now)]);
}
