import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { Progress } from '../steps.ts';
import { BackupFault, type Manifest, manifest, manifestEntry, tableEntry, uploadEntry } from './manifest.ts';
import { createTally } from './row-lines.ts';

const broken = (what: string) => new BackupFault(`这份备份不完整，或者被改过（${what}）。什么也没有写入。`);
/** A manifest of a million uploads is about 150 MB. */
const maxManifestBytes = 300_000_000;

export type Backup = {
  manifest: Manifest;
  table: (name: string) => Promise<AsyncIterable<Buffer>>;
  upload: (path: string) => Promise<AsyncIterable<Buffer>>;
  close: () => void;
};

/** Opens a backup and reads its manifest; `verifyBackup` then reads all of it. Throws BackupFault. */
export async function openBackup(file: string): Promise<Backup> {
  const zip = await yauzl
    .openPromise(file, { autoClose: false, strictFileNames: true })
    .catch((error: Error & { code?: string }) => {
      if (error.code === 'ENOENT') throw new BackupFault(`找不到文件 ${file}`);
      throw broken('打不开');
    });
  try {
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const stream = async (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw broken(`少了 ${name}`);
      return zip.openReadStreamPromise(entry);
    };
    const size = entries.get(manifestEntry)?.uncompressedSize ?? 0;
    if (size > maxManifestBytes) throw broken(manifestEntry);
    const bytes = await buffer(await stream(manifestEntry));
    if (createHash('sha256').update(bytes).digest('hex') !== zip.comment) throw broken(manifestEntry);
    const read = manifest.parse(JSON.parse(bytes.toString('utf8')));
    const named = [
      manifestEntry,
      ...read.tables.map(({ name }) => tableEntry(name)),
      ...read.uploads.map(({ path }) => uploadEntry(path)),
    ];
    if (named.length !== entries.size || named.some((name) => !entries.has(name))) throw broken('目录对不上');
    return {
      manifest: read,
      table: (name) => stream(tableEntry(name)),
      upload: (path) => stream(uploadEntry(path)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof BackupFault ? error : broken('目录读不了');
  }
}

/** Reads every byte and compares it with the manifest, before anything is written anywhere. Throws BackupFault. */
export async function verifyBackup(backup: Backup, progress: Progress): Promise<void> {
  const { tables, uploads } = backup.manifest;
  const total = [...tables, ...uploads].reduce((sum, { bytes }) => sum + bytes, 1);
  let done = 0;
  const check = async (
    name: string,
    open: () => Promise<AsyncIterable<Buffer>>,
    expected: { rows: number | null; bytes: number; sha256: string },
  ) => {
    const tally = createTally();
    try {
      for await (const chunk of await open()) {
        tally.add(chunk, expected.rows === null ? 0 : countLines(chunk));
        progress(`核对 ${name}`, (done += chunk.length) / total);
        // A bomb unpacks to more than it says.
        if (done > total) throw broken(name);
      }
    } catch {
      throw broken(name);
    }
    const found = tally.close();
    if (found.sha256 !== expected.sha256 || found.bytes !== expected.bytes) throw broken(name);
    if (expected.rows !== null && found.rows !== expected.rows) throw broken(name);
  };
  for (const table of tables) await check(table.name, () => backup.table(table.name), table);
  for (const file of uploads) await check(file.path, () => backup.upload(file.path), { ...file, rows: null });
}

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}
