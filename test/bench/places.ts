import { towns } from '../../geodata/towns.ts';
import { createChance } from '../../seeds/chance.ts';

/** So many places where people of the city may stand, always the same. */
export function somePlaces(count: number): string[] {
  const chance = createChance(321);
  return Array.from({ length: count }, () => {
    const { seat } = chance.pick(towns);
    const lng = seat.lng + (chance.next() - 0.5) * 0.06;
    const lat = seat.lat + (chance.next() - 0.5) * 0.06;
    return `${lng.toFixed(5)},${lat.toFixed(5)}`;
  });
}
