import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
type Postgres = { url: string } | { bin: string };

/** `TEST_DATABASE_URL`, or the newest PostgreSQL with PostGIS that Debian installed. */
export function findPostgres(): Postgres | null {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL };
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).filter((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest ? { bin: join(root, newest, 'bin') } : null;
}

/** A cluster of its own in a temporary directory, gone with the run. PostgreSQL refuses root, so root steps aside. */
export async function startPostgres(postgres: Postgres): Promise<{ url: string; stop: () => Promise<void> }> {
  if ('url' in postgres) return { url: postgres.url, stop: async () => {} };
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-postgres-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    const ids = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString()));
    await chown(directory, ids[0]!, ids[1]!);
  }
  const asOwner = (command: string, ...args: string[]) =>
    isRoot ? run('runuser', ['-u', 'postgres', '--', command, ...args]) : run(command, args);
  const data = join(directory, 'data');
  await asOwner(
    join(postgres.bin, 'initdb'),
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
  );
  const port = await freePort();
  const settings = `-c fsync=off -c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${directory} -c max_connections=60`;
  await asOwner(
    join(postgres.bin, 'pg_ctl'),
    '-D',
    data,
    '-w',
    '-l',
    join(directory, 'log'),
    '-o',
    settings,
    'start',
  );
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await asOwner(join(postgres.bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop').catch(() => {});
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
