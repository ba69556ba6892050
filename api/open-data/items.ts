import { toItem } from '../openings/items.ts';
import type { Change, Part, SharedOpening } from './contract.ts';
import type { SharedRow } from './store.ts';

/** Rows -> what crosses the wire. Pure. */

export const toShared = (row: SharedRow): SharedOpening => ({
  ...toItem(row),
  duties: row.duties,
  requirements: row.requirements,
});

export const toListedChange = (row: SharedRow): Change => ({
  kind: 'listed',
  id: String(row.id),
  opening: toShared(row),
});

/** Whether an opening is in the part that is wanted. */
export const isIn = (part: Part, row: SharedRow): boolean =>
  row.town.startsWith(part.district ?? '') &&
  (part.town === undefined || row.town === part.town) &&
  (part.industry === undefined || row.industry === part.industry) &&
  (part.occupation === undefined || row.occupation === part.occupation);

/** What became of the openings of these ids, in their order: as they are now, or gone. */
export function changesOf(ids: readonly number[], rows: readonly SharedRow[]): Change[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    return row ? toListedChange(row) : { kind: 'gone', id: String(id) };
  });
}
