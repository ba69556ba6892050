import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { ownDirectory } from './owner-lock.ts';
import { createPool } from './pool.ts';

/**
 * Clusters made once by `npm run build`, to be copied: an empty one with PostGIS saves initdb and CREATE EXTENSION,
 * one with the demo city also its filling and that of the search index.
 */
export const templates = {
  empty: fileURLToPath(new URL('../../.cache/embedded-template', import.meta.url)),
  demo: fileURLToPath(new URL('../../.cache/demo-template', import.meta.url)),
};

const program = new URL('./embedded-worker.ts', import.meta.url);
/** Beside a built server (api/build-server.ts). */
const builtProgram = new URL('./embedded-worker.mjs', pathToFileURL(process.argv[1] ?? ''));

export type Embedded = { pool: pg.Pool; close: () => Promise<void> };

/**
 * Opens the embedded PostgreSQL + PostGIS of `dataDir` in a worker thread and connects to it over a socket
 * only this user can reach.
 * @param template what a directory that has no database yet begins with
 * @throws DirectoryInUse when another process has it
 */
export async function openEmbedded(
  dataDir: string,
  template: keyof typeof templates = 'empty',
): Promise<Embedded> {
  const giveBack = ownDirectory(dataDir);
  const directory = join(dataDir, 'postgres');
  try {
    if (!existsSync(directory)) await copyTemplate(dataDir, directory, template);
    // mkdtemp is 0700; the name is what pg expects of a socket directory.
    const socketDirectory = await mkdtemp(join(tmpdir(), 'jiuye-'));
    const isNew = !existsSync(directory);
    const worker = await startWorker(directory, join(socketDirectory, '.s.PGSQL.5432'), isNew);
    const pool = createPool(local(socketDirectory), 1);
    const close = async () => {
      await pool.end();
      await stopWorker(worker);
      await rm(socketDirectory, { recursive: true, force: true });
      giveBack();
    };
    return { pool, close };
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** Copies beside the place and renames, so that a copy cut short is never opened. */
async function copyTemplate(
  dataDir: string,
  directory: string,
  wanted: keyof typeof templates,
): Promise<void> {
  const template = [templates[wanted], templates.empty].find((made) => existsSync(made));
  if (!template) return;
  for (const name of await readdir(dataDir)) {
    if (name.startsWith('postgres.part-')) await rm(join(dataDir, name), { recursive: true });
  }
  const part = await mkdtemp(join(dataDir, 'postgres.part-'));
  await cp(template, part, { recursive: true });
  await rename(part, directory);
}

/** Makes an empty cluster with PostGIS at `directory`. */
export async function makeTemplate(directory: string): Promise<void> {
  const socketDirectory = await mkdtemp(join(tmpdir(), 'jiuye-'));
  const worker = await startWorker(directory, join(socketDirectory, '.s.PGSQL.5432'), true);
  const pool = createPool(local(socketDirectory), 1);
  await pool.query('create extension postgis');
  await pool.query('create extension pg_trgm');
  await checkpoint(pool);
  await pool.end();
  await stopWorker(worker);
  await rm(socketDirectory, { recursive: true, force: true });
}

/** Writes everything to its files, so that a copy of them is whole and opens without recovery. */
export async function checkpoint(pool: pg.Pool): Promise<void> {
  await pool.query('checkpoint');
}

function local(socketDirectory: string) {
  return { host: socketDirectory, port: 5432, user: 'postgres', database: 'postgres', ssl: false };
}

/** @param isNew the cluster has no PostGIS yet: CREATE EXTENSION needs its scripts */
function startWorker(directory: string, socketPath: string, isNew: boolean): Promise<Worker> {
  // A worker does not inherit the TypeScript loader in Node 20: it registers its own before it imports.
  const boot = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(program.href)}); })`;
  const workerData = { directory, socketPath, isNew };
  const worker = existsSync(builtProgram)
    ? new Worker(builtProgram, { workerData })
    : new Worker(boot, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve(worker));
  });
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('message', () => void worker.terminate().then(() => resolve()));
    worker.once('exit', () => resolve());
    worker.postMessage('close');
  });
}
