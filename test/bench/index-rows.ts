import { pino } from 'pino';
import { allJobs } from '../../api/all-jobs.ts';
import { createPool } from '../../api/db/pool.ts';
import { createFeeder } from '../../api/search/feeder.ts';
import type { Engine } from '../../api/search/engine.ts';
import { createPostgresEngine } from '../../api/search/postgres.ts';
import { createMeilisearchEngine } from '../../api/search/meilisearch.ts';
import { openReader } from '../../api/search/reader.ts';

export type MeilisearchTarget = { url: string; index: string };

/** Fills the index of a database and keeps it, see `fillIndexesOf`. */
export async function fillIndexes(
  url: string,
  meili: MeilisearchTarget | null,
  told: (text: string) => void,
): Promise<void> {
  const pool = createPool({ connectionString: url }, 4);
  await fillIndexesOf(pool, meili, told).finally(() => pool.end());
}

/**
 * Fills the index rows of a database, and Meilisearch's when given, unless they are what this commit would make;
 * then keeps their lease, so that no server fills while something is measured.
 */
export async function fillIndexesOf(
  pool: Pool,
  meili: MeilisearchTarget | null,
  told: (text: string) => void,
): Promise<void> {
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
}

/** Keeps servers on this database from filling an index that nobody asks, and from jobs. */
export async function withoutOwnWork(url: string): Promise<void> {
  const pool = createPool({ connectionString: url }, 1);
  await pool.query(`insert into index_cursors (consumer) values ('postgres') on conflict do nothing`);
  await keepLeases(pool);
  await pool.end();
}

type Pool = ReturnType<typeof createPool>;

const jobNames = allJobs({
  linkSecret: Buffer.alloc(32),
  origin: 'http://localhost',
  matching: async () => new Set(),
  isFilled: () => false,
}).map(({ name }) => name);

/** Jobs would hide the openings of a city that grows older every day, while somebody measures. */
async function keepLeases(pool: Pool): Promise<void> {
  await pool.query(`update index_cursors set holder = 'bench', lease_until = 'infinity'`);
  await pool.query(
    `insert into jobs (name, holder, lease_until, next_run_at)
     select unnest($1::text[]), 'bench', 'infinity', now()
     on conflict (name) do update set holder = excluded.holder, lease_until = excluded.lease_until`,
    [jobNames],
  );
}

const release = (pool: Pool) => pool.query('update index_cursors set holder = null, lease_until = null');
