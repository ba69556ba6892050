import { ensureGenerated } from '../generate.ts';
import { growth } from '../growth.ts';
import { call, latencyAt, throughput, warmUp } from '../load.ts';
import { alternate } from '../measure.ts';
import { withoutOwnWork } from '../index-rows.ts';
import { nearestByPgbench } from '../pgbench.ts';
import { somePlaces } from '../places.ts';
import { type Served, startServer } from '../processes.ts';
import { startTwin } from '../recorded.ts';
import { compared, type Line } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const placesAsked = 200;

const questions = [
  {
    what: '最近 10 个岗位',
    pathOf: (place: string) => `/api/openings?near=${place}&sort=distance&pageSize=10`,
    gzip: true,
    pgbench: true,
  },
  {
    what: '最近 10 个服务点',
    pathOf: (place: string) => `/api/service-points?near=${place}&limit=10`,
    gzip: false,
    pgbench: false,
  },
] as const;

/** The nearest openings and service points, beside a bare Express handler that sends the same bytes. */
export async function nearest(settings: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  const cluster = await settings.cluster();
  for (const size of settings.sizes) {
    const url = await ensureGenerated(cluster, size, settings.told);
    await withoutOwnWork(url);
    const server = await startServer({ DATABASE_URL: url });
    try {
      for (const { what, pathOf, gzip, pgbench } of questions) {
        const paths = somePlaces(placesAsked).map(pathOf);
        const name = `${figure(size)} 个岗位：${what}`;
        lines.push(...(await besideExpress(settings, server, paths, name, {})));
        if (gzip) {
          const headers = { 'Accept-Encoding': 'gzip' };
          lines.push(...(await besideExpress(settings, server, paths, `${name}，gzip`, headers)));
        }
        if (pgbench) lines.push(await nearestByPgbench(settings, { url, server, paths, what: name }));
      }
    } finally {
      await server.stop();
    }
  }
  const [{ what, pathOf }] = questions;
  const paths = somePlaces(placesAsked).map(pathOf);
  if (settings.sizes.length > 1)
    lines.push(...(await growth(settings, [{ part: 'nearest', what, paths, sql: null, growsAtMost: 1.3 }])));
  return lines;
}

async function besideExpress(
  settings: Settings,
  server: Served,
  paths: string[],
  what: string,
  headers: Record<string, string>,
): Promise<Line[]> {
  const { sliceSeconds, warmUpSeconds, rounds, told, directory } = settings;
  told(what);
  const twin = await startTwin(server, paths, directory, headers);
  try {
    const slice = (of: Served, seconds: number) => throughput(of.url, paths, seconds, { headers });
    for (const of of [server, twin]) await warmUp((seconds) => slice(of, seconds), warmUpSeconds);
    const cost = new Map([server, twin].map((of) => [of, { ms: 0, answers: 0 }]));
    const counted = async (of: Served) => {
      const before = of.cpuMs();
      const perSecond = await slice(of, sliceSeconds);
      cost.get(of)!.ms += of.cpuMs() - before;
      cost.get(of)!.answers += perSecond * sliceSeconds;
      return perSecond;
    };
    const comparison = await alternate(
      [
        { name: 'ours', slice: () => counted(server) },
        { name: 'bare Express', slice: () => counted(twin) },
      ],
      rounds,
    );
    // The same fixed rate for both, which the slower one carries with ease.
    const perSecond = Math.min(...comparison.figures.map(({ median }) => median)) / 2;
    const latencies = [];
    for (const of of [server, twin])
      latencies.push(
        await latencyAt((number) => call(of.url + paths[number % paths.length]!, { headers }), perSecond, 2),
      );
    const [ours, theirs] = latencies.map(({ p50, p99 }) => `${figure(p50)}/${figure(p99)}`);
    const [cpu, cpuOfTwin] = [...cost.values()].map(({ ms, answers }) => figure(ms / answers));
    const note = `对照：裸 Express，字节相同；每次用处理器 ${cpu} 毫秒，对照 ${cpuOfTwin}；每秒 ${figure(perSecond)} 次时 p50/p99 毫秒 ${ours}，对照 ${theirs}`;
    const line = compared('nearest', what, comparison, { unit: '/秒', atLeast: 0.65, note });
    return [{ ...line, data: { comparison, latencies, cost: [...cost.values()] } }];
  } finally {
    await twin.stop();
  }
}
