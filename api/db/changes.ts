import type { Database } from './database.ts';

export type ChangeKind = 'opening' | 'employer' | 'service_point';
/**
 * A place in the change log. Everything a transaction in the snapshot `done` wrote has been read; of `window`,
 * the snapshot being read, everything up to `seq`. Snapshots rather than numbers: a number is given out before
 * its transaction commits, so reading "after 7" would miss a 6 that commits late, and waiting for the oldest
 * running transaction would let one long import anywhere in the cluster hold everybody back.
 */
export type Cursor = { done: string; window: string | null; seq: string };
export type Change = { kind: ChangeKind; entityId: number };

/** Writes one change-log row per changed thing; call it in the transaction of the change. */
export async function recordChanges(tx: Database, kind: ChangeKind, ids: readonly number[]): Promise<void> {
  await tx.query('insert into outbox (kind, entity_id) select $1, unnest($2::bigint[])', [kind, ids]);
}

/**
 * The place from which a consumer that loads everything now has to read on. Take it before loading; what is
 * read twice is applied twice, which changes nothing.
 */
export async function currentCursor(db: Database): Promise<Cursor> {
  const { rows } = await db.query<{ done: string }>('select pg_current_snapshot()::text as done');
  return { done: rows[0]!.done, window: null, seq: '0' };
}

/**
 * Reads on from a place: what has committed since, each row once, late ones too.
 * @param limit rows at most; fewer means that there is no more for now
 */
export async function readChanges(
  db: Database,
  after: Cursor,
  limit = 5000,
): Promise<{ changes: Change[]; cursor: Cursor }> {
  const { rows } = await db.query<{ kind: ChangeKind | null; entityId: number; seq: string; window: string }>(
    `with reading as (select coalesce($2::pg_snapshot, pg_current_snapshot()) as snapshot)
     select o.kind, o.entity_id::float8 as "entityId", o.seq::text as seq, r.snapshot::text as window
       from reading r
       left join lateral (
         select kind, entity_id, seq from outbox
          where tx >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(tx, $1::pg_snapshot)
            and pg_visible_in_snapshot(tx, r.snapshot) and seq > $3::bigint
          order by seq limit $4
       ) o on true`,
    [after.done, after.window, after.seq, limit],
  );
  const window = rows[0]!.window;
  const changes = rows.flatMap(({ kind, entityId }) => (kind === null ? [] : [{ kind, entityId }]));
  const isWhole = changes.length < limit;
  const cursor = isWhole
    ? { done: window, window: null, seq: '0' }
    : { done: after.done, window, seq: rows.at(-1)!.seq };
  return { changes, cursor };
}
