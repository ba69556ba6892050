import type pg from 'pg';

/**
 * What stores talk to: a pool, or the client of the transaction they are in.
 * In embedded mode the pool has one connection, so a statement outside the given client would wait for ever.
 */
export type Database = Pick<pg.Pool, 'query'>;
export type Transactor = pg.Pool | pg.PoolClient;
