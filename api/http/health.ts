import type { Express } from 'express';
import type { Search } from '../search/search.ts';

/** `/healthz`: this process answers. `/readyz`: so does the database, and words find everything they should. */
export function serveHealth(app: Express, deps: { search: Pick<Search, 'status' | 'isFilled'> }): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const search = await deps.search.status().catch(() => null);
    const status = !search ? 'unavailable' : deps.search.isFilled() ? 'ready' : 'filling';
    response
      .status(status === 'ready' ? 200 : 503)
      .json({ status, database: search ? 'ok' : 'unavailable', search });
  });
}
