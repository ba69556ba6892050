import { expect, it } from 'vitest';
import { currentCursor, readChanges, recordChanges } from '../../../api/db/changes.ts';
import { transact } from '../../../api/db/transact.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const idsOf = ({ changes }: { changes: { entityId: number }[] }) => changes.map((change) => change.entityId);

describeWithDatabase('the change log', () => {
  const database = useDatabase();

  it('hands over what was committed after a cursor, in order, once', async () => {
    const start = await currentCursor(database.pool);
    await transact(database.pool, (tx) => recordChanges(tx, 'opening', [3, 1, 2]));
    const first = await readChanges(database.pool, start, 2);
    expect(idsOf(first)).toEqual([3, 1]);
    const second = await readChanges(database.pool, first.cursor, 2);
    expect(idsOf(second)).toEqual([2]);
    expect(idsOf(await readChanges(database.pool, second.cursor))).toEqual([]);
  });

  it('knows nothing of what was rolled back', async () => {
    const start = await currentCursor(database.pool);
    await expect(
      transact(database.pool, async (tx) => {
        await recordChanges(tx, 'opening', [9]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(idsOf(await readChanges(database.pool, start))).toEqual([]);
  });

  it('a nested transaction that fails takes only its own rows back', async () => {
    const start = await currentCursor(database.pool);
    await transact(database.pool, async (tx) => {
      await recordChanges(tx, 'opening', [1]);
      await transact(tx, async (nested) => {
        await recordChanges(nested, 'opening', [2]);
        throw new Error('no');
      }).catch(() => {});
      await recordChanges(tx, 'opening', [3]);
    });
    expect(idsOf(await readChanges(database.pool, start))).toEqual([1, 3]);
  });

  // The embedded database has one connection, so two transactions are never open at once.
  it.skipIf(process.env.TEST_DATABASE === 'pglite')(
    'hands over what commits late, and waits for nobody',
    async () => {
      const start = await currentCursor(database.pool);
      const slow = await database.pool.connect();
      await slow.query('begin');
      await recordChanges(slow, 'opening', [1]);
      await recordChanges(database.pool, 'opening', [2]);
      const before = await readChanges(database.pool, start);
      expect(idsOf(before)).toEqual([2]);
      await slow.query('commit');
      slow.release();
      const after = await readChanges(database.pool, before.cursor);
      expect(idsOf(after)).toEqual([1]);
      expect(idsOf(await readChanges(database.pool, after.cursor))).toEqual([]);
    },
  );
});
