import { expect, it } from 'vitest';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('a connection that is cut off', () => {
  const database = useDatabase();

  // PGlite has one connection and nobody who could cut it.
  it.skipIf(process.env.TEST_DATABASE === 'pglite')(
    'in the middle of a transaction ends the work, not the process',
    async () => {
      const client = await database.pool.connect();
      await client.query('begin');
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await new Promise((resolve) => void setTimeout(resolve, 200));
      // An error event that nobody heard would have ended this process by now.
      await expect(client.query('commit')).rejects.toThrow();
      client.release(true);
      expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    },
  );
});
