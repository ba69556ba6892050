import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './postgres-server.ts';

export type OwnMeilisearch = {
  readonly url: string;
  /** kill -9, as when the machine's memory runs out. */
  kill(): Promise<void>;
  /** SIGSTOP: it takes connections and never answers. */
  freeze(): void;
  thaw(): void;
  /** Starts it again over the same data; resolves when it says that it is well. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

/** A Meilisearch for one test to mistreat; the command must be on PATH. */
export async function createOwnMeilisearch(): Promise<OwnMeilisearch> {
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-own-meili-'));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  let server: ChildProcess | null = null;

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    server = null;
  }

  return {
    url,
    kill,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    async start() {
      const options = ['--db-path', join(directory, 'data'), '--http-addr', address, '--no-analytics'];
      server = spawn('meilisearch', [...options, '--max-indexing-memory', '512MiB'], {
        cwd: directory,
        stdio: 'ignore',
      });
      for (let tries = 0; tries < 300; tries++) {
        const isWell = await fetch(`${url}/health`)
          .then((reply) => reply.ok)
          .catch(() => false);
        if (isWell) return;
        await sleep(50);
      }
      throw new Error('meilisearch does not start');
    },
    async remove() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
