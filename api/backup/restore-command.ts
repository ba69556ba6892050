import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigFault, readConfig, type Config } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { DirectoryInUse } from '../db/owner-lock.ts';
import { BackupFault, type Manifest } from './manifest.ts';
import { createProgressBar } from './progress-bar.ts';
import { type Backup, openBackup, verifyBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { hasDemoCity } from './store.ts';

const usage = `用法：
  npm run restore -- 文件.zip            恢复到空的数据库和空的数据目录；有数据的地方不覆盖
  npm run restore -- 文件.zip --check    只核对这份备份是不是完整，什么也不写
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (command === null) {
    process.stderr.write(usage);
    return 2;
  }
  const bar = createProgressBar(command.check ? '核对' : '恢复');
  let backup: Backup | null = null;
  try {
    const config = readConfig(process.env);
    backup = await openBackup(command.file);
    const told = command.check
      ? await verifyBackup(backup, bar.progress).then(() => '这份备份是完整的')
      : await restore(config, backup, bar.progress);
    bar.stop();
    process.stdout.write(`${told}\n${contents(backup.manifest)}\n`);
    return 0;
  } catch (error) {
    bar.stop();
    process.stderr.write(`${command.check ? '' : '没有恢复：'}${plainly(error)}\n`);
    return 1;
  } finally {
    backup?.close();
  }
}

function readCommand(args: string[]): { file: string; check: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file: resolve(file), check: values.check };
  } catch {
    return null;
  }
}

function plainly(error: unknown): string {
  if (error instanceof DirectoryInUse) return '服务器正开着这个数据目录。先停掉，恢复完再开。';
  if (error instanceof BackupFault || error instanceof ConfigFault) return error.message;
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ENOSPC' || code === '53100') return '磁盘满了，什么也没有写入';
  if (code === 'ECONNREFUSED') return `连不上数据库（DATABASE_URL）：${message}`;
  throw error;
}

async function restore(
  config: Config,
  backup: Backup,
  progress: (text: string, share: number) => void,
): Promise<string> {
  const began = performance.now();
  const database = await openDatabase({ ...config, seed: 'none' }, true);
  try {
    await restoreBackup(
      backup,
      { pool: database.pool, uploadsDir: join(config.dataDir, 'uploads') },
      progress,
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const invented = config.seed === 'demo' && !(await hasDemoCity(database.pool));
    return (
      `恢复好了（${seconds} 秒），每张表读出来都和备份时一样。登录过的人要重新登录，搜索的索引在下次启动时重新编好。` +
      (invented ? '\n这不是演示数据：启动时加上 SEED=none，免得混进演示的岗位。' : '')
    );
  } finally {
    await database.close();
  }
}

function contents({ takenAt, tables, uploads }: Manifest): string {
  const at = new Date(takenAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const lines = tables.map(({ name, rows, sha256 }) => `  ${name} ${rows} 行 ${sha256.slice(0, 16)}`);
  return [`备份时间 ${at}，上传的文件 ${uploads.length} 个`, ...lines].join('\n');
}
