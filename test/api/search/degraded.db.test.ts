import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSearch, type Search } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { meiliUrl } from '../../support/meili.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

describeWithDatabase('without Meilisearch the search goes on', () => {
  const database = useDatabase();
  const servers: Server[] = [];
  const searches: Search[] = [];

  beforeAll(async () => {
    const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await addOpenings(database.pool, [makeOpening({ title: '保洁员', occupation: null, expiresAt })]);
  });
  afterAll(async () => {
    for (const search of searches) await search.close();
    for (const server of servers) server.close();
  });

  const open = async (url: string) => {
    const search = await openSearch({ db: database.pool, meili: { url, key: null, index: 'down' } });
    searches.push(search);
    return search;
  };

  async function answersFromPostgres(search: Search) {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await search.find('保洁');
      expect(answer.degraded).toBe(true);
      if (answer.hits!.length > 0) return answer;
      if (Date.now() > deadline) throw new Error('PostgreSQL does not answer');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test('when it refuses connections', async () => {
    const search = await open('http://127.0.0.1:9');
    const { hits } = await answersFromPostgres(search);
    expect(hits).toHaveLength(1);
  });

  test('when it hangs', async () => {
    const server = createServer(() => {});
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const search = await open(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
    await answersFromPostgres(search);
    const began = performance.now();
    await search.find('保洁员');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.skipIf(!meiliUrl())(
    'when very many openings carry a word, PostgreSQL counts them and nothing is degraded',
    async () => {
      const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
      const many = Array.from({ length: 620 }, () =>
        makeOpening({ title: '流水线包装工', occupation: null, expiresAt }),
      );
      await addOpenings(database.pool, many);
      const search = await openSearch({
        db: database.pool,
        meili: { url: meiliUrl()!, key: null, index: `common-${process.env.TEST_DATABASE}-${Date.now()}` },
      });
      searches.push(search);
      await search.index();
      const { hits, degraded } = await search.find('包装工');
      expect(degraded).toBe(false);
      expect(new Set(hits!.map(({ id }) => id)).size).toBe(620);
    },
  );

  test.skipIf(!meiliUrl())('when its index is filled, it answers itself', async () => {
    const search = await openSearch({
      db: database.pool,
      meili: { url: meiliUrl()!, key: null, index: `degraded-${process.env.TEST_DATABASE}-${Date.now()}` },
    });
    searches.push(search);
    await search.index();
    expect(await search.find('保洁')).toMatchObject({ degraded: false });
    expect((await search.status()).engine).toBe('meilisearch');
  });
});
