import type { Database } from '../db/database.ts';
import type { Engine } from './engine.ts';
import { apply, batchSize, toDocuments, type Filling } from './feeder.ts';
import { countSearchable, findSearchableAfter } from './store.ts';
import type { Reader } from './understand.ts';

export type IndexFaults = {
  compared: number;
  /** Openings that should be found and are not in the index. */
  missing: number[];
  /** In the index with another content than the opening has. */
  stale: number[];
  /** In the index, but closed, expired or gone. */
  extra: number[];
};

/** Compares ids and content hashes of an index with what the database says now. */
export async function compareIndex(
  db: Database,
  engine: Engine,
  reader: Reader,
  onProgress: (filling: Filling) => void = () => {},
): Promise<IndexFaults> {
  const held = new Map<number, string>();
  for await (const page of engine.held()) for (const { id, hash } of page) held.set(id, hash);
  const of = await countSearchable(db);
  const faults: IndexFaults = { compared: 0, missing: [], stale: [], extra: [] };
  for (let afterId = 0; ;) {
    const openings = await findSearchableAfter(db, afterId, batchSize);
    if (openings.length === 0) break;
    for (const { id, hash } of await toDocuments(openings, reader)) {
      const found = held.get(id);
      if (found === undefined) faults.missing.push(id);
      else if (found !== hash) faults.stale.push(id);
      held.delete(id);
    }
    faults.compared += openings.length;
    afterId = openings.at(-1)!.id;
    onProgress({ done: faults.compared, of });
  }
  faults.extra = [...held.keys()];
  return faults;
}

/** Brings everything that differs up to date; what changed meanwhile is read anew, so nothing gets older. */
export async function repairIndex(
  db: Database,
  engine: Engine,
  reader: Reader,
  { missing, stale, extra }: IndexFaults,
): Promise<void> {
  const ids = [...missing, ...stale, ...extra];
  for (let from = 0; from < ids.length; from += batchSize)
    await apply(db, engine, reader, ids.slice(from, from + batchSize));
}
