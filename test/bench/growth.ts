import { createPool } from '../../api/db/pool.ts';
import { ensureGenerated } from './generate.ts';
import { withoutOwnWork } from './index-rows.ts';
import { callPatiently, closedLoop, throughput, warmUp } from './load.ts';
import { alternate, percentile, refusalOf } from './measure.ts';
import { type Served, startServer } from './processes.ts';
import { compared, type Line, spread } from './report.ts';
import type { Settings } from './settings.ts';
import { load } from './machine.ts';
import { figure } from './table.ts';

export type Question = {
  part: string;
  what: string;
  paths: readonly string[];
  /** The same figures from PostgreSQL's rows, with the values of the path of that number; null only tells the growth. */
  sql: { statement: string; valuesOf: (number: number) => unknown[] } | null;
  /** How much slower the largest may be than the smallest, p95. */
  growsAtMost: number;
  /** p95 of the largest, ms. */
  p95AtMost?: number;
};

export type Growing = Pick<Question, 'part' | 'what' | 'growsAtMost' | 'p95AtMost'>;

const clients = 8;

/**
 * Asks the same at every size: how p95 grows, and how each size does beside PostgreSQL counting its rows.
 * @param envOf what the server of a size is told besides its database
 */
export async function growth(
  settings: Settings,
  questions: readonly Question[],
  envOf: (size: number) => Record<string, string> = () => ({}),
): Promise<Line[]> {
  const cluster = await settings.cluster();
  const lines: Line[] = [];
  const running: { size: number; url: string; server: Served }[] = [];
  try {
    for (const size of settings.sizes) {
      const url = await ensureGenerated(cluster, size, settings.told);
      await withoutOwnWork(url);
      running.push({ size, url, server: await startServer({ DATABASE_URL: url, ...envOf(size) }) });
    }
    for (const question of questions) {
      settings.told(question.what);
      for (const { server } of running)
        await warmUp(
          (seconds) => throughput(server.url, question.paths, seconds, { connections: clients }),
          settings.warmUpSeconds,
        );
      const { paths, sql } = question;
      const sides = running.map(({ size, server }) => ({
        size,
        ask: (number: number) => callPatiently(server.url + paths[number % paths.length]!),
      }));
      if (sides.length > 1) lines.push(await p95Growth(settings, question, sides));
      if (sql) for (const one of running) lines.push(await besideSql(settings, { ...question, sql }, one));
    }
  } finally {
    for (const { server } of running) await server.stop();
  }
  return lines;
}

/** How p95 of one who asks again and again grows with the size; the smallest comes first. */
export async function p95Growth(
  { rounds, sliceSeconds }: Settings,
  { part, what, growsAtMost, p95AtMost }: Growing,
  sizes: readonly { size: number; ask: (number: number) => Promise<unknown> }[],
): Promise<Line> {
  // The smallest last: the others are told against it.
  const sides = [...sizes].reverse().map(({ size, ask }) => ({
    name: figure(size),
    slice: () => p95Alone(ask, sliceSeconds),
  }));
  const comparison = await alternate(sides, rounds);
  const refusal = refusalOf(comparison);
  const largest = comparison.figures[0]!;
  const isMet =
    comparison.ratios[0]!.median <= growsAtMost && (p95AtMost === undefined || largest.median <= p95AtMost);
  const each = sides.map(({ name }, at) => `${name}：${spread(comparison.figures[at]!)} 毫秒`).reverse();
  return {
    part,
    what: `${what}：p95 从 ${sides.at(-1)!.name} 到 ${sides[0]!.name}`,
    ours: refusal ? '' : `${spread(largest)} 毫秒`,
    theirs: refusal ? '' : `${spread(comparison.figures.at(-1)!)} 毫秒`,
    ratio: refusal ? '' : spread(comparison.ratios[0]!),
    aim: `≤ ${growsAtMost}${p95AtMost === undefined ? '' : `，≤ ${p95AtMost} 毫秒`}`,
    isMet: refusal ? null : isMet,
    note: [
      refusal ?? `控制 ${(comparison.control * 100).toFixed(1)} %，负载 ${load()}；一个接一个地问`,
      ...(refusal || sides.length < 3 ? [] : each),
    ].join('；'),
    data: comparison,
  };
}

/** p95 of one client that asks again as soon as it has its answer, ms. */
async function p95Alone(work: (number: number) => Promise<unknown>, seconds: number): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let number = 0; performance.now() < until; number++) {
    const startedAt = performance.now();
    await work(number);
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.95);
}

async function besideSql(
  { rounds, sliceSeconds }: Settings,
  { part, what, paths, sql }: Question & { sql: NonNullable<Question['sql']> },
  { size, url, server }: { size: number; url: string; server: Served },
): Promise<Line> {
  const pool = createPool({ connectionString: url }, clients);
  try {
    const counting = (number: number) => pool.query(sql.statement, sql.valuesOf(number % paths.length));
    await closedLoop(counting, clients, 0.5);
    const comparison = await alternate(
      [
        { name: 'ours', slice: () => throughput(server.url, paths, sliceSeconds, { connections: clients }) },
        { name: 'rows', slice: () => closedLoop(counting, clients, sliceSeconds) },
      ],
      rounds,
    );
    const note = `对照：直接用 pg 让 PostgreSQL 数行，${clients} 个连接，占两个核`;
    return compared(part, `${figure(size)} 个岗位：${what}`, comparison, { unit: '/秒', note });
  } finally {
    await pool.end();
  }
}
