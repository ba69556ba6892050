import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../../../api/db/embedded.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { createPool } from '../../../api/db/pool.ts';
import { copyRows } from '../copy-rows.ts';
import { ensureGenerated } from '../generate.ts';
import { hottestReads, otherReads, type Read } from '../hottest-reads.ts';
import { fillIndexes, fillIndexesOf } from '../index-rows.ts';
import { callPatiently, latencyAt, throughput, warmUp } from '../load.ts';
import { alternate } from '../measure.ts';
import { type Served, startServer } from '../processes.ts';
import { compared, type Line, orReason } from '../report.ts';
import { refuseDifference } from '../recorded.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const perSecond = 50;
const comparedAnswers = 20;
const clients = 8;

/** The reads asked for most, on the embedded database beside the same server and openings on an external one. */
export async function embedded(settings: Settings): Promise<Line[]> {
  const size = settings.sizes[0]!;
  const running: Served[] = [];
  const lines: Line[] = [];
  try {
    const url = await ensureGenerated(await settings.cluster(), size, settings.told);
    await fillIndexes(url, null, settings.told);
    running.push(await startServer({ DATA_DIR: await embeddedCity(settings, url) }));
    running.push(await startServer({ DATABASE_URL: url }));
    const [ours, external] = running as [Served, Served];
    const reads = hottestReads();
    const together: Read = { what: '十种轮着问', paths: inTurn(reads) };
    for (const read of [...reads, together, ...otherReads()]) {
      const what = `${figure(size)} 个岗位：${read.what}，p95`;
      lines.push(
        ...(await orReason('embedded', what, async () => [
          await besideExternal(settings, { ours, external, read, what }),
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

/** Of each read the first path, then of each the second, and so on. */
function inTurn(reads: readonly Read[]): string[] {
  const longest = Math.max(...reads.map(({ paths }) => paths.length));
  return Array.from({ length: longest }, (_, number) =>
    reads.map(({ paths }) => paths[number % paths.length]!),
  ).flat();
}

type Sides = { ours: Served; external: Served; read: Read; what: string };

async function besideExternal(settings: Settings, { ours, external, read, what }: Sides): Promise<Line> {
  const { sliceSeconds, warmUpSeconds, rounds, told } = settings;
  const { paths } = read;
  told(what);
  await refuseDifference(ours, external, paths.slice(0, comparedAnswers));
  for (const { url } of [ours, external])
    await warmUp((seconds) => throughput(url, paths, seconds, { connections: clients }), warmUpSeconds);
  const sideOf = (name: string, { url }: Served) => {
    // Every slice goes on where the one before stopped.
    let asked = 0;
    const ask = () => callPatiently(url + paths[asked++ % paths.length]!);
    return { name, slice: async () => (await latencyAt(ask, perSecond, sliceSeconds)).p95 };
  };
  const sides = [sideOf('embedded', ours), sideOf('external', external)];
  const note = `对照：外部 PostgreSQL，同样的岗位，字节相同；每秒问 ${perSecond} 次，从该问的时刻算起`;
  return compared('embedded', what, await alternate(sides, rounds), { unit: ' 毫秒', atMost: 1.1, note });
}
