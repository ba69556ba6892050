import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** The named secret of this database, made at the first call: every process has the same. 256 bits. */
export async function getSecret(db: Database, name: string): Promise<Buffer> {
  await db.query('insert into secrets (name, value) values ($1, $2) on conflict do nothing', [
    name,
    randomBytes(32),
  ]);
  const { rows } = await db.query<{ value: Buffer }>('select value from secrets where name = $1', [name]);
  return rows[0]!.value;
}
