import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '../../../api/db/embedded.ts';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { createTurns, startWrites } from '../load.ts';
import { type DrillOptions, type Line, share } from '../report.ts';
import { createServerProcess, runCommand } from '../server.ts';

const mostCost = 0.1;
const backUp = (file: string, env: Record<string, string>) =>
  runCommand('api/backup/backup-command.ts', [file], env).done;
const restore = (file: string, env: Record<string, string>, ...more: string[]) =>
  runCommand('api/backup/restore-command.ts', [file, ...more], env).done;

/** A backup under writes, put into an empty machine, backed up again there: the same rows by hash; what it costs meanwhile. */
export async function backup({ quick }: DrillOptions): Promise<Line[]> {
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-drill-zip-'));
  try {
    return [await external(directory, quick), await embedded(directory)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function external(directory: string, quick: boolean): Promise<Line> {
  const rounds = quick ? 1 : 5;
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const dataDir = join(directory, 'external');
  await mkdir(join(dataDir, 'uploads'), { recursive: true });
  await writeFile(join(dataDir, 'uploads', 'a.pdf'), '%PDF-1.7 drill');
  const env = { DATABASE_URL: cluster.url, DATA_DIR: dataDir };
  const server = createServerProcess(env, await freePort());
  try {
    const city = await fillCity(pool, { openings: quick ? 3500 : 40_000, people: 400 });
    await server.start();
    const turns = createTurns(city);
    const rates: { without: number; during: number }[] = [];
    let file = '';
    let said = '';
    for (let round = 0; round < rounds; round++) {
      const load = startWrites(server.url, city, turns, 4);
      await sleep(1500);
      const at = async (timeMs: number) => {
        const before = load.answered;
        await sleep(timeMs);
        return (load.answered - before) / timeMs;
      };
      const first = await at(3000);
      file = join(directory, `external-${round}.zip`);
      const began = performance.now();
      const before = load.answered;
      ({ said } = await backUp(file, env));
      const during = (load.answered - before) / (performance.now() - began);
      const second = await at(3000);
      await load.stop();
      rates.push({ without: (first + second) / 2, during });
    }
    await server.stop();
    const admin = new pg.Client({ connectionString: cluster.url });
    await admin.connect();
    await admin.query('create database restored');
    await admin.end();
    const there = {
      DATABASE_URL: cluster.url.replace(/postgres$/, 'restored'),
      DATA_DIR: join(directory, 'there'),
    };
    const verdict = await roundTrip(file, there, directory);
    const costs = rates.map(({ without, during }) => 1 - during / without).sort((a, b) => a - b);
    const cost = costs[Math.floor(costs.length / 2)]!;
    return {
      part: 'backup',
      what: 'PostgreSQL，写着备份，恢复到空库',
      times: rounds,
      found: `${verdict ?? '恢复后每张表一样'}；其间写慢 ${share(Math.max(0, cost))}（含备份进程自己的 CPU）；${said.split('\n')[0]?.replace(/^.*（/, '（')}`,
      // How much slower is decided by what else the machine does; CI looks at the rows alone.
      ok: verdict === null && (quick || cost <= mostCost),
    };
  } finally {
    await server.kill();
    await pool.end();
    await cluster.remove();
  }
}

async function embedded(directory: string): Promise<Line> {
  const dataDir = join(directory, 'embedded');
  await mkdir(dataDir, { recursive: true });
  const filled = await openEmbedded(dataDir);
  const city = await fillCity(filled.pool, { openings: 500, people: 100 });
  await filled.close();
  const server = createServerProcess({ DATA_DIR: dataDir }, await freePort());
  try {
    await server.start();
    const load = startWrites(server.url, city, createTurns(city), 2);
    await sleep(1000);
    const file = join(directory, 'embedded.zip');
    const { code, said } = await backUp(file, { DATA_DIR: dataDir });
    await load.stop();
    await server.stop();
    const verdict =
      code === 0 ? await roundTrip(file, { DATA_DIR: join(directory, 'embedded-there') }, directory) : said;
    return {
      part: 'backup',
      what: '内置数据库，开着备份，恢复到空目录',
      times: 1,
      found: `${verdict ?? '恢复后每张表一样'}；其间写成 ${load.acknowledged.length} 次；${said.split('\n')[0]?.replace(/^.*（/, '（')}`,
      ok: verdict === null && load.wrong.length === 0,
    };
  } finally {
    await server.kill();
  }
}

/** Restores and backs up what was restored; null when both say the same of every table, else what went wrong. */
async function roundTrip(
  file: string,
  there: Record<string, string>,
  directory: string,
): Promise<string | null> {
  const restored = await restore(file, there);
  if (restored.code !== 0) return restored.said;
  const again = await restore(file, there);
  if (again.code === 0) return '第二次恢复没有被拒绝';
  const copy = join(directory, `copy-${Date.now()}.zip`);
  const copied = await backUp(copy, there);
  if (copied.code !== 0) return copied.said;
  const tables = async (path: string) =>
    (await restore(path, there, '--check')).said
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .join('\n');
  const [first, second] = [await tables(file), await tables(copy)];
  return first !== '' && first === second ? null : `恢复以后不一样：\n${first}\n${second}`;
}
