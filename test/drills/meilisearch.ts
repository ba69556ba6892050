import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findMeilisearch } from '../support/meilisearch-server.ts';
import { freePort } from '../support/postgres-server.ts';

/** A Meilisearch that can be killed and started again on the same data; null where there is no program. */
export async function createMeilisearch() {
  const found = findMeilisearch();
  if (!found || 'url' in found) return null;
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-drill-meili-'));
  const address = `127.0.0.1:${await freePort()}`;
  const args = [
    '--db-path',
    join(directory, 'data'),
    '--http-addr',
    address,
    '--no-analytics',
    '--max-indexing-memory',
    '1GiB',
  ];
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(found.command, args, { cwd: directory, stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries++) {
      const healthy = await fetch(`http://${address}/health`).then(
        (reply) => reply.ok,
        () => false,
      );
      if (healthy) return;
      await sleep(50);
    }
    throw new Error('meilisearch does not start');
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `http://${address}`,
    start,
    kill,
    async remove() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
