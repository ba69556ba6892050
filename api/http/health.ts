import type { Express } from 'express';
import type { Search } from '../search/search.ts';

/** `/healthz`: this process answers. `/readyz`: so does the database, which is asked how far the index lags. */
export function serveHealth(app: Express, deps: { search: Pick<Search, 'status'> }): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const search = await deps.search.status().catch(() => null);
    response
      .status(search ? 200 : 503)
      .json({ status: search ? 'ready' : 'unavailable', database: search ? 'ok' : 'unavailable', search });
  });
}
