import pg from 'pg';

// bigint ids travel as text; counts and seq are read with ::int or ::float8 in the statement.
const numeric = 1700;

// A statement that runs longer than this helps nobody who waits for a page.
const statementTimeoutMs = 30_000;
/** Of an external PostgreSQL. The last is our own patience, for a line that is dead without saying so. */
const deadlines = {
  statement_timeout: statementTimeoutMs,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 60_000,
  query_timeout: statementTimeoutMs + 5_000,
  keepAlive: true,
};

/**
 * PGlite has one session for whoever connects, one after another: what an earlier connection has prepared under a name is still there
 * when the next one prepares it.
 */
class Unprepared extends pg.Client {
  override query(asked: unknown, ...rest: unknown[]): never {
    const isNamed = typeof asked === 'object' && asked !== null && 'name' in asked && 'text' in asked;
    const plain = isNamed ? { ...asked, name: undefined } : asked;
    return Reflect.apply(super.query, this, [plain, ...rest]) as never;
  }
}

/**
 * A pool on a PostgreSQL with PostGIS; `to` may set other deadlines.
 * @param connections one in embedded mode: PGlite mixes up the messages of concurrent connections, and knows no
 *   deadlines.
 */
export function createPool(to: pg.PoolConfig, connections = 10): pg.Pool {
  const pool = new pg.Pool({
    ...(connections === 1 ? { Client: Unprepared } : deadlines),
    ...to,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'jiuye-e-map',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === numeric ? Number : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that dies is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => {});
  // Nor must one that dies in somebody's hands between two statements: the next statement says so to who asks.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
