import { expect, it } from 'vitest';
import { transact } from '../../../api/db/transact.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('a statement that fails', () => {
  const database = useDatabase();

  it('leaves every later answer with its own question', async () => {
    for (let round = 0; round < 40; round++) {
      await expect(
        transact(database.pool, (tx) =>
          tx.query('insert into visits (on_date, count) values ($1, $2)', ['2026-01-01', -1]),
        ),
      ).rejects.toMatchObject({ code: '23514' });
      const { rows } = await database.pool.query('select $1::int as asked', [round]);
      expect(rows).toEqual([{ asked: round }]);
      await expect(database.pool.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
      expect((await database.pool.query('select $1::text as asked', ['x'])).rows).toEqual([{ asked: 'x' }]);
    }
  });
});

describeWithDatabase('a statement with a name', () => {
  const database = useDatabase();

  it('is good for the connection after the one that prepared it', async () => {
    const asked = { name: 'test.named', text: 'select $1::int as asked', values: [7] };
    for (let connection = 0; connection < 3; connection++) {
      const client = await database.pool.connect();
      for (let again = 0; again < 2; again++)
        expect((await client.query(asked)).rows).toEqual([{ asked: 7 }]);
      // A connection that was idle for ten seconds ends; the embedded database keeps its session.
      client.release(true);
    }
  });
});
