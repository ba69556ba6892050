import { currentCursor } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import { fill, versionOf, type Filling } from './feeder.ts';
import type { MeilisearchEngine } from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { setFilled } from './store.ts';
import type { Reader } from './understand.ts';

/** Name under which an index keeps its place in the change log. */
export const consumerOf = (index: string | null): string =>
  index === null ? 'postgres' : `meilisearch:${index}`;

/**
 * Fills PostgreSQL's index anew, row by row: a reader sees each opening in its old or its new form, so there is
 * nothing to swap.
 */
export async function rebuildPostgres(
  db: Database,
  reader: Reader,
  onProgress: (filling: Filling) => void,
): Promise<void> {
  const cursor = await currentCursor(db);
  await fill(db, createPostgresEngine(db), reader, onProgress);
  await setFilled(db, consumerOf(null), { cursor, version: versionOf(reader), identity: null });
}

/**
 * Fills a new index beside the one that serves and exchanges the two at once. The place in the change log goes
 * back to where the filling began: what changed meanwhile went to the old index and is applied again.
 */
export async function rebuildMeilisearch(
  db: Database,
  engine: MeilisearchEngine,
  index: string,
  reader: Reader,
  onProgress: (filling: Filling) => void,
): Promise<void> {
  const cursor = await currentCursor(db);
  const besides = `${index}-rebuild`;
  const fresh = engine.besides(besides);
  // What a rebuild that was cut short has left.
  await fresh.drop();
  await engine.identity();
  await fill(db, fresh, reader, onProgress);
  await fresh.identity();
  await engine.swapWith(besides);
  await setFilled(db, consumerOf(index), {
    cursor,
    version: versionOf(reader),
    identity: await engine.identity(),
  });
  await fresh.drop();
}
