import type { Database } from './database.ts';

export type AuditLine = {
  /** Who: `staff:3`, `person:12`, `terminal:9`, or the command that ran. */
  actor: string;
  /** `<thing>.<verb>`, such as `opening.publish`. */
  action: string;
  entity: string;
  entityId?: string | null;
  /** What a later reader needs; never a password, a code or a whole telephone number. */
  detail?: Record<string, unknown>;
};

/** One line of the audit log, in the transaction of the change. */
export async function recordAudit(tx: Database, line: AuditLine, now: Date): Promise<void> {
  await tx.query({
    name: 'audit.record',
    text: `insert into audit_log (at, actor, action, entity, entity_id, detail)
     values ($1, $2, $3, $4, $5::bigint, $6::jsonb)`,
    values: [
      now,
      line.actor,
      line.action,
      line.entity,
      line.entityId ?? null,
      JSON.stringify(line.detail ?? {}),
    ],
  });
}
