import type { Database } from '../db/database.ts';

export type Channel = 'sms' | 'email';
export type WaitingMessage = { id: string; channel: Channel; recipient: string; text: string; tries: number };

export async function insertMessage(
  db: Database,
  message: { channel: Channel; recipient: string; template: string; text: string; now: Date },
): Promise<void> {
  await db.query(
    `insert into messages (channel, recipient, template, text, created_at, next_try_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [message.channel, message.recipient, message.template, message.text, message.now],
  );
}

/**
 * Messages that are due, each claimed for a minute: two processes never send the same one. Codes first, somebody waits
 * for them and they are worth nothing after five minutes; then the oldest.
 */
export async function claimMessages(db: Database, now: Date, limit: number): Promise<WaitingMessage[]> {
  const { rows } = await db.query<WaitingMessage>(
    `update messages set tries = tries + 1, next_try_at = $1::timestamptz + interval '1 minute'
      where id in (select id from messages where sent_at is null and tries < 8 and next_try_at <= $1
                    order by template = 'sign-in.code' desc, next_try_at limit $2 for update skip locked)
     returning id, channel, recipient, text, tries`,
    [now, limit],
  );
  return rows;
}

/** Whether a message is due: the question asked every second, which writes nothing. */
export async function isMessageDue(db: Database, now: Date): Promise<boolean> {
  const { rows } = await db.query(
    'select 1 from messages where sent_at is null and tries < 8 and next_try_at <= $1 limit 1',
    [now],
  );
  return rows.length > 0;
}

export async function markSent(db: Database, id: string, now: Date): Promise<void> {
  await db.query('update messages set sent_at = $2, last_error = null where id = $1::bigint', [id, now]);
}

/** Tries again later: after 1, 2, 4 … minutes, eight times in all. */
export async function postpone(db: Database, id: string, error: string, now: Date): Promise<void> {
  await db.query(
    `update messages set last_error = left($2, 300),
       next_try_at = $3::timestamptz + interval '1 minute' * 2 ^ (tries - 1) where id = $1::bigint`,
    [id, error, now],
  );
}

/** The newest messages, for the demo's inbox. */
export async function findMessages(
  db: Database,
  limit: number,
): Promise<{ id: string; channel: Channel; recipient: string; text: string; at: Date }[]> {
  const { rows } = await db.query<{
    id: string;
    channel: Channel;
    recipient: string;
    text: string;
    at: Date;
  }>(`select id, channel, recipient, text, created_at as at from messages order by id desc limit $1`, [
    limit,
  ]);
  return rows;
}

/** Deletes messages after 30 days; who was told what stands in the feature's own tables. */
export async function forgetMessages(db: Database, now: Date): Promise<void> {
  await db.query(`delete from messages where created_at < $1::timestamptz - interval '30 days'`, [now]);
}
