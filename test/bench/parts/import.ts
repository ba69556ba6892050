import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPool } from '../../../api/db/pool.ts';
import { migrate } from '../../../api/db/migrate.ts';
import type { Cluster } from '../cluster.ts';
import { writeCsv } from '../csv.ts';
import { alternate } from '../measure.ts';
import { compared, type Line } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../../api/import/import-command.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

const employerColumns = 'id, credit_code, name, industry';
const openingTableColumns =
  `external_id, employer_id, status, title, occupation, industry, duties, requirements,
  headcount, salary_min, salary_max, salary_unit, salary_monthly_min, salary_monthly_max, education, experience,
  employment_type, benefits, address, town, place, place_source, place_quality, contact_name, contact_phone,
  published_at, confirmed_at, expires_at`.replace(/\s+/g, ' ');

/** A list through `npm run import`, checked row by row, beside COPY of the rows it becomes into the same tables. */
export async function importing(settings: Settings): Promise<Line[]> {
  const { directory, told, rounds, sliceSeconds } = settings;
  const rows = sliceSeconds < 1 ? 10_000 : 100_000;
  const cluster = await settings.cluster();
  const databases = await emptyDatabases(cluster);
  try {
    const [tenth, whole] = [join(directory, 'tenth.csv'), join(directory, 'whole.csv')];
    await writeCsv(tenth, rows / 10);
    await writeCsv(whole, rows);
    told(`${rows / 10} 行`);
    const small = await importInto(await databases.fresh(), tenth);
    told(`${rows} 行`);
    const from = await databases.fresh();
    const large = await importInto(from, whole);
    const copies = await copyOut(from, directory);
    const comparison = await alternate(
      [
        {
          name: 'import',
          slice: async () => rows / (await importInto(await databases.fresh(), whole)).seconds,
        },
        { name: 'COPY', slice: async () => rows / (await copyIn(await databases.fresh(), copies)) },
      ],
      rounds,
    );
    return [
      compared('import', `${figure(rows)} 行 CSV`, comparison, {
        unit: ' 行/秒',
        atLeast: 0.3,
        note: '对照：psql 的 COPY，同样的表、索引和检查，没有逐行核对和变更记录；新进程的启动都算在内',
      }),
      memoryLine(rows, small.peakMb, large.peakMb),
    ];
  } finally {
    await databases.drop();
  }
}

function memoryLine(rows: number, smallMb: number, largeMb: number): Line {
  const ratio = largeMb / smallMb;
  return {
    part: 'import',
    what: `内存峰值，${figure(rows)} 行对 ${figure(rows / 10)} 行`,
    ours: `${figure(largeMb)} MB`,
    theirs: `${figure(smallMb)} MB`,
    ratio: figure(ratio),
    aim: '≤ 1.5',
    isMet: ratio <= 1.5,
    note: '进程的 VmHWM；行数十倍，内存应当差不多',
    data: { rows, smallMb, largeMb },
  };
}

async function emptyDatabases(cluster: Cluster) {
  const admin = createPool({ connectionString: cluster.urlOf('postgres') }, 1);
  const make = async (name: string, options = '') => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} ${options}`);
  };
  await make('bench_empty');
  const pool = createPool({ connectionString: cluster.urlOf('bench_empty') }, 1);
  await migrate(pool);
  await pool.end();
  let made = 0;
  return {
    async fresh(): Promise<string> {
      // The first two stay as they are: one of them is the source of the copies.
      const name = `bench_import_${Math.min(made++, 2)}`;
      await make(name, 'template bench_empty');
      await admin.query('checkpoint');
      return cluster.urlOf(name);
    },
    async drop(): Promise<void> {
      for (const name of ['bench_empty', 'bench_import_0', 'bench_import_1', 'bench_import_2'])
        await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

async function importInto(url: string, file: string): Promise<{ seconds: number; peakMb: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', command, 'openings', file], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  let peakMb = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}:\n${said.slice(0, 2000)}`);
  return { seconds: (performance.now() - startedAt) / 1000, peakMb };
}

type Copies = { employers: string; openings: string };

async function copyOut(url: string, directory: string): Promise<Copies> {
  const copies = { employers: join(directory, 'employers.copy'), openings: join(directory, 'openings.copy') };
  await psql(url, [
    `\\copy (select ${employerColumns} from employers order by id) to '${copies.employers}'`,
    `\\copy (select ${openingTableColumns} from openings order by id) to '${copies.openings}'`,
  ]);
  return copies;
}

/** @returns seconds */
async function copyIn(url: string, { employers, openings }: Copies): Promise<number> {
  const startedAt = performance.now();
  await psql(url, [
    `\\copy employers (${employerColumns}) from '${employers}'`,
    `\\copy openings (${openingTableColumns}) from '${openings}'`,
  ]);
  return (performance.now() - startedAt) / 1000;
}

const psql = (url: string, statements: string[]) =>
  run('psql', ['-X', '-q', '-1', '-v', 'ON_ERROR_STOP=1', ...statements.flatMap((one) => ['-c', one]), url]);
