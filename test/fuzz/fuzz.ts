import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SingleBar } from 'cli-progress';
import type pg from 'pg';
import { openEmbedded } from '../../api/db/embedded.ts';
import { migrate } from '../../api/db/migrate.ts';
import { createPool } from '../../api/db/pool.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { type Found, type FuzzResult, runFuzz, smallest } from './run-fuzz.ts';
import { type RuleFault, runRules } from './rules.ts';
import { curlOf } from './send.ts';
import { startTarget } from './target.ts';

const usage = `用法：
  npm run fuzz -- [--calls 200000] [--seed 数字] [--embedded] [--keep] [--json]
  --embedded  用内置数据库；不写就用装好的 PostgreSQL，没有才用内置的
  --keep      找到的问题存进 test/fuzz/found，以后每次测试都重放
`;
/** What may be left after a run beside what was there a quarter of the way in: caches have filled by then. */
const mostGrowth = 1.1;
const shownFaults = 30;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    process.stderr.write(usage);
    return 2;
  }
  const loose: string[] = [];
  const note = (error: unknown) =>
    void loose.push(error instanceof Error ? String(error.stack) : String(error));
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  const database = await openEmpty(options.embedded);
  try {
    await migrate(database.pool);
    const target = await startTarget(database.pool);
    const bar = process.stderr.isTTY
      ? new SingleBar({ stream: process.stderr, clearOnComplete: true })
      : null;
    bar?.start(options.calls, 0);
    const began = performance.now();
    let early = 0;
    const result = await runFuzz(target, {
      ...options,
      progress(done) {
        bar?.update(done);
        if (early === 0 && done >= options.calls / 4) early = heapBytes();
      },
    });
    const growth = heapBytes() / early;
    const seconds = (performance.now() - began) / 1000;
    bar?.stop();
    const found: Found[] = [];
    for (const one of result.found.slice(0, shownFaults)) found.push(await smallest(target, one));
    const rules = await runRules(target);
    await target.close();
    if (options.keep) for (const one of found) await keep(one);
    const summary = { ...options, seconds, growth, loose, rules };
    process.stdout.write(
      options.json ? `${JSON.stringify({ ...summary, ...result, found })}\n` : told(summary, result, found),
    );
    const isClean = result.found.length + loose.length + rules.faults.length === 0;
    return isClean && growth <= mostGrowth ? 0 : 1;
  } finally {
    await database.close();
    process.off('unhandledRejection', note);
  }
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        calls: { type: 'string', default: '200000' },
        seed: { type: 'string', default: '1' },
        embedded: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const calls = Number(values.calls);
    const seed = Number(values.seed);
    return Number.isInteger(calls) && calls > 0 && Number.isInteger(seed) ? { ...values, calls, seed } : null;
  } catch {
    return null;
  }
}

async function openEmpty(embedded: boolean): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
  const postgres = embedded ? null : findPostgres();
  if (postgres && 'bin' in postgres) {
    const server = await startPostgres(postgres);
    const pool = createPool({ connectionString: server.url });
    return { pool, close: () => pool.end().then(server.stop) };
  }
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-fuzz-'));
  const { pool, close } = await openEmbedded(directory);
  return { pool, close: () => close().then(() => rm(directory, { recursive: true, force: true })) };
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

async function keep(found: Found): Promise<void> {
  const text = `${JSON.stringify(found, null, 2)}\n`;
  const name = `${found.request.operation}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  await writeFile(new URL(`./found/${name}`, import.meta.url), text);
}

function told(
  {
    seconds,
    growth,
    loose,
    rules,
  }: { seconds: number; growth: number; loose: string[]; rules: { rows: string[][]; faults: RuleFault[] } },
  { calls, tallies, found: all }: FuzzResult,
  found: Found[],
): string {
  const classes = ['2', '4', '5'];
  const rows = tallies.map(({ operation, calls, statuses, found }) => [
    operation,
    String(calls),
    ...classes.map((one) =>
      String(
        Object.entries(statuses).reduce((sum, [status, n]) => (status.startsWith(one) ? sum + n : sum), 0),
      ),
    ),
    String(found),
  ]);
  const table = [['操作', '次数', '2xx', '4xx', '5xx', '问题'], ...rows];
  const widths = table[0]!.map((_head, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const curls = found.map(
    ({ role, what, request }) =>
      `\n${request.operation}: ${what}（${role}，${request.kind}）\n  ${curlOf(request, role)}`,
  );
  return [
    ...lines,
    ...rules.rows.map((row) => row.join('  ')),
    ...curls,
    ...rules.faults.map(({ rule, what }) => `\n${rule}: ${what}`),
    ...loose.map((error) => `\n没人接的错误：${error}`),
    '',
    `${calls} 次，${tallies.length} 个操作，${seconds.toFixed(0)} 秒（每秒 ${(calls / seconds).toFixed(0)}）；内存是四分之一处的 ${growth.toFixed(2)} 倍；` +
      `不同的问题 ${all.length} 个，规则问题 ${rules.faults.length} 个，没人接的错误 ${loose.length} 个`,
    '',
  ].join('\n');
}
