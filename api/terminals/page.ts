import { distanceMetres } from '../../geodata/distance.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import type { Database } from '../db/database.ts';
import { toItem } from '../openings/items.ts';
import type { OpeningsModel } from '../openings/model.ts';
import { order, selectOpenings } from '../openings/query.ts';
import { initialsOf, syllablesOf } from '../search/sound.ts';
import { dayNumberAt } from '../shanghai-day.ts';
import type { TerminalOpening } from './contract.ts';
import { findOpeningWords } from './store.ts';

/** As far as a terminal looks, and as much as it keeps: 200 openings cost 12 ms to put together. */
const withinMetres = 20_000;
const mostOpenings = 200;
export const pointsAround = 8;

/** Changes with every opening, point or day: what a terminal was given before may be old then. */
export function pageVersion(models: { openings: number; servicePoints: number }, now: Date): string {
  return `${models.openings}-${models.servicePoints}-${dayNumberAt(now)}`;
}

/** The published openings nearest to a place, nearest first, as a terminal keeps them. */
export async function openingsFor(
  db: Database,
  openings: OpeningsModel,
  place: LngLat,
  now: Date,
): Promise<TerminalOpening[]> {
  const near: [number, number] = [place.lng, place.lat];
  const selection = selectOpenings(openings, { near, withinMetres }, now.getTime(), null);
  const ids = [...order(openings, selection, 'distance', mostOpenings)].map(
    (index) => openings.columns.id[selection.rows[index]!]!,
  );
  return slipOpenings(db, openings, ids, place);
}

/** Openings by id with all that a slip says, in the order given; those that are not published are left out. */
export async function slipOpenings(
  db: Database,
  openings: OpeningsModel,
  ids: readonly number[],
  from: LngLat,
): Promise<TerminalOpening[]> {
  const rows = await openings.rows(db, ids);
  const words = new Map((await findOpeningWords(db, ids)).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const said = words.get(row.id);
    if (!said) return [];
    const { id: _id, ...rest } = said;
    const named = [...new Set([row.title, row.occupation ?? '', row.employerName])];
    return [
      {
        ...toItem(row),
        ...rest,
        employer: row.employerName,
        distanceMetres: Math.round(distanceMetres(from, row)),
        sound: named.map((name) => syllablesOf(name).join('')).join(' '),
        initials: named.map(initialsOf).join(' '),
      },
    ];
  });
}
