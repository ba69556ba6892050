import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { templates } from '../../../api/db/embedded.ts';
import { freePort } from '../../support/postgres-server.ts';
import { ensureGenerated } from '../generate.ts';
import { withoutOwnWork } from '../index-rows.ts';
import { call } from '../load.ts';
import { load } from '../machine.ts';
import { alternate, refusalOf, type Comparison } from '../measure.ts';
import { startServer } from '../processes.ts';
import { type Line, spread } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

/** From starting the process to its first answer, seconds. `npm start` adds its look at whether the build is fresh. */
export async function starting(settings: Settings): Promise<Line[]> {
  if (!existsSync(templates.demo)) throw new Error('先跑一次 npm run build：还没有备好的空数据库');
  const { directory, rounds, told } = settings;
  const later = await mkdtemp(join(directory, 'later-'));
  const demo = (dataDir: string) => secondsToAnswer({ DATA_DIR: dataDir, SEED: 'demo' });
  told('内置数据库');
  await demo(later);
  const embedded = await alternate(
    [
      { name: 'first', slice: async () => demo(await mkdtemp(join(directory, 'first-'))) },
      { name: 'later', slice: () => demo(later) },
    ],
    rounds,
  );
  await rm(later, { recursive: true });
  const lines = [
    line('内置数据库，头一次（拷贝模板、备好演示城市）', embedded, 0, 3),
    line('内置数据库，再次', embedded, 1, 1),
  ];
  const cluster = await settings.cluster();
  for (const size of settings.sizes) {
    const url = await ensureGenerated(cluster, size, told);
    await withoutOwnWork(url);
    told(`外部数据库 ${size}`);
    const external = await alternate(
      [{ name: 'external', slice: () => secondsToAnswer({ DATABASE_URL: url }) }],
      Math.min(rounds, size > 100_000 ? 2 : rounds),
    );
    lines.push(line(`外部 PostgreSQL，${figure(size)} 个岗位`, external, 0, null));
  }
  return lines;
}

/** The server answers lists before it says its address: that comes when words can be searched too. */
async function secondsToAnswer(env: Record<string, string>): Promise<number> {
  const port = await freePort();
  const answers = () =>
    call(`http://127.0.0.1:${port}/api/openings?pageSize=1`).then(
      () => true,
      () => false,
    );
  const startedAt = performance.now();
  const starting = startServer({ ...env, PORT: String(port) });
  const lost = new AbortController();
  starting.catch(() => lost.abort());
  while (!lost.signal.aborted && !(await answers())) await sleep(askEveryMs);
  const seconds = (performance.now() - startedAt) / 1000;
  // Says why, when it could not be started.
  await (await starting).stop();
  return seconds;
}

const askEveryMs = 20;

function line(what: string, comparison: Comparison, at: number, atMostSeconds: number | null): Line {
  const refusal = refusalOf(comparison);
  const figures = comparison.figures[at]!;
  return {
    part: 'start',
    what,
    ours: refusal ? '' : spread(figures, ' 秒'),
    theirs: '',
    ratio: '',
    aim: atMostSeconds === null ? '' : `≤ ${atMostSeconds} 秒`,
    isMet: refusal || atMostSeconds === null ? null : figures.median <= atMostSeconds,
    note: `${refusal ?? `控制 ${(comparison.control * 100).toFixed(1)} %`}，负载 ${load()}；只用一个核`,
    data: comparison,
  };
}
