import { createHash } from 'node:crypto';
import { Refusal } from '../refusals.ts';
import type { Database } from './database.ts';

/**
 * Does a thing once for a key: asked again with the same key and body it gives the first reply, with another body
 * it refuses. Call it inside the transaction of the work: a second request waits for the first to commit.
 * @param key from the header Idempotency-Key; null does the work plainly
 */
export async function once<T>(
  tx: Database,
  asked: { actor: string; key: string | null; endpointId: string; body: unknown; now: Date },
  work: () => Promise<T>,
): Promise<T> {
  if (asked.key === null) return work();
  const bodyHash = createHash('sha256').update(JSON.stringify(asked.body)).digest();
  const claim = await tx.query({
    name: 'once.claim',
    text: `insert into idempotency_keys (actor, key, endpoint, body_hash, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    values: [asked.actor, asked.key, asked.endpointId, bodyHash, asked.now],
  });
  if (claim.rowCount === 0) {
    const { rows } = await tx.query<{ endpoint: string; bodyHash: Buffer; reply: T }>(
      `select endpoint, body_hash as "bodyHash", reply from idempotency_keys where actor = $1 and key = $2`,
      [asked.actor, asked.key],
    );
    const first = rows[0]!;
    if (first.endpoint !== asked.endpointId || !bodyHash.equals(first.bodyHash))
      throw new Refusal('conflict', 'idempotency-key.reused', '这个请求编号已经用在别的内容上');
    return first.reply;
  }
  const reply = await work();
  await tx.query({
    name: 'once.reply',
    text: 'update idempotency_keys set reply = $3::jsonb where actor = $1 and key = $2',
    values: [asked.actor, asked.key, JSON.stringify(reply)],
  });
  return reply;
}

/** Deletes keys older than a week: nobody retries that long. */
export async function forgetKeys(db: Database, now: Date): Promise<void> {
  await db.query(`delete from idempotency_keys where at < $1::timestamptz - interval '7 days'`, [now]);
}
