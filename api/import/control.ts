import { chmodSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { FileFault, type ImportEvent, type ImportOptions } from './events.ts';
import { importFile } from './import-file.ts';

/**
 * The embedded database has one owner. While the server runs, an import is handed to it over this socket in
 * the data directory, which only the user who started the server can open.
 */
const socketIn = (dataDir: string) => join(dataDir, 'control.sock');
/** sun_path holds 108 bytes. */
const longestSocketPath = 100;

const asked = z.object({
  kind: z.enum(['openings', 'points']),
  file: z.string().min(1),
  datum: z.enum(['wgs84', 'gcj02', 'bd09']),
  dryRun: z.boolean(),
  keepGoing: z.boolean(),
});

/** Listens for imports; the caller owns the data directory, so an old socket file is nobody's. */
export async function listenForImports(dataDir: string, pool: pg.Pool): Promise<() => Promise<void>> {
  const path = socketIn(dataDir);
  if (path.length > longestSocketPath) return async () => {};
  rmSync(path, { force: true });
  const server = createServer(async (incoming, response) => {
    const send = (event: ImportEvent) => void response.write(`${JSON.stringify(event)}\n`);
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      await importFile(pool, asked.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))), send);
    } catch (error) {
      send({
        type: 'refused',
        reason: error instanceof FileFault ? error.message : `没有导入：${String(error)}`,
      });
    }
    response.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  // The directory itself is its owner's alone (owner-lock.ts); this holds where it was made by somebody else.
  chmodSync(path, 0o600);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Hands an import to the server that owns the data directory. Rejects when none answers. */
export function askRunningServer(
  dataDir: string,
  options: ImportOptions,
  report: (event: ImportEvent) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketIn(dataDir), method: 'POST', path: '/import' }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        for (const line of lines) report(JSON.parse(line) as ImportEvent);
      });
      response.on('end', resolve);
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(JSON.stringify(options));
  });
}
