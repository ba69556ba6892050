import { setImmediate as breathe } from 'node:timers/promises';
import { currentCursor, readChanges, recordChanges, type Change, type Cursor } from '../db/changes.ts';
import type { Database } from '../db/database.ts';
import { documentVersion, toDocument, type Searchable, type SearchDocument } from './document.ts';
import type { Engine } from './engine.ts';
import * as store from './store.ts';
import type { Reader } from './understand.ts';

export const batchSize = 500;
// About 5 ms of work between two turns of the event loop.
const sliceSize = 10;

export type Filling = { done: number; of: number };

/** Makes documents without holding up the event loop. */
export async function toDocuments(
  openings: readonly Searchable[],
  reader: Reader,
): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const opening of openings) {
    documents.push(toDocument(opening, reader.thesaurus, reader.cut));
    if (documents.length % sliceSize === 0) await breathe();
  }
  return documents;
}

/** What an index must have been filled with to be used. */
export const versionOf = (reader: Reader): string => `${documentVersion}-${reader.thesaurus.version}`;

/**
 * Puts every opening that may be found into the engine and takes out everything else. Each opening is replaced
 * at once, so readers always see one of its two forms.
 */
export async function fill(
  db: Database,
  engine: Engine,
  reader: Reader,
  onProgress: (filling: Filling) => void | Promise<void> = () => {},
): Promise<void> {
  const of = await store.countSearchable(db);
  const present = new Set<number>();
  for (let afterId = 0; ;) {
    const openings = await store.findSearchableAfter(db, afterId, batchSize);
    if (openings.length === 0) break;
    await engine.put(await toDocuments(openings, reader));
    for (const { id } of openings) present.add(id);
    afterId = openings.at(-1)!.id;
    await onProgress({ done: present.size, of });
  }
  const extra: number[] = [];
  for await (const page of engine.held()) for (const { id } of page) if (!present.has(id)) extra.push(id);
  // Published while the filling ran, perhaps: the change log decides.
  for (const ids of batchesOf(extra)) await apply(db, engine, reader, ids);
  if (engine.name === 'postgres') await store.settleIndex(db);
}

/** Brings some openings up to date: in when they may be found, out when not. */
export async function apply(
  db: Database,
  engine: Engine,
  reader: Reader,
  ids: readonly number[],
): Promise<void> {
  const openings = await store.findSearchable(db, ids);
  const found = new Set(openings.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  if (openings.length > 0) await engine.put(await toDocuments(openings, reader));
  if (gone.length > 0) await engine.remove(gone);
}

/** One index and its place in the change log. */
export type Feeder = {
  readonly engine: Engine;
  readonly consumer: string;
  /** Applies what has changed. @returns number of openings brought up to date, or null while another process does it */
  drain(): Promise<number | null>;
  /** Whether the index has been filled with what this process would fill it with. */
  isFilled(): boolean;
  /** Whether the index is filled, and nobody but this process changes it now; not counting a rebuild or repair by hand. */
  isAlone(): boolean;
  /** Whether nothing waits in the change log, whoever applies it. */
  isUpToDate(): Promise<boolean>;
  giveUp(): Promise<void>;
};

// A third of the lease (store.ts).
const renewAfterMs = 1500;

/**
 * @param holder name of this process, unique
 * @param onApplied called as soon as something in the index has changed, or may be changed by another process
 */
export function createFeeder(
  db: Database,
  engine: Engine,
  consumer: string,
  holder: string,
  reader: { reader(): Reader; fresh(): Promise<Reader> },
  onApplied: () => void = () => {},
): Feeder {
  let cursor: Cursor | null = null;
  let leasedAt = 0;
  let filled = false;

  async function lease(): Promise<boolean> {
    if (cursor && Date.now() - leasedAt < renewAfterMs) return true;
    const row = await store.takeLease(db, consumer, holder);
    if (!row) {
      leave();
      const other = await store.findCursor(db, consumer);
      filled = other !== null && (await isCurrent(other));
      return false;
    }
    leasedAt = Date.now();
    if (!(await isCurrent(row))) await refill();
    else cursor = row.cursor;
    filled = true;
    return true;
  }

  /** Another process changes the index from now on, and has perhaps begun. */
  function leave(): void {
    if (cursor) onApplied();
    cursor = null;
  }

  const isCurrent = async (row: store.CursorRow) =>
    row.version === versionOf(reader.reader()) && row.identity === (await engine.identity());

  async function refill(): Promise<void> {
    filled = false;
    const from = await currentCursor(db);
    const with_ = await reader.fresh();
    await fill(db, engine, with_, async () => {
      if (Date.now() - leasedAt < renewAfterMs) return;
      if (await store.takeLease(db, consumer, holder)) leasedAt = Date.now();
    });
    await store.setFilled(db, consumer, {
      cursor: from,
      version: versionOf(with_),
      identity: await engine.identity(),
    });
    cursor = from;
    onApplied();
  }

  return {
    engine,
    consumer,
    isFilled: () => filled,
    isAlone: () => filled && cursor !== null && Date.now() - leasedAt < 1000 * store.leaseSeconds,
    isUpToDate: async () => filled && (await store.findLag(db, consumer)).rows === 0,
    async drain() {
      if (!(await lease())) return null;
      let applied = 0;
      for (;;) {
        const from = cursor!;
        const { changes, cursor: to } = await readChanges(db, from, batchSize);
        if (changes.length === 0 && from.window === null) return applied;
        const ids = await openingsOf(db, changes);
        if (ids.length > 0) {
          const with_ = await reader.fresh();
          for (const batch of batchesOf(ids)) {
            await apply(db, engine, with_, batch);
            onApplied();
          }
        }
        applied += ids.length;
        if (!(await store.moveCursor(db, consumer, holder, { from, to }))) {
          // The lease ran out on the way, so what was written may be older than what its new holder wrote; or a
          // rebuild has put the cursor back, and what was written went to the old index.
          if (ids.length > 0) await recordChanges(db, 'opening', ids);
          leave();
          return applied;
        }
        cursor = to;
        leasedAt = Date.now();
      }
    },
    async giveUp() {
      if (cursor) await store.giveUpLease(db, consumer, holder);
      cursor = null;
    },
  };
}

async function openingsOf(db: Database, changes: readonly Change[]): Promise<number[]> {
  const of = (kind: Change['kind']) =>
    changes.filter((change) => change.kind === kind).map(({ entityId }) => entityId);
  const employed = await store.findOpeningsOfEmployers(db, [...new Set(of('employer'))]);
  return [...new Set([...of('opening'), ...employed])];
}

function* batchesOf(ids: readonly number[]): Iterable<readonly number[]> {
  for (let from = 0; from < ids.length; from += batchSize) yield ids.slice(from, from + batchSize);
}
