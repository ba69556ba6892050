import { expect, it } from 'vitest';
import { currentCursor, readChanges, recordChanges } from '../../../api/db/changes.ts';
import { transact } from '../../../api/db/transact.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('the change log', () => {
  const database = useDatabase();

  it('hands over what was committed after a cursor, in order, once', async () => {
    const start = await currentCursor(database.pool);
    await transact(database.pool, (tx) => recordChanges(tx, 'opening', [3, 1, 2]));
    const changes = await readChanges(database.pool, start);
    expect(changes.map((change) => change.entityId)).toEqual([3, 1, 2]);
    expect(await readChanges(database.pool, changes.at(-1)!.cursor)).toEqual([]);
    expect((await readChanges(database.pool, changes[0]!.cursor)).map((change) => change.entityId)).toEqual([
      1, 2,
    ]);
  });

  it('knows nothing of what was rolled back', async () => {
    const start = await currentCursor(database.pool);
    await expect(
      transact(database.pool, async (tx) => {
        await recordChanges(tx, 'opening', [9]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await readChanges(database.pool, start)).toEqual([]);
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
    expect((await readChanges(database.pool, start)).map((change) => change.entityId)).toEqual([1, 3]);
  });
});
