import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countVisits, totalVisits } from '../../../api/statistics/store.ts';
import { createVisits, type Visits } from '../../../api/statistics/visits.ts';
import { useDatabase, describeWithDatabase } from '../../support/database.ts';

describeWithDatabase('visits', () => {
  const database = useDatabase();
  let visits: Visits | null = null;
  let now = new Date('2026-11-23T10:00:00+08:00');
  const open = () => (visits = createVisits(database.pool, () => now));

  beforeEach(async () => {
    now = new Date('2026-11-23T10:00:00+08:00');
    await database.pool.query('delete from visits');
  });
  afterEach(() => visits?.close());

  const days = async () => {
    const { rows } = await database.pool.query(
      `select on_date::text as day, count::int as count from visits order by on_date`,
    );
    return rows;
  };

  test('visits of a day add up', async () => {
    await countVisits(database.pool, '2026-11-23', 3);
    await countVisits(database.pool, '2026-11-23', 4);
    await countVisits(database.pool, '2026-11-24', 1);
    expect(await days()).toEqual([
      { day: '2026-11-23', count: 7 },
      { day: '2026-11-24', count: 1 },
    ]);
    expect(await totalVisits(database.pool)).toBe(8);
  });

  test('a page counts at once, and in the database after a flush', async () => {
    const { count, total, flush } = open();
    count();
    count();
    expect(total()).toBe(2);
    await flush();
    expect(await days()).toEqual([{ day: '2026-11-23', count: 2 }]);
    expect(total()).toBe(2);
  });

  test('the day changes at midnight in Shanghai', async () => {
    const { count, flush } = open();
    now = new Date('2026-11-23T15:59:59Z');
    count();
    now = new Date('2026-11-23T16:00:00Z');
    count();
    await flush();
    expect(await days()).toEqual([
      { day: '2026-11-23', count: 1 },
      { day: '2026-11-24', count: 1 },
    ]);
  });

  test('pages asked for while the database writes are neither lost nor counted twice', async () => {
    const { count, total, flush } = open();
    count();
    const writing = flush();
    count();
    expect(total()).toBe(2);
    await writing;
    expect(total()).toBe(2);
    await flush();
    expect(await days()).toEqual([{ day: '2026-11-23', count: 2 }]);
  });

  test('what was counted before the start is counted in', async () => {
    await countVisits(database.pool, '2026-11-01', 220_000);
    const { total, flush } = open();
    await flush();
    expect(total()).toBe(220_000);
  });

  test('closing writes what waits', async () => {
    const { count, close } = open();
    count();
    await close();
    expect(await days()).toEqual([{ day: '2026-11-23', count: 1 }]);
  });
});

describe('visits without a database', () => {
  test('wait, count and do not keep the server from closing', async () => {
    const away = {
      totalCount: 0,
      connect: () => Promise.reject(new Error('connect ECONNREFUSED')),
    } as unknown as Parameters<typeof createVisits>[0];
    const { count, total, flush, close } = createVisits(away);
    count();
    await expect(flush()).rejects.toThrow('ECONNREFUSED');
    expect(total()).toBe(1);
    await close();
  });
});
