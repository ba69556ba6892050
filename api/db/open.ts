import type pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { createPool } from './pool.ts';

export type OpenDatabase = { pool: pg.Pool; embedded: boolean; close: () => Promise<void> };

/**
 * The external PostgreSQL when there is one, else the embedded one of the data directory.
 * @param patient for a backup, whose single statements go through whole tables
 */
export async function openDatabase(
  config: { databaseUrl: string | null; dataDir: string; seed?: 'demo' | 'none' },
  patient = false,
): Promise<OpenDatabase> {
  if (config.databaseUrl === null) {
    const template = config.seed === 'demo' ? 'demo' : 'empty';
    return { embedded: true, ...(await openEmbedded(config.dataDir, template)) };
  }
  const pool = createPool({
    connectionString: config.databaseUrl,
    ...(patient ? { query_timeout: undefined } : {}),
  });
  await pool.query('select 1');
  return { pool, embedded: false, close: () => pool.end() };
}
