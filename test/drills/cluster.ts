import { execFile, spawnSync } from 'node:child_process';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPostgres, freePort } from '../support/postgres-server.ts';

const run = promisify(execFile);

/** A PostgreSQL that can be killed and started again on the same data; it syncs to disk, as a real one does. */
export type Cluster = {
  url: string;
  port: number;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/** @param parent directory of the data; a small tmpfs where the disk is to fill up */
export async function createCluster(parent = tmpdir()): Promise<Cluster> {
  const postgres = findPostgres();
  if (!postgres || 'url' in postgres)
    throw new Error('要有装好的 PostgreSQL 和 PostGIS（Debian: postgresql-15-postgis-3）');
  const home = await mkdtemp(join(parent, 'jiuye-drill-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString()));
    await chown(home, ids[0]!, ids[1]!);
  }
  const asOwner = (command: string, ...args: string[]) =>
    isRoot
      ? run('runuser', ['-u', 'postgres', '--', join(postgres.bin, command), ...args])
      : run(join(postgres.bin, command), args);
  const data = join(home, 'data');
  await asOwner('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8');
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${home} -c max_connections=80 -c max_wal_size=64MB -c min_wal_size=32MB`;

  const start = async () => {
    // Backends of a killed server take a moment to notice; until then the directory counts as used.
    for (let tries = 0; ; tries++) {
      try {
        await asOwner('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start');
        return;
      } catch (error) {
        if (tries >= 20) throw error;
        await sleep(100);
      }
    }
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    start,
    async kill() {
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
    },
    async remove() {
      await asOwner('pg_ctl', '-D', data, '-m', 'immediate', 'stop').catch(() => {});
      await rm(home, { recursive: true, force: true });
    },
  };
}
