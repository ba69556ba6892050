import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

// The database has a thread of its own: a slow query never holds up HTTP.
const { directory, socketPath } = workerData as { directory: string; socketPath: string };
const database = await PGlite.create({ dataDir: directory, extensions: { postgis, pg_trgm } });
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 2 });
await server.start();
parentPort!.postMessage('ready');
parentPort!.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort!.postMessage('closed');
});
