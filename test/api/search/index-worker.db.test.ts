import { afterEach, expect, test } from 'vitest';
import { recordChanges } from '../../../api/db/changes.ts';
import { transact } from '../../../api/db/transact.ts';
import { compareIndex, repairIndex } from '../../../api/search/check-index.ts';
import { createFeeder } from '../../../api/search/feeder.ts';
import { createMeilisearchEngine } from '../../../api/search/meilisearch.ts';
import { createPostgresEngine } from '../../../api/search/postgres.ts';
import { createReader } from '../../../api/search/reader.ts';
import { rebuildMeilisearch, rebuildPostgres } from '../../../api/search/rebuild-index.ts';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const url = meiliUrl();
const inThirtyDays = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
const reader = createReader();
let names = 0;
const newIndex = () => `worker-${process.env.TEST_DATABASE}-${process.pid}-${++names}`;

describeWithDatabase('the index follows the database', () => {
  const database = useDatabase();
  const open: Search[] = [];
  const start = async (meili: { url: string; key: null; index: string } | null = null) => {
    const search = await openSearch({ db: database.pool, meili });
    open.push(search);
    return search;
  };
  afterEach(async () => {
    for (const search of open.splice(0)) await search.close();
  });

  const publish = (title: string, change: object = {}) =>
    addOpenings(database.pool, [
      makeOpening({ title, occupation: null, duties: '', expiresAt: inThirtyDays(), ...change }),
    ]);
  const idOf = async (title: string) => {
    const { rows } = await database.pool.query<{ id: number }>(
      'select id::float8 as id from openings where title = $1',
      [title],
    );
    return rows[0]!.id;
  };
  const found = async (search: Search, words: string, title: string) =>
    (await search.find(words)).hits?.some(({ id }) => id === ids.get(title)) ?? false;
  const ids = new Map<string, number>();
  const remember = async (title: string) => ids.set(title, await idOf(title));

  async function eventually(isTrue: () => Promise<boolean>, withinMs: number): Promise<number> {
    const began = performance.now();
    while (!(await isTrue())) {
      if (performance.now() - began > withinMs) throw new Error(`not within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return performance.now() - began;
  }

  test('who loses the lease forgets what was kept: another process changes the index now', async () => {
    let forgotten = 0;
    const source = { reader: () => reader, fresh: async () => reader };
    const engine = createPostgresEngine(database.pool);
    const feeder = createFeeder(database.pool, engine, 'handed-over', 'this', source, () => void forgotten++);
    await feeder.drain();
    expect([feeder.isAlone(), forgotten]).toEqual([true, 1]);
    await database.pool.query(
      `update index_cursors set holder = 'another', lease_until = now() + interval '1 minute' where consumer = 'handed-over'`,
    );
    // As long as a lease is renewed after, and a little.
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect([await feeder.drain(), feeder.isAlone(), forgotten]).toEqual([null, false, 2]);
    expect([await feeder.drain(), forgotten]).toEqual([null, 2]);
    await database.pool.query(`delete from index_cursors where consumer = 'handed-over'`);
  });

  const fillings = [
    { name: 'postgres', meili: () => null },
    ...(url ? [{ name: 'meilisearch', meili: () => ({ url, key: null, index: newIndex() }) }] : []),
  ];

  test.each(fillings)(
    '$name: a published opening is found without anybody asking for it',
    async ({ name, meili }) => {
      const search = await start(meili());
      await search.index();
      const title = `挡车工甲${name}`;
      await publish(title);
      await remember(title);
      const tookMs = await eventually(() => found(search, '挡车工', title), 5000);
      console.log(`${name}: commit to searchable ${Math.round(tookMs)} ms`);
    },
  );

  test.each(fillings)('$name: a closed opening is not found any more', async ({ name, meili }) => {
    const search = await start(meili());
    const title = `钳工乙${name}`;
    await publish(title);
    await remember(title);
    await search.index();
    expect(await found(search, '钳工', title)).toBe(true);
    await transact(database.pool, async (tx) => {
      await tx.query(`update openings set status = 'closed' where id = $1`, [ids.get(title)]);
      await recordChanges(tx, 'opening', [ids.get(title)!]);
    });
    await search.index();
    expect(await found(search, '钳工 ', title)).toBe(false);
  });

  test('an expired opening is not put into the index', async () => {
    const search = await start();
    await publish('镗工丙', { expiresAt: new Date(Date.now() - 1000).toISOString() });
    await remember('镗工丙');
    await search.index();
    expect(await found(search, '镗工', '镗工丙')).toBe(false);
  });

  test("an employer's new name finds its openings", async () => {
    const search = await start();
    const creditCode = makeCreditCode(77);
    await publish('铣工丁', { creditCode });
    await remember('铣工丁');
    await search.index();
    await transact(database.pool, async (tx) => {
      const { rows } = await tx.query<{ id: number }>(
        `update employers set name = '扬州翔云精工有限公司' where credit_code = $1 returning id::float8 as id`,
        [creditCode],
      );
      await recordChanges(tx, 'employer', [rows[0]!.id]);
    });
    await search.index();
    expect(await found(search, '翔云精工', '铣工丁')).toBe(true);
  });

  test('a process that was killed leaves nothing undone: the next one takes over', async () => {
    await database.pool.query(
      `update index_cursors set holder = 'killed', lease_until = now() + interval '2 seconds'`,
    );
    await publish('磨工戊');
    await remember('磨工戊');
    const search = await start();
    await search.index();
    expect(await found(search, '磨工', '磨工戊')).toBe(true);
  });

  test('changes applied twice change nothing', async () => {
    const search = await start();
    await search.index();
    const before = await compareIndex(database.pool, createPostgresEngine(database.pool), reader);
    await database.pool.query(`update index_cursors set cursor = '{"done":"1:1:","window":null,"seq":"0"}'`);
    await search.close();
    open.length = 0;
    const again = await start();
    await again.index();
    expect(await compareIndex(database.pool, createPostgresEngine(database.pool), reader)).toEqual(before);
  });

  test('the status tells the lag', async () => {
    const search = await start();
    await search.index();
    expect(await search.status()).toMatchObject({ engine: 'postgres', lagRows: 0, lastError: null });
  });

  test('check names what is missing, stale and too much, and mends it', async () => {
    const search = await start();
    await search.index();
    await search.close();
    open.length = 0;
    const engine = createPostgresEngine(database.pool);
    const [missing, stale, extra] = [ids.get('铣工丁')!, ids.get('磨工戊')!, ids.get('镗工丙')!];
    await engine.remove([missing]);
    await database.pool.query(`update opening_index set hash = 'old', terms = '{x}' where opening_id = $1`, [
      stale,
    ]);
    await engine.put([{ id: extra, title: '', employer: '', terms: ['x'], hash: 'x' }]);
    const faults = await compareIndex(database.pool, engine, reader);
    expect(faults).toMatchObject({ missing: [missing], stale: [stale], extra: [extra] });
    await repairIndex(database.pool, engine, reader, faults);
    expect(await compareIndex(database.pool, engine, reader)).toMatchObject({
      missing: [],
      stale: [],
      extra: [],
    });
  });

  test('rebuilding PostgreSQL’s index gives the same index', async () => {
    await database.pool.query('delete from opening_index');
    await rebuildPostgres(database.pool, reader, () => {});
    const faults = await compareIndex(database.pool, createPostgresEngine(database.pool), reader);
    expect(faults).toMatchObject({ missing: [], stale: [], extra: [] });
    expect(faults.compared).toBeGreaterThan(3);
  });

  test.skipIf(!url)(
    'a Meilisearch index is rebuilt beside the one that serves, and nothing is lost',
    async () => {
      const index = newIndex();
      const search = await start({ url: url!, key: null, index });
      await search.index();
      const engine = createMeilisearchEngine({ url: url!, key: null, index });
      await engine.remove([ids.get('铣工丁')!]);
      await rebuildMeilisearch(database.pool, engine, index, reader, () => {});
      await publish('刨工己');
      await remember('刨工己');
      await search.index();
      expect(await compareIndex(database.pool, engine, reader)).toMatchObject({
        missing: [],
        stale: [],
        extra: [],
      });
      expect(await found(search, '刨工', '刨工己')).toBe(true);
      await engine.drop();
    },
  );

  test.skipIf(!url)('a Meilisearch that lost its data is filled again', async () => {
    const index = newIndex();
    const search = await start({ url: url!, key: null, index });
    await search.index();
    const engine = createMeilisearchEngine({ url: url!, key: null, index });
    await engine.drop();
    await eventually(async () => {
      await search.index().catch(() => {});
      const faults = await compareIndex(database.pool, engine, reader).catch(() => null);
      return faults !== null && faults.missing.length + faults.stale.length + faults.extra.length === 0;
    }, 15_000);
    await engine.drop();
  });
});
