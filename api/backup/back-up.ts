import { mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigFault, readConfig, type Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../db/open.ts';
import { DirectoryInUse } from '../db/owner-lock.ts';
import { askForCopy } from './hand-over.ts';
import { BackupFault } from './manifest.ts';
import { atOnce, type Pace, restingPace } from './pace.ts';
import { createProgressBar } from './progress-bar.ts';
import { writeBackup } from './write-backup.ts';

/**
 * Backs up the database and the uploads into a new file, with a progress bar, and says what is in it.
 * @param file absolute path
 * @param isHasty does not rest for those whom a common database serves meanwhile
 * @param environment the settings, see config.ts
 * @returns exit code: 1 when nothing was backed up, and why has been said
 */
export async function backUp(
  file: string,
  isHasty: boolean,
  environment: Readonly<NodeJS.ProcessEnv>,
): Promise<number> {
  try {
    await write(readConfig(environment), file, isHasty);
    return 0;
  } catch (error) {
    process.stderr.write(`没有备份：${plainly(error)}\n`);
    return 1;
  }
}

function plainly(error: unknown): string {
  if (error instanceof BackupFault || error instanceof ConfigFault || error instanceof DirectoryInUse)
    return error.message;
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ENOSPC') return '磁盘满了，写了一半的已经删掉';
  if (code === 'EACCES' || code === 'ENOENT') return `写不了：${message}`;
  if (code === 'ECONNREFUSED') return `连不上数据库（DATABASE_URL）：${message}`;
  throw error;
}

async function write(config: Config, file: string, isHasty: boolean): Promise<void> {
  const began = performance.now();
  const bar = createProgressBar('备份');
  const database = await openForReading(config, file);
  try {
    const { tables, uploads } = await writeBackup(
      { pool: database.pool, uploadsDir: join(config.dataDir, 'uploads') },
      file,
      { now: new Date(), progress: bar.progress, pace: paceOf(config, isHasty) },
    );
    bar.stop();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      `备份好了：${file}（${megabytes} MB，${seconds} 秒）\n` +
        `${tables.length} 张表 ${rows} 行，上传的文件 ${uploads.length} 个。里面有个人信息，放到只有该看的人看得到的地方。\n`,
    );
  } finally {
    bar.stop();
    await database.close();
  }
}

/** An embedded database is read alone or as a copy: nobody waits for it. */
function paceOf({ databaseUrl }: Config, isHasty: boolean): Pace {
  return databaseUrl === null || isHasty ? atOnce : restingPace(restsTimes);
}

/** Writes beside it were 34 % slower without a rest; test/drills/README.md has what is left of that. */
const restsTimes = 4;

/** The database itself, or, while a server has the embedded one, a copy beside the file that is being made. */
async function openForReading(config: Config, file: string): Promise<OpenDatabase> {
  try {
    return await openDatabase({ ...config, seed: 'none' }, true);
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    const directory = await mkdtemp(join(dirname(file), '.jiuye-copy-'));
    const remove = () => rm(directory, { recursive: true, force: true });
    try {
      await askForCopy(config.dataDir, directory).catch((fault: unknown) => {
        throw fault instanceof BackupFault
          ? fault
          : new BackupFault(`${error.message} 那个进程也没有应答备份。`);
      });
      const copy = await openDatabase({ databaseUrl: null, dataDir: directory });
      return { ...copy, close: () => copy.close().finally(remove) };
    } catch (fault) {
      await remove();
      throw fault;
    }
  }
}
