import type pg from 'pg';
import type { Database, Transactor } from './database.ts';

/**
 * Runs `work` in one transaction: commit when it resolves, roll back when it throws.
 * On a client that is already in a transaction it is a savepoint.
 */
export async function transact<T>(db: Transactor, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  if (!isPool(db)) return nested(db, work);
  const client = await db.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function nested<T>(client: pg.PoolClient, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  await client.query('savepoint nested');
  try {
    const result = await work(client);
    await client.query('release savepoint nested');
    return result;
  } catch (error) {
    await client.query('rollback to savepoint nested');
    throw error;
  }
}

function isPool(db: Database): db is pg.Pool {
  return 'totalCount' in db;
}
