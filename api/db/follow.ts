import type pg from 'pg';
import type { Logger } from 'pino';
import { type ChangeKind, currentCursor, type Cursor, readChanges } from './changes.ts';

type Follower = { [Kind in ChangeKind]: (ids: number[]) => Promise<void> };

/** How often the change log is read, ms: what one process writes, all show within a second. */
const everyMs = 200;
const batch = 5000;

/**
 * Follows the change log from now on and hands over the ids that changed, kind by kind.
 * `catchUp` reads what is there at once; after a failure the same changes come again.
 */
export async function followChanges(db: pg.Pool, follower: Follower, log: Logger) {
  let cursor: Cursor = await currentCursor(db);
  let running: Promise<void> | null = null;
  let stopped = false;

  async function readOn(): Promise<void> {
    for (;;) {
      const { changes, cursor: next } = await readChanges(db, cursor, batch);
      const ids: { [Kind in ChangeKind]: Set<number> } = {
        opening: new Set(),
        employer: new Set(),
        service_point: new Set(),
      };
      for (const change of changes) ids[change.kind].add(change.entityId);
      for (const kind of Object.keys(ids) as ChangeKind[])
        if (ids[kind].size > 0) await follower[kind]([...ids[kind]]);
      cursor = next;
      if (changes.length < batch) return;
    }
  }

  /** One reader at a time; who comes meanwhile waits for a reading that began after its call. */
  async function catchUp(): Promise<void> {
    if (running) await running.catch(() => {});
    running ??= readOn().finally(() => (running = null));
    return running;
  }

  const timer = setInterval(() => {
    if (running || stopped) return;
    catchUp().catch((error: Error) => log.warn({ err: error }, 'change log not readable, trying again'));
  }, everyMs);
  timer.unref();

  return {
    catchUp,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
