import { readFile, readdir } from 'node:fs/promises';
import type pg from 'pg';
import { transact } from './transact.ts';

const folder = new URL('./migrations/', import.meta.url);

/**
 * Applies every migration that is not applied yet, each in a transaction of its own that first claims its
 * number: twenty processes at once apply each once.
 * @param only these and no others: a backup is put into tables of its own age, then brought up to date
 * @returns names applied by this call
 */
export async function migrate(pool: pg.Pool, only?: readonly string[]): Promise<string[]> {
  await pool
    .query(
      `create table if not exists migrations (name text primary key, at timestamptz not null default now())`,
    )
    // Two processes creating the table at once: one meets the other's catalogue row.
    .catch((error: { code?: string }) => {
      if (error.code !== '23505' && error.code !== '42P07') throw error;
    });
  const { rows } = await pool.query<{ name: string }>('select name from migrations');
  const done = new Set(rows.map((row) => row.name));
  const applied: string[] = [];
  for (const name of await knownMigrations()) {
    if (only && !only.includes(name)) continue;
    if (!done.has(name) && (await apply(pool, name))) applied.push(name);
  }
  return applied;
}

/** Names of all migrations, in order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
}

async function apply(pool: pg.Pool, name: string): Promise<boolean> {
  const sql = await readFile(new URL(name, folder), 'utf8');
  return transact(pool, async (tx) => {
    const claim = await tx.query('insert into migrations (name) values ($1) on conflict do nothing', [name]);
    if (claim.rowCount === 0) return false;
    await tx.query(sql);
    return true;
  });
}
