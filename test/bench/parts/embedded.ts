import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../../../api/db/embedded.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { createPool } from '../../../api/db/pool.ts';
import { copyRows } from '../copy-rows.ts';
import { ensureGenerated } from '../generate.ts';
import { hottestReads, otherReads, type Read } from '../hottest-reads.ts';
import { fillIndexes, fillIndexesOf } from '../index-rows.ts';
import { callPatiently, closedLoop, type Times, timesAt, warmUp } from '../load.ts';
import { alternate, percentile } from '../measure.ts';
import { type Served, startServer } from '../processes.ts';
import { compared, type Line, orReason } from '../report.ts';
import { refuseDifference } from '../recorded.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const perSecond = 100;
const comparedAnswers = 20;
const clients = 4;
/** A p95 swings more than a throughput: it takes more rounds until the middle one stands. */
const roundsMore = 3;

/** The reads asked for most, on the embedded database beside the same server and openings on an external one. */
export async function embedded(settings: Settings): Promise<Line[]> {
  const size = settings.sizes[0]!;
  const running: Served[] = [];
  const lines: Line[] = [];
  try {
    const url = await ensureGenerated(await settings.cluster(), size, settings.told);
    await fillIndexes(url, null, settings.told);
    running.push(await startServer({ DATA_DIR: await embeddedCity(settings, url) }, true));
    running.push(await startServer({ DATABASE_URL: url }, true));
    const [ours, external] = running as [Served, Served];
    for (const [name, reads] of [
      ['十种问得最多的轮着问', hottestReads()],
      ['另外，搜词', otherReads()],
    ] as const) {
      const what = `${figure(size)} 个岗位：${name}，p95`;
      lines.push(
        ...(await orReason('embedded', what, async () => [
          await besideExternal(settings, { ours, external, reads, what }),
        ])),
      );
    }
  } finally {
    for (const server of running) await server.stop();
  }
  return lines;
}

/** A data directory with the very rows that the external database holds, and their index. */
async function embeddedCity({ directory, told }: Settings, url: string): Promise<string> {
  const dataDir = await mkdtemp(join(directory, 'embedded-'));
  const external = createPool({ connectionString: url }, 1);
  const { pool, close } = await openEmbedded(dataDir);
  try {
    await migrate(pool);
    await copyRows(external, pool, ['employers', 'service_points', 'openings']);
    await fillIndexesOf(pool, null, told);
  } finally {
    await close();
    await external.end();
  }
  return dataDir;
}

/** Of each read the first path, then of each the second, and so on: at n a path of the read n modulo their number. */
function inTurn(reads: readonly Read[]): string[] {
  const longest = Math.max(...reads.map(({ paths }) => paths.length));
  return Array.from({ length: longest }, (_, number) =>
    reads.map(({ paths }) => paths[number % paths.length]!),
  ).flat();
}

type Sides = { ours: Served; external: Served; reads: readonly Read[]; what: string };

async function besideExternal(settings: Settings, { ours, external, reads, what }: Sides): Promise<Line> {
  const { sliceSeconds, warmUpSeconds, rounds, told } = settings;
  const paths = inTurn(reads);
  told(what);
  for (const { paths: some } of reads) await refuseDifference(ours, external, some.slice(0, comparedAnswers));
  const timesOf = new Map([ours, external].map((of) => [of, reads.map((): Times => [])]));
  const sideOf = (name: string, of: Served) => {
    // Every slice goes on where the one before stopped.
    let asked = 0;
    const ask = (number: number) => callPatiently(of.url + paths[(asked + number) % paths.length]!);
    const slice = async () => {
      const times = await timesAt(ask, perSecond, sliceSeconds);
      times.forEach((time, number) => timesOf.get(of)![(asked + number) % reads.length]!.push(time));
      asked += times.length;
      return percentile(times, 0.95);
    };
    return { name, ask, slice };
  };
  const sides = [sideOf('embedded', ours), sideOf('external', external)];
  for (const { ask } of sides) await warmUp((seconds) => closedLoop(ask, clients, seconds), warmUpSeconds);
  const comparison = await alternate(sides, roundsMore * rounds);
  const each = reads.map((read, at) => {
    const [here, there] = [ours, external].map((of) => figure(percentile(timesOf.get(of)![at]!, 0.95)));
    return `${read.what} ${here}/${there}`;
  });
  const note = `对照：外部 PostgreSQL，同样的岗位，字节相同；每秒问 ${perSecond} 次，从该问的时刻算起；各种的 p95 毫秒，内嵌/外部：${each.join('，')}`;
  return compared('embedded', what, comparison, { unit: ' 毫秒', atMost: 1.1, note });
}
