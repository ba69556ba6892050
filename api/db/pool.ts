import pg from 'pg';

// bigint ids travel as text; counts and seq are read with ::int or ::float8 in the statement.
const numeric = 1700;

/**
 * A pool on a PostgreSQL with PostGIS.
 * @param connections one in embedded mode: PGlite mixes up the messages of concurrent connections.
 */
export function createPool(to: pg.PoolConfig, connections = 10): pg.Pool {
  const pool = new pg.Pool({
    ...to,
    max: connections,
    connectionTimeoutMillis: 10_000,
    // A statement that runs longer than this helps nobody who waits for a page.
    statement_timeout: connections === 1 ? undefined : 30_000,
    application_name: 'jiuye-e-map',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === numeric ? Number : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that dies is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}
