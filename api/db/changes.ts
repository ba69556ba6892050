import type { Database } from './database.ts';

export type ChangeKind = 'opening' | 'employer' | 'service_point';
/** A place in the change log: everything up to and including it has been read. */
export type Cursor = { tx: string; seq: string };
export type Change = { kind: ChangeKind; entityId: number; cursor: Cursor };

/** Writes one change-log row per changed thing; call it in the transaction of the change. */
export async function recordChanges(tx: Database, kind: ChangeKind, ids: readonly number[]): Promise<void> {
  await tx.query('insert into outbox (kind, entity_id) select $1, unnest($2::bigint[])', [kind, ids]);
}

/**
 * The place from which a consumer that loads everything now has to read on: the oldest transaction still
 * running. Take it before loading; what is read twice is applied twice, which changes nothing.
 */
export async function currentCursor(db: Database): Promise<Cursor> {
  const { rows } = await db.query<{ tx: string }>(
    `select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as tx`,
  );
  return { tx: rows[0]!.tx, seq: '9223372036854775807' };
}

/**
 * Reads on in commit-safe order: only rows whose transaction is older than every running one.
 * @param limit rows at most
 */
export async function readChanges(db: Database, after: Cursor, limit = 5000): Promise<Change[]> {
  const { rows } = await db.query<{ kind: ChangeKind; id: number; tx: string; seq: string }>(
    `select kind, entity_id::float8 as id, tx::text as tx, seq::text as seq
       from outbox
      where (tx, seq) > ($1::text::xid8, $2::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
      order by tx, seq
      limit $3`,
    [after.tx, after.seq, limit],
  );
  return rows.map((row) => ({ kind: row.kind, entityId: row.id, cursor: { tx: row.tx, seq: row.seq } }));
}
