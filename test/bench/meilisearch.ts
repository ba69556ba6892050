import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findMeilisearch } from '../support/meilisearch-server.ts';
import { freePort } from '../support/postgres-server.ts';
import { benchDirectory } from './cluster.ts';
import { call } from './load.ts';

/** `MEILI_URL`, or `meilisearch` on PATH with a directory that keeps its indexes; null where there is neither. */
export async function startBenchMeilisearch(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const found = findMeilisearch();
  if (!found) return null;
  if ('url' in found) return { url: found.url, stop: async () => {} };
  const directory = join(benchDirectory, 'meilisearch');
  await mkdir(directory, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const settings = ['--db-path', join(directory, 'data'), '--http-addr', address, '--no-analytics'];
  const server = spawn(found.command, [...settings, '--max-indexing-memory', '1GiB'], {
    cwd: directory,
    stdio: 'ignore',
  });
  const url = `http://${address}`;
  for (let tries = 0; ; tries++) {
    if (await call(`${url}/health`).then(Boolean, () => false)) break;
    if (tries > 300) throw new Error('meilisearch does not start');
    await sleep(100);
  }
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      }),
  };
}
