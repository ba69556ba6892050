import type pg from 'pg';
import { createPool } from '../../api/db/pool.ts';
import { withCommonSetsFrom } from '../../api/search/common-sets.ts';
import type { Engine } from '../../api/search/engine.ts';
import { find } from '../../api/search/find.ts';
import { createMeilisearchEngine } from '../../api/search/meilisearch.ts';
import { createPostgresEngine } from '../../api/search/postgres.ts';
import { openReader } from '../../api/search/reader.ts';
import { understand } from '../../api/search/understand.ts';
import type { MeilisearchTarget } from './index-rows.ts';

/** An engine asked without us: for a query, the very requests that the endpoint makes of it, and nothing else. */
export type Direct = {
  /** Queries that need the engine at all; a place alone, for one, does not. */
  queries: string[];
  ask: (query: string) => Promise<unknown>;
  close: () => Promise<void>;
};

type Asked = [Engine, ...Parameters<Engine['postings']>];

/** Notes what the search asks of the engine for each query, to ask exactly that again. */
export async function openDirect(
  url: string,
  meili: MeilisearchTarget | null,
  queries: readonly string[],
): Promise<Direct> {
  const pool = createPool({ connectionString: url });
  const postgres = createPostgresEngine(pool);
  const engines = meili ? [postgres, createMeilisearchEngine({ ...meili, key: null })] : [postgres];
  const asked = await record(pool, engines, [...new Set(queries)]);
  return {
    queries: queries.filter((query) => asked.get(query)!.length > 0),
    async ask(query) {
      for (const [engine, sets, limit] of asked.get(query)!) await engine.postings(sets, limit);
    },
    close: () => pool.end(),
  };
}

async function record(
  pool: pg.Pool,
  engines: readonly Engine[],
  queries: string[],
): Promise<Map<string, Asked[]>> {
  const source = await openReader(pool);
  const asked = new Map<string, Asked[]>();
  for (const query of queries) {
    const calls: Asked[] = [];
    const [postgres, meilisearch] = engines.map((engine) => ({
      postings: (...question: Parameters<Engine['postings']>) => {
        calls.push([engine, ...question]);
        return engine.postings(...question);
      },
    }));
    const own = meilisearch ? withCommonSetsFrom(postgres!, meilisearch) : postgres!;
    await find(understand(query, source.reader()), own);
    asked.set(query, calls);
  }
  source.close();
  return asked;
}
