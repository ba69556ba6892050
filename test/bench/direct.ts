import type pg from 'pg';
import { createPool } from '../../api/db/pool.ts';
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

type Asked = Parameters<Engine['postings']>;

/** Notes what the search asks of the engine for each query, to ask exactly that again. */
export async function openDirect(
  url: string,
  meili: MeilisearchTarget | null,
  queries: readonly string[],
): Promise<Direct> {
  const pool = createPool({ connectionString: url });
  const engine = meili ? createMeilisearchEngine({ ...meili, key: null }) : createPostgresEngine(pool);
  const asked = await record(pool, engine, [...new Set(queries)]);
  return {
    queries: queries.filter((query) => asked.get(query)!.length > 0),
    async ask(query) {
      for (const [sets, limit] of asked.get(query)!) await engine.postings(sets, limit);
    },
    close: () => pool.end(),
  };
}

async function record(pool: pg.Pool, engine: Engine, queries: string[]): Promise<Map<string, Asked[]>> {
  const source = await openReader(pool);
  const asked = new Map<string, Asked[]>();
  for (const query of queries) {
    const calls: Asked[] = [];
    const noting: Engine = {
      ...engine,
      postings: (sets, limit) => {
        calls.push([sets, limit]);
        return engine.postings(sets, limit);
      },
    };
    await find(understand(query, source.reader()), noting);
    asked.set(query, calls);
  }
  source.close();
  return asked;
}
