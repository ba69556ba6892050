import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { compareIndex } from '../../../api/search/check-index.ts';
import { createMeilisearchEngine } from '../../../api/search/meilisearch.ts';
import { createPostgresEngine } from '../../../api/search/postgres.ts';
import { createReader } from '../../../api/search/reader.ts';
import { openSearch } from '../../../api/search/search.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';
import { makeCreditCode } from '../../support/lists.ts';
import { meiliUrl } from '../../support/meili.ts';
import { addOpenings, makeOpening } from '../../support/openings.ts';

const program = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
const url = meiliUrl();
const index = `killed-${process.pid}-${Date.now()}`;
const kills = 4;

describeWithDatabase('a worker that is killed', () => {
  const database = useDatabase();

  // The embedded database lives in the process that would be killed; test/drills kills that.
  test.skipIf(process.env.TEST_DATABASE === 'pglite')(
    'leaves an index that the next one brings to the same ids and contents',
    async () => {
      const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
      const address = new URL(inject('postgresUrl')!);
      address.pathname = `/${rows[0]!.name}`;
      const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
      for (let round = 0; round < kills; round++) {
        await addOpenings(
          database.pool,
          Array.from({ length: 400 }, (_, at) =>
            makeOpening({
              title: `焊工${round}组${at}`,
              creditCode: makeCreditCode(1 + (at % 7)),
              expiresAt,
            }),
          ),
        );
        const child = spawn(
          process.execPath,
          ['--import', 'tsx', program, address.href, ...(url ? [url, index] : [])],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        );
        await once(child.stdout, 'data');
        await wait(60 + round * 170);
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      const search = await openSearch({ db: database.pool, meili: url ? { url, key: null, index } : null });
      await search.index();
      await search.close();
      const engines = [createPostgresEngine(database.pool)];
      if (url) engines.push(createMeilisearchEngine({ url, key: null, index }));
      for (const engine of engines) {
        const faults = await compareIndex(database.pool, engine, createReader());
        expect(faults, engine.name).toEqual({ compared: 400 * kills, missing: [], stale: [], extra: [] });
      }
    },
    120_000,
  );
});
