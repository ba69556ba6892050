import { pino } from 'pino';
import { createPool } from '../../api/db/pool.ts';
import { createFeeder } from '../../api/search/feeder.ts';
import type { Engine } from '../../api/search/engine.ts';
import { createPostgresEngine } from '../../api/search/postgres.ts';
import { createMeilisearchEngine } from '../../api/search/meilisearch.ts';
import { openReader } from '../../api/search/reader.ts';

export type MeilisearchTarget = { url: string; index: string };

/**
 * Fills the index rows of a database, and Meilisearch's when given, unless they are what this commit would make;
 * then keeps their lease, so that no server fills while something is measured.
 */
export async function fillIndexes(
  url: string,
  meili: MeilisearchTarget | null,
  told: (text: string) => void,
): Promise<void> {
  const pool = createPool({ connectionString: url }, 4);
  try {
    await release(pool);
    const source = await openReader(pool, pino({ level: 'silent' }));
    const feed = async (engine: Engine, consumer: string) => {
      told(`填索引：${consumer}`);
      const feeder = createFeeder(pool, engine, consumer, 'bench', source);
      if ((await feeder.drain()) === null) throw new Error(`another process fills ${consumer}`);
    };
    await feed(createPostgresEngine(pool), 'postgres');
    if (meili) await feed(createMeilisearchEngine({ ...meili, key: null }), `meilisearch:${meili.index}`);
    source.close();
    await pool.query('vacuum (analyze) opening_index');
    await keepLeases(pool);
  } finally {
    await pool.end();
  }
}

/** Keeps servers on this database from filling an index that nobody asks. */
export async function withoutIndexing(url: string): Promise<void> {
  const pool = createPool({ connectionString: url }, 1);
  await pool.query(`insert into index_cursors (consumer) values ('postgres') on conflict do nothing`);
  await keepLeases(pool);
  await pool.end();
}

type Pool = ReturnType<typeof createPool>;
const keepLeases = (pool: Pool) =>
  pool.query(`update index_cursors set holder = 'bench', lease_until = 'infinity'`);
const release = (pool: Pool) => pool.query('update index_cursors set holder = null, lease_until = null');
