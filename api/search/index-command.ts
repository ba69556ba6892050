import { SingleBar } from 'cli-progress';
import type pg from 'pg';
import { ConfigFault, readConfig, type Config } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { DirectoryInUse } from '../db/owner-lock.ts';
import { compareIndex, repairIndex, type IndexFaults } from './check-index.ts';
import type { Engine } from './engine.ts';
import type { Filling } from './feeder.ts';
import { createMeilisearchEngine } from './meilisearch.ts';
import { createPostgresEngine } from './postgres.ts';
import { createReader } from './reader.ts';
import { rebuildMeilisearch, rebuildPostgres } from './rebuild-index.ts';
import { findWords } from './words-store.ts';

const usage = `用法：
  npm run index -- rebuild   重新建索引，建好再换上，换之前照常能搜
  npm run index -- check     逐条核对索引和数据库（编号和内容），不一样的当场改好
`;

process.exitCode = await main(process.argv.slice(2));

async function main([task, ...more]: string[]): Promise<number> {
  if ((task !== 'rebuild' && task !== 'check') || more.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const config = readConfig(process.env);
    const database = await openDatabase(config);
    try {
      await migrate(database.pool);
      await (task === 'rebuild' ? rebuild(config, database.pool) : check(config, database.pool));
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${plainly(error)}\n`);
    return 1;
  }
}

function plainly(error: unknown): string {
  if (error instanceof DirectoryInUse)
    return (
      `服务器正开着内置数据库${error.pid ? `（进程号 ${error.pid}）` : ''}，它自己会跟着每次改动更新索引。` +
      '要核对或重建，先停掉服务器，跑完这一条再开。'
    );
  if (error instanceof ConfigFault) return error.message;
  return `没有做完：${error instanceof Error ? error.message : String(error)}`;
}

async function rebuild(config: Config, db: pg.Pool): Promise<void> {
  const reader = createReader(await findWords(db));
  await timed('PostgreSQL 索引', (onProgress) => rebuildPostgres(db, reader, onProgress));
  if (!config.meili) return;
  const engine = createMeilisearchEngine(config.meili);
  await timed('Meilisearch 索引', (onProgress) =>
    rebuildMeilisearch(db, engine, config.meili!.index, reader, onProgress),
  );
}

async function check(config: Config, db: pg.Pool): Promise<void> {
  const reader = createReader(await findWords(db));
  const engines: [string, Engine][] = [['PostgreSQL 索引', createPostgresEngine(db)]];
  if (config.meili) engines.push(['Meilisearch 索引', createMeilisearchEngine(config.meili)]);
  for (const [name, engine] of engines) {
    let faults: IndexFaults | null = null;
    await timed(name, async (onProgress) => {
      faults = await compareIndex(db, engine, reader, onProgress);
      await repairIndex(db, engine, reader, faults);
    });
    process.stdout.write(`  ${told(faults!)}\n`);
  }
}

function told({ compared, missing, stale, extra }: IndexFaults): string {
  if (missing.length + stale.length + extra.length === 0) return `${compared} 个岗位，条条一样`;
  return (
    `${compared} 个岗位：缺 ${missing.length}，内容旧 ${stale.length}，多 ${extra.length}，都改好了` +
    [...missing, ...stale, ...extra].slice(0, 10).reduce((text, id) => `${text} ${id}`, '（编号')
  ).concat('）');
}

async function timed(
  name: string,
  work: (onProgress: (filling: Filling) => void) => Promise<void>,
): Promise<void> {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${name} [{bar}] {value}/{total}`,
        barsize: 30,
        hideCursor: true,
        stream: process.stderr,
      })
    : null;
  const began = performance.now();
  let count = 0;
  bar?.start(1, 0);
  try {
    await work(({ done, of }) => {
      count = done;
      bar?.setTotal(Math.max(of, done));
      bar?.update(done);
    });
  } finally {
    bar?.stop();
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${name}：${count} 个岗位，${seconds} 秒\n`);
}
