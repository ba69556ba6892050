import { ensureGenerated } from '../generate.ts';
import { type Direct, openDirect } from '../direct.ts';
import { growth } from '../growth.ts';
import { fillIndexes, type MeilisearchTarget } from '../index-rows.ts';
import { call, callPatiently, closedLoop, type Latency, latencyAt, warmUp } from '../load.ts';
import { alternate } from '../measure.ts';
import { startBenchMeilisearch } from '../meilisearch.ts';
import { type Served, startServer } from '../processes.ts';
import { distinctQueries, keystrokes } from '../queries.ts';
import { compared, type Line } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const clients = 16;
// So many that no answer is kept until the same words come again (500 are); of their sets of terms most are. What is asked
// of the engine is noted one query after the other, at a million openings half a second each: there as many as are asked.
const differentQueries = (size: number) => (size < 1_000_000 ? 3000 : 600);
const keystrokesTyped = (size: number) => (size < 1_000_000 ? 6000 : 1200);

/** The endpoint beside its engine called with the same requests, on both engines: other words every time, and typing. */
export async function search(settings: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  const cluster = await settings.cluster();
  const meilisearch = await startBenchMeilisearch();
  try {
    for (const size of settings.sizes) {
      const url = await ensureGenerated(cluster, size, settings.told);
      const target = meilisearch && { url: meilisearch.url, index: `bench_${size}` };
      await fillIndexes(url, target, settings.told);
      lines.push(...(await onEngine(settings, size, url, null)));
      if (target) lines.push(...(await onEngine(settings, size, url, target)));
    }
    lines.push(...(await searchGrowth(settings, null)));
    if (meilisearch) lines.push(...(await searchGrowth(settings, meilisearch.url)));
  } finally {
    await meilisearch?.stop();
  }
  if (!meilisearch)
    process.stderr.write('没有 Meilisearch（MEILI_URL 或 PATH 上的 meilisearch），只量了 PostgreSQL\n');
  return lines;
}

async function onEngine(
  settings: Settings,
  size: number,
  url: string,
  meili: MeilisearchTarget | null,
): Promise<Line[]> {
  const engine = meili ? 'Meilisearch' : 'PostgreSQL';
  const env: Record<string, string> = meili ? { MEILI_URL: meili.url, MEILI_INDEX: meili.index } : {};
  const server = await startServer({ DATABASE_URL: url, ...env });
  const loads = [
    { what: '每次换词', queries: distinctQueries(differentQueries(size)), atLeast: 0.9 },
    { what: '边打边搜', queries: keystrokes(keystrokesTyped(size)), atLeast: 3 },
  ];
  const lines: Line[] = [];
  try {
    await refuseDegraded(server);
    for (const { what, queries, atLeast } of loads) {
      settings.told(`${size} ${engine} ${what}`);
      const direct = await openDirect(url, meili, queries);
      try {
        const name = `${figure(size)} 个岗位，${engine}，${what}`;
        lines.push(await besideEngine(settings, server, direct, name, atLeast));
      } finally {
        await direct.close();
      }
    }
  } finally {
    await server.stop();
  }
  return lines;
}

/** Other words every time, at every size; the indexes have been filled before. */
async function searchGrowth(settings: Settings, meiliUrl: string | null): Promise<Line[]> {
  if (settings.sizes.length === 1) return [];
  const what = `${meiliUrl ? 'Meilisearch' : 'PostgreSQL'}，每次换词`;
  const paths = distinctQueries(differentQueries(Math.max(...settings.sizes))).map(pathOf);
  const envOf = (size: number): Record<string, string> =>
    meiliUrl ? { MEILI_URL: meiliUrl, MEILI_INDEX: `bench_${size}` } : {};
  return growth(settings, [{ part: 'search', what, paths, sql: null, growsAtMost: 3 }], envOf);
}

const pathOf = (query: string) => `/api/openings?pageSize=20&q=${encodeURIComponent(query)}`;

/** Measuring PostgreSQL under Meilisearch's name would be worse than measuring nothing. */
async function refuseDegraded(server: Served): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const { degraded } = JSON.parse((await call(server.url + pathOf(`焊工${tries}`))).toString());
    if (!degraded) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server does not use the search engine it was given');
}

async function besideEngine(
  settings: Settings,
  server: Served,
  direct: Direct,
  what: string,
  atLeast: number,
): Promise<Line> {
  const { rounds, sliceSeconds, warmUpSeconds } = settings;
  const { queries } = direct;
  // Every slice goes on where the one before stopped.
  let [asked, askedDirectly] = [0, 0];
  let [shed, degraded] = [0, 0];
  const ours = async () => {
    const path = pathOf(queries[asked++ % queries.length]!);
    const answer = await callPatiently(server.url + path, {}, () => void shed++);
    if (answer.includes('"degraded":true')) degraded++;
  };
  const theirs = () => direct.ask(queries[askedDirectly++ % queries.length]!);
  for (const work of [ours, theirs])
    await warmUp((seconds) => closedLoop(work, clients, seconds), warmUpSeconds);
  const comparison = await alternate(
    [
      { name: 'ours', slice: () => closedLoop(ours, clients, sliceSeconds) },
      { name: 'engine', slice: () => closedLoop(theirs, clients, sliceSeconds) },
    ],
    rounds,
  );
  const perSecond = Math.min(...comparison.figures.map(({ median }) => median)) / 3;
  const latencies: Latency[] = [];
  for (const work of [ours, theirs]) latencies.push(await latencyAt(work, perSecond, 4));
  const told = latencies.map(({ p50, p99 }) => `${figure(p50)}/${figure(p99)}`);
  const instead = degraded > 0 ? `；${figure((100 * degraded) / asked)} % 由 PostgreSQL 代答` : '';
  const note = `${clients} 个一起问；每秒 ${figure(perSecond)} 次时 p50/p99 毫秒 ${told[0]}，引擎 ${told[1]}${shed > 0 ? `；挡回 ${shed} 次，再问` : ''}${instead}`;
  return {
    ...compared('search', what, comparison, { unit: '/秒', atLeast, note }),
    data: { comparison, latencies },
  };
}
