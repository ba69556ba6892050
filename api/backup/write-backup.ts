import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, open, readdir, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { ZipFile } from 'yazl';
import type { Progress } from '../steps.ts';
import {
  BackupFault,
  type Manifest,
  manifestEntry,
  startsAnew,
  tableEntry,
  uploadEntry,
} from './manifest.ts';
import { atOnce, type Pace } from './pace.ts';
import { createTally, toLines } from './row-lines.ts';
import {
  beginSnapshot,
  countRows,
  endSnapshot,
  findMigrations,
  findSequences,
  findTables,
  fixTextFormats,
  readTable,
} from './store.ts';

type Settings = {
  now: Date;
  progress: Progress;
  /** Rests between reads. */
  pace?: Pace;
};

/**
 * Writes database and uploads into one zip, from one snapshot: what is written meanwhile is not in it, by half
 * neither. The file appears under its name when it is whole and on the disk, readable by its owner alone.
 * @throws BackupFault when the file is there already or the database has no tables
 */
export async function writeBackup(
  from: { pool: pg.Pool; uploadsDir: string },
  file: string,
  { now, progress, pace = atOnce }: Settings,
): Promise<Manifest> {
  if (await stat(file).catch(() => null)) throw new BackupFault(`${file} 已经在了，不覆盖。换个文件名再来。`);
  const part = `${file}.part`;
  await rm(part, { force: true });
  const output = await open(part, 'wx', 0o600);
  const client = await from.pool.connect();
  const zip = new ZipFile();
  const stop = new AbortController();
  try {
    const failed = new Promise<never>((_resolve, reject) => zip.once('error', reject));
    const written = pipeline(zip.outputStream, createWriteStream('', { fd: output.fd, autoClose: false }), {
      signal: stop.signal,
    });
    const filled = fillZip(zip, client, from.uploadsDir, { now, progress, pace });
    // A full disk ends the writing while rows are still read: whichever fails first is what is told.
    const [manifest] = await Promise.race([failed, Promise.all([filled, written])]);
    await output.sync();
    // Not rename: that would take the place of a file which came meanwhile.
    await link(part, file);
    client.release();
    return manifest;
  } catch (error) {
    stop.abort();
    client.release(true);
    throw error;
  } finally {
    await output.close();
    await rm(part, { force: true });
  }
}

async function fillZip(
  zip: ZipFile,
  tx: pg.PoolClient,
  uploadsDir: string,
  { now, progress, pace }: Required<Settings>,
): Promise<Manifest> {
  await beginSnapshot(tx);
  await fixTextFormats(tx);
  const migrations = await findMigrations(tx);
  if (!migrations) throw new BackupFault('这个数据库里还没有表，没有东西可以备份');
  const manifest: Manifest = {
    format: 'jiuye-e-map backup 1',
    takenAt: now.toISOString(),
    migrations,
    tables: [],
    sequences: await findSequences(tx, startsAnew),
    uploads: [],
  };
  const tables = (await findTables(tx)).filter(({ name }) => !startsAnew.includes(name));
  let total = 0;
  for (const table of tables) {
    total += await countRows(tx, table);
    await pace();
  }
  let done = 0;
  for (const table of tables) {
    const tally = createTally();
    async function* lines() {
      for await (const rows of readTable(tx, table)) {
        const chunk = toLines(rows);
        tally.add(chunk, rows.length);
        progress(table.name, (done += rows.length) / total);
        yield chunk;
        await pace();
      }
    }
    await addEntry(zip, Readable.from(lines()), tableEntry(table.name), now);
    manifest.tables.push({ name: table.name, columns: table.columns, ...tally.close() });
  }
  // After the snapshot was taken: a file is there before the row that names it.
  for (const path of await findFiles(uploadsDir)) {
    const tally = createTally();
    const source = createReadStream(join(uploadsDir, path));
    source.on('data', (chunk) => tally.add(chunk as Buffer));
    await addEntry(zip, source, uploadEntry(path), now);
    const { bytes, sha256 } = tally.close();
    manifest.uploads.push({ path, bytes, sha256 });
    progress(path, 1);
    await pace();
  }
  await endSnapshot(tx);
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  zip.addBuffer(bytes, manifestEntry, { mtime: now });
  zip.end({ forceZip64Format: false, comment: createHash('sha256').update(bytes).digest('hex') });
  return manifest;
}

/** One entry after the other: memory stays flat, whatever the number of rows. */
async function addEntry(zip: ZipFile, stream: Readable, name: string, mtime: Date): Promise<void> {
  const ended = finished(stream);
  zip.addReadStream(stream, name, { mtime });
  await ended;
}

async function findFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
