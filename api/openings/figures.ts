import type { OpeningsModel } from './model.ts';
import { selectOpenings } from './query.ts';

/** Openings, positions and employers that hire at an instant. */
export function openingFigures(openings: OpeningsModel, now: Date) {
  const { rows, positions } = selectOpenings(openings, {}, now.getTime(), null);
  const employers = new Set<number>();
  for (const row of rows) employers.add(openings.columns.employerId[row]!);
  return { openings: rows.length, positions, employers: employers.size };
}

/** Openings and positions within a distance of a place. */
export function openingsWithin(
  openings: OpeningsModel,
  place: { lng: number; lat: number },
  metres: number,
  now: Date,
) {
  const filter = { near: [place.lng, place.lat] as [number, number], withinMetres: metres };
  const { rows, positions } = selectOpenings(openings, filter, now.getTime(), null);
  return { openings: rows.length, positions };
}
