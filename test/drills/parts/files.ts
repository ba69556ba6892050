import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '../../../api/db/pool.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { csvOf, fileWith, openingCells } from '../../support/lists.ts';
import { createCluster } from '../cluster.ts';
import { makeHostileFiles } from '../hostile-files.ts';
import type { DrillOptions, Line } from '../report.ts';
import { ms } from '../report.ts';
import { runMeasured } from '../run-measured.ts';

/** Beside what a small good list takes, a hostile one may take so much more. */
const mostMoreMs = 3_000;
const mostMoreMb = 128;

/** Bombs and broken files through `npm run import`: refused in words, soon, with little memory, nothing written. */
export async function files({ quick }: DrillOptions): Promise<Line[]> {
  const directory = await mkdtemp(join(tmpdir(), 'jiuye-drill-files-'));
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  try {
    await migrate(pool);
    const importing = (path: string) =>
      runMeasured('api/import/import-command.ts', ['openings', path], { DATABASE_URL: cluster.url });
    const good = await importing(await fileWith('good.csv', csvOf([openingCells()])));
    if (good.code !== 0) throw new Error(`对照没过：好的清单也没导入：${good.said}`);
    const rows = async () =>
      (await pool.query<{ n: number }>('select count(*)::int as n from openings')).rows[0]!.n;
    const before = await rows();
    const lines: Line[] = [];
    const hostile = await makeHostileFiles(directory);
    for (const { what, path } of quick ? hostile.slice(0, 5) : hostile) {
      const { code, said, tookMs, peakMb } = await importing(path);
      const [moreMs, moreMb] = [tookMs - good.tookMs, peakMb - good.peakMb];
      const isRefused = code !== 0 && code !== null && /没有导入|一行也没有写入/.test(said);
      const isClean = (await rows()) === before;
      lines.push({
        part: 'files',
        what,
        times: 1,
        found: `${isRefused ? said.trim().split('\n').at(-1)!.slice(0, 80) : `没有好好拒绝（${code}）：${said.slice(-160)}`}；多用 ${ms(Math.max(0, moreMs))}、${Math.max(0, moreMb)} MB`,
        ok: isRefused && isClean && moreMs <= mostMoreMs && moreMb <= mostMoreMb,
      });
    }
    return lines;
  } finally {
    await pool.end();
    await cluster.remove();
    await rm(directory, { recursive: true, force: true });
  }
}
