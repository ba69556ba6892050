import type { Express } from 'express';
import type { Database } from '../db/database.ts';
import type { Search } from '../search/search.ts';

/** `/healthz`: this process answers. `/readyz`: so does the database; with the state of the index. */
export function serveHealth(app: Express, deps: { db: Database; search: Pick<Search, 'status'> }): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const database = await deps.db.query('select 1').then(
      () => 'ok',
      () => 'unavailable',
    );
    response
      .status(database === 'ok' ? 200 : 503)
      .json({ status: database === 'ok' ? 'ready' : 'unavailable', database, search: deps.search.status() });
  });
}
