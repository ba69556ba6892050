import type { Database } from '../db/database.ts';
import type { Viewer } from './viewer.ts';
import type { Role } from './contract.ts';

export type SessionLine = { id: string; device: string; createdAt: Date; seenAt: Date };

export async function insertSession(
  db: Database,
  session: {
    hash: Buffer;
    accountId: string;
    device: string;
    now: Date;
    idleSeconds: number;
    longestSeconds: number;
  },
): Promise<void> {
  await db.query(
    `insert into sessions (token_hash, account_id, device, created_at, seen_at, idle_seconds, ends_at)
     values ($1, $2::bigint, $3, $4, $4, $5, $4::timestamptz + $6 * interval '1 second')`,
    [
      session.hash,
      session.accountId,
      session.device,
      session.now,
      session.idleSeconds,
      session.longestSeconds,
    ],
  );
}

type ViewerRow = {
  hash: Buffer;
  sessionId: string;
  seenSecondsAgo: number;
  accountId: string;
  kind: 'person' | 'staff';
  phone: string | null;
  name: string | null;
  roles: Role[];
  divisions: string[];
};

/** Who a cookie belongs to: null when its session is over, idle for too long, or its account disabled. */
export async function findViewer(
  db: Database,
  hash: Buffer,
  now: Date,
): Promise<{ sessionId: string; viewer: Viewer; seenSecondsAgo: number } | null> {
  const { rows } = await db.query<ViewerRow>({
    name: 'viewer.find',
    text: `select s.token_hash as hash, s.id as "sessionId", extract(epoch from $2 - s.seen_at)::float8 as "seenSecondsAgo",
       a.id as "accountId", a.kind, a.phone, a.name, a.roles, a.divisions
       from sessions s join accounts a on a.id = s.account_id
      where s.token_hash = $1 and a.disabled_at is null and s.ends_at > $2
        and s.seen_at + s.idle_seconds * interval '1 second' > $2`,
    values: [hash, now],
  });
  const row = rows[0];
  if (!row) return null;
  // A database that mixes up its answers (a broken embedded one has) must never make somebody another person.
  if (!hash.equals(row.hash)) throw new Error('the database answered another question');
  const { sessionId, seenSecondsAgo, accountId } = row;
  const viewer: Viewer =
    row.kind === 'person'
      ? { kind: 'person', accountId, phone: row.phone! }
      : { kind: 'staff', accountId, name: row.name!, roles: row.roles, divisions: row.divisions };
  return { sessionId, viewer, seenSecondsAgo };
}

export async function markSeen(db: Database, sessionId: string, now: Date): Promise<void> {
  await db.query('update sessions set seen_at = $2 where id = $1::bigint and seen_at < $2', [sessionId, now]);
}

export async function findSessions(db: Database, accountId: string, now: Date): Promise<SessionLine[]> {
  const { rows } = await db.query<SessionLine>(
    `select id, device, created_at as "createdAt", seen_at as "seenAt" from sessions
      where account_id = $1::bigint and ends_at > $2 and seen_at + idle_seconds * interval '1 second' > $2
      order by seen_at desc`,
    [accountId, now],
  );
  return rows;
}

/** Ends one session of an account; false when it has no such session. */
export async function deleteSession(db: Database, accountId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'delete from sessions where id = $2::bigint and account_id = $1::bigint',
    [accountId, sessionId],
  );
  return rowCount === 1;
}

/** Ends the session of a cookie, whoever's it is: the browser that brings it opens another. */
export async function deleteSessionByHash(db: Database, hash: Buffer): Promise<void> {
  await db.query('delete from sessions where token_hash = $1', [hash]);
}

/** Ends every session of an account but one; returns how many. */
export async function deleteOtherSessions(
  db: Database,
  accountId: string,
  keptSessionId: string | null,
): Promise<number> {
  const { rowCount } = await db.query(
    'delete from sessions where account_id = $1::bigint and ($2::bigint is null or id <> $2::bigint)',
    [accountId, keptSessionId],
  );
  return rowCount ?? 0;
}

/** Deletes sessions that are over. */
export async function forgetSessions(db: Database, now: Date): Promise<void> {
  await db.query(
    `delete from sessions where ends_at < $1 or seen_at + idle_seconds * interval '1 second' < $1`,
    [now],
  );
}
