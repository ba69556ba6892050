import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { knownMigrations, migrate } from '../db/migrate.ts';
import { transact } from '../db/transact.ts';
import type { Progress } from '../steps.ts';
import { BackupFault, madeByAStart, type Manifest, startsAnew } from './manifest.ts';
import { type Backup, verifyBackup } from './read-backup.ts';
import { createTally, fromLines, toLines } from './row-lines.ts';
import {
  analyze,
  clearTables,
  countOtherProcesses,
  countRows,
  findMigrations,
  findTables,
  fixTextFormats,
  insertRows,
  putBack,
  readTable,
  setSequence,
  type Table,
} from './store.ts';

/**
 * Puts a backup into an empty database and an empty uploads directory: all of it, or nothing. Before it commits, the
 * rows are read back and their hashes compared with the manifest's; newer migrations follow.
 * @throws BackupFault when the file is damaged or what is there is not empty
 */
export async function restoreBackup(
  backup: Backup,
  to: { pool: pg.Pool; uploadsDir: string },
  progress: Progress,
): Promise<void> {
  const { manifest } = backup;
  await verifyBackup(backup, progress);
  await refuseUnfit(to, manifest);
  await migrate(to.pool, manifest.migrations);
  const files = await unpackUploads(backup, to.uploadsDir);
  try {
    await transact(to.pool, async (tx) => {
      await fill(tx, backup, progress);
      // Before the commit: rows without their files would pass for whole, files without rows are refused next time.
      await files.keep();
    });
  } catch (error) {
    await files.drop();
    throw error;
  }
  await migrate(to.pool);
  await analyze(to.pool);
}

async function refuseUnfit(to: { pool: pg.Pool; uploadsDir: string }, manifest: Manifest): Promise<void> {
  const known = new Set(await knownMigrations());
  if (manifest.migrations.some((name) => !known.has(name)))
    throw new BackupFault('这份备份出自更新的版本。先更新程序，再恢复。');
  if ((await countOtherProcesses(to.pool)) > 0)
    throw new BackupFault('还有服务器连着这个数据库。先停掉，恢复完再开。');
  const uploads = await readdir(to.uploadsDir).catch(() => []);
  if (uploads.length > 0)
    throw new BackupFault(`${to.uploadsDir} 里已经有文件了。只往空的地方恢复，不覆盖。`);
  const done = await findMigrations(to.pool);
  if (done === null) return;
  for (const table of await findTables(to.pool)) {
    if (startsAnew.includes(table.name) || madeByAStart.includes(table.name)) continue;
    if ((await countRows(to.pool, table)) > 0)
      throw new BackupFault(`这个数据库里已经有数据了（表 ${table.name}）。只往空库恢复，不覆盖。`);
  }
  if (done.some((name) => !manifest.migrations.includes(name)))
    throw new BackupFault('这个空库的表结构比备份新。换一个没有建过表的库，恢复时会自己升级。');
}

async function fill(tx: pg.PoolClient, backup: Backup, progress: Progress): Promise<void> {
  const { manifest } = backup;
  await fixTextFormats(tx);
  const tables = new Map((await findTables(tx)).map((table) => [table.name, table]));
  const lifted = await clearTables(tx);
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 1);
  let done = 0;
  for (const { name, columns } of manifest.tables) {
    const table = tables.get(name);
    if (!table || table.columns.join() !== columns.join())
      throw new BackupFault(`表 ${name} 的列和备份里的对不上。什么也没有写入。`);
    for await (const rows of fromLines(await backup.table(name))) {
      await insertRows(tx, table, rows);
      progress(`写入 ${name}`, (done += rows.length) / total);
    }
  }
  for (const { name, lastValue } of manifest.sequences) await setSequence(tx, name, lastValue);
  await putBack(tx, lifted);
  for (const { name, sha256 } of manifest.tables) {
    progress(`比对 ${name}`, 1);
    if ((await hashTable(tx, tables.get(name)!)) !== sha256)
      throw new BackupFault(`表 ${name} 写进去再读出来不一样。什么也没有写入。`);
  }
}

/** SHA-256 of a table's rows as a backup holds them. Inside a transaction with `fixTextFormats`. */
async function hashTable(tx: pg.PoolClient, table: Table): Promise<string> {
  const tally = createTally();
  for await (const rows of readTable(tx, table)) tally.add(toLines(rows));
  return tally.close().sha256;
}

/** Unpacks beside the place; `keep` puts it there in one step. */
async function unpackUploads(backup: Backup, uploadsDir: string) {
  const part = `${uploadsDir}.part`;
  await rm(part, { recursive: true, force: true });
  for (const { path } of backup.manifest.uploads) {
    const file = join(part, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(await backup.upload(path), createWriteStream(file, { mode: 0o600, flush: true }));
  }
  return {
    async keep(): Promise<void> {
      if (backup.manifest.uploads.length === 0) return;
      await rm(uploadsDir, { recursive: true, force: true });
      await rename(part, uploadsDir);
    },
    /** Both were empty or not there before. */
    async drop(): Promise<void> {
      for (const path of [part, uploadsDir]) await rm(path, { recursive: true, force: true });
    },
  };
}
