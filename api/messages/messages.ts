import type { Database } from '../db/database.ts';
import { insertMessage } from './store.ts';
import { templates, type Template, type ValuesOf } from './templates.ts';

/** Writes a message in the transaction of what it tells about; it leaves when that has committed. */
export async function sendMessage<T extends Template>(
  tx: Database,
  message: { channel: 'sms' | 'email'; to: string; template: T; values: ValuesOf<T> },
  now: Date,
): Promise<void> {
  const write = templates[message.template] as (values: ValuesOf<T>) => string;
  const { channel, to, template } = message;
  await insertMessage(tx, { channel, recipient: to, template, text: write(message.values), now });
}
