import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createSharedCounts } from '../../../api/http/shared-counts.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

describeWithDatabase('a limit that several processes count together', () => {
  const database = useDatabase();
  const clock = { now: new Date('2026-11-23T02:00:10Z') };
  const make = () => createSharedCounts(database.pool, () => clock.now);
  const use = async (store: ReturnType<typeof make>, times: number) => {
    let hits = 0;
    for (let n = 0; n < times; n++) hits = (await store.increment('somebody')).totalHits;
    return hits;
  };

  it('is known to the other process about a second later, and no call waits for it', async () => {
    const [here, there] = [make(), make()];
    expect(await use(here, 30)).toBe(30);
    expect(await use(there, 20)).toBe(20);
    await expect
      .poll(() => use(there, 0).then(async () => (await there.increment('somebody')).totalHits), {
        timeout: 5000,
        interval: 300,
      })
      .toBeGreaterThan(50);
    await sleep(1500);
    const { rows } = await database.pool.query<{ used: number }>(
      `select used from limits where name like 'rate:%'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.used).toBeGreaterThan(50);
  });

  it('begins anew with the next minute', async () => {
    const store = make();
    await use(store, 5);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await use(store, 1)).toBe(1);
  });
});
