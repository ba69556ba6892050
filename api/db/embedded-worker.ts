import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { postgisOfTemplate } from './postgis-bundle.ts';

// The database has a thread of its own: a slow query never holds up HTTP.
const { directory, socketPath, isNew } = workerData as {
  directory: string;
  socketPath: string;
  isNew: boolean;
};
const database = await PGlite.create({
  dataDir: directory,
  extensions: { postgis: isNew ? postgis : postgisOfTemplate, pg_trgm },
});

// PGlite 0.5 answers a failed Parse, Bind or Execute with a ReadyForQuery of its own beside the one for Sync. The
// client takes the second as the end of its next query, and every later answer comes one query too early.
const execute = database.execProtocolRawStream.bind(database);
database.execProtocolRawStream = (message, options) =>
  execute(message, {
    ...options,
    onRawData: (data) => options.onRawData(isReadyAfter(message) ? data : withoutReady(data)),
  });

const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 2 });
await server.start();
parentPort!.postMessage('ready');
parentPort!.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort!.postMessage('closed');
});

/** ReadyForQuery ends the answer to a simple query, to Sync, and to the start-up (whose first byte is a length: 0). */
function isReadyAfter(message: Uint8Array): boolean {
  return message[0] === 0 || message[0] === 0x51 /* Q */ || message[0] === 0x53; /* S */
}

/** Cuts the six bytes `Z 0 0 0 5 state` off the end. */
function withoutReady(data: Uint8Array): Uint8Array {
  const at = data.length - 6;
  const ready = at >= 0 && data[at] === 0x5a && data[at + 1] === 0 && data[at + 4] === 5;
  return ready ? data.subarray(0, at) : data;
}
