import { constants } from 'node:fs';
import { chmodSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type pg from 'pg';
import { z } from 'zod';
import { BackupFault } from './manifest.ts';
import { flushToFiles } from './store.ts';

/**
 * The embedded database has one owner and one connection. While the server runs, a backup asks it over this socket
 * for a copy of the database's files, and reads that: the database stands still for the copying (0.5 to 1.2 s for the demo
 * city), not for the reading.
 */
const socketIn = (dataDir: string) => join(dataDir, 'backup.sock');
/** sun_path holds 108 bytes. */
const longestSocketPath = 100;
const asked = z.object({ directory: z.string().min(1) });

/** Listens for backups; the caller owns the data directory, so an old socket file is nobody's. */
export async function listenForBackups(dataDir: string, pool: pg.Pool): Promise<() => Promise<void>> {
  const path = socketIn(dataDir);
  if (path.length > longestSocketPath) return async () => {};
  rmSync(path, { force: true });
  const server = createServer((incoming, response) => {
    text(incoming)
      .then((body) => copyFiles(pool, dataDir, asked.parse(JSON.parse(body)).directory))
      .then(
        () => response.end('{}'),
        (error: unknown) => response.writeHead(500).end(JSON.stringify({ reason: String(error) })),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Nobody else is in the database meanwhile: this holds its only connection. */
async function copyFiles(pool: pg.Pool, dataDir: string, directory: string): Promise<void> {
  const client = await pool.connect();
  try {
    await flushToFiles(client);
    await cp(join(dataDir, 'postgres'), join(directory, 'postgres'), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
  } finally {
    client.release();
  }
}

/** Has the server that owns the data directory copy its database into `directory`. */
export async function askForCopy(dataDir: string, directory: string): Promise<void> {
  const { status, body } = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const call = request({ socketPath: socketIn(dataDir), method: 'POST' }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode!, body }), reject);
    });
    call.on('error', reject);
    call.end(JSON.stringify({ directory }));
  });
  if (status !== 200) throw new BackupFault(`服务器没能交出数据库的副本：${body}`);
}
