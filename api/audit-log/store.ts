import type { Database } from '../db/database.ts';

type Line = {
  id: string;
  at: Date;
  actor: string;
  actorName: string | null;
  action: string;
  entity: string;
  entityId: string | null;
  detail: Record<string, unknown>;
};

export type LogAsked = {
  before: string | null;
  limit: number;
  actor: string | null;
  /** What the action begins with. */
  action: string | null;
  entity: string | null;
  entityId: string | null;
  /** `2026-11-23`, days in Shanghai, both included. */
  from: string | null;
  to: string | null;
};

/** A page of the log, newest first. */
export async function findAuditLines(db: Database, asked: LogAsked): Promise<Line[]> {
  const { rows } = await db.query<Line>(
    `select l.id::text as id, l.at, l.actor, a.name as "actorName", l.action, l.entity,
            l.entity_id::text as "entityId", l.detail
       from audit_log l
       left join accounts a
         on a.kind = 'staff' and a.id = case when l.actor ~ '^staff:[0-9]{1,18}$' then substr(l.actor, 7)::bigint end
      where ($1::bigint is null or l.id < $1::bigint)
        and ($2::text is null or l.actor = $2::text)
        and ($3::text is null or starts_with(l.action, $3::text))
        and ($4::text is null or l.entity = $4::text)
        and ($5::bigint is null or l.entity_id = $5::bigint)
        and ($6::date is null or l.at >= $6::date::timestamp at time zone 'Asia/Shanghai')
        and ($7::date is null or l.at < ($7::date + 1)::timestamp at time zone 'Asia/Shanghai')
      order by l.id desc limit $8`,
    [
      asked.before,
      asked.actor,
      asked.action,
      asked.entity,
      asked.entityId,
      asked.from,
      asked.to,
      asked.limit,
    ],
  );
  return rows;
}

/** Whether somebody did something after an instant. */
export async function hasDoneSince(
  db: Database,
  { actor, action, since }: { actor: string; action: string; since: Date },
): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    'select exists (select from audit_log where actor = $1 and action = $2 and at > $3) as there',
    [actor, action, since],
  );
  return rows[0]!.there;
}
