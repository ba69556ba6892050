import type { Database } from '../db/database.ts';
import { openingColumns, type OpeningRow } from '../openings/store.ts';

export type SharedRow = OpeningRow & { duties: string; requirements: string };

const columns = `${openingColumns}, o.duties, o.requirements`;
/** What somebody else published is theirs to give away: such an opening is shown with its source, and not handed on. */
const shared = `o.status = 'published' and o.published_at <= $1 and $1 < o.expires_at and o.source_name is null`;

/** Openings that may be taken along after an id, in id order. */
export async function findSharedAfter(
  db: Database,
  afterId: number,
  limit: number,
  now: Date,
): Promise<SharedRow[]> {
  const { rows } = await db.query<SharedRow>({
    name: 'open-data.after',
    text: `select ${columns} from openings o join employers e on e.id = o.employer_id
            where ${shared} and o.id > $2 order by o.id limit $3`,
    values: [now, afterId, limit],
  });
  return rows;
}

/** Those of the given openings that may be taken along. */
export async function findShared(db: Database, ids: readonly number[], now: Date): Promise<SharedRow[]> {
  const { rows } = await db.query<SharedRow>({
    name: 'open-data.of-ids',
    text: `select ${columns} from openings o join employers e on e.id = o.employer_id
            where ${shared} and o.id = any($2::bigint[])`,
    values: [now, ids],
  });
  return rows;
}
