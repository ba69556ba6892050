import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres, freePort } from '../support/postgres-server.ts';

const run = promisify(execFile);

/** Where generated data stays between runs, outside the repository. */
export const benchDirectory = process.env.BENCH_DIR ?? join(tmpdir(), 'jiuye-bench');

export type Cluster = { urlOf: (database: string) => string; stop: () => Promise<void> };

/**
 * The PostgreSQL of the benchmarks: `BENCH_DATABASE_URL`, or a cluster of its own that keeps its data. Unlike the
 * tests' cluster it syncs to disk, as a real one does, and has 1 GB of shared buffers, so that a million rows stay
 * in memory.
 */
export async function startCluster(): Promise<Cluster> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { urlOf: (database) => withDatabase(given, database), stop: async () => {} };
  const postgres = findPostgres();
  if (!postgres) throw new Error('要有 PostgreSQL 和 PostGIS（Debian: postgresql-15-postgis-3）');
  if ('url' in postgres)
    return { urlOf: (database) => withDatabase(postgres.url, database), stop: async () => {} };

  const home = join(benchDirectory, 'postgres');
  const data = join(home, 'data');
  const isRoot = userInfo().uid === 0;
  await mkdir(home, { recursive: true });
  if (isRoot) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString()));
    await chown(home, ids[0]!, ids[1]!);
  }
  const asOwner = (command: string, ...args: string[]) =>
    isRoot
      ? run('runuser', ['-u', 'postgres', '--', join(postgres.bin, command), ...args])
      : run(join(postgres.bin, command), args);
  if (!existsSync(data))
    await asOwner('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  await claim(home);
  // A run that was killed leaves its server behind.
  await asOwner('pg_ctl', '-D', data, '-m', 'fast', 'stop').catch(() => {});
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: home,
    max_connections: 60,
    shared_buffers: '1GB',
    max_wal_size: '4GB',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  await asOwner('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options.join(' '), 'start');
  return {
    urlOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => void (await asOwner('pg_ctl', '-D', data, '-m', 'fast', 'stop').catch(() => {})),
  };
}

/** Two runs at once would measure each other, and the second would stop the first one's server. */
async function claim(home: string): Promise<void> {
  const file = join(home, 'run.pid');
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (owner && existsSync(`/proc/${owner}`)) throw new Error(`另一个 bench 正在跑（进程 ${owner}）`);
  await writeFile(file, String(process.pid));
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
