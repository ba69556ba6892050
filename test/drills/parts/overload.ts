import autocannon from 'autocannon';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { type DrillOptions, type Line, ms, share } from '../report.ts';
import { createServerProcess } from '../server.ts';

const leastGoodput = 0.9;
const mostHarm = 0.1;
const path = '/api/openings?near=119.42,32.39';
const noise = 0.15;

type Measured = { good: number; refused: number; other: number; p99: number };

/** Five times what it can do: it goes on doing nearly all it can, and refuses the rest honestly; one greedy client harms nobody. */
export async function overload({ quick }: DrillOptions): Promise<Line[]> {
  const seconds = quick ? 4 : 15;
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const env = { DATABASE_URL: cluster.url, TRUST_PROXY: '1' };
  const server = createServerProcess(env, await freePort());
  const perMinute = 600;
  const limited = createServerProcess({ ...env, RATE_LIMIT_PER_MINUTE: String(perMinute) }, await freePort());
  try {
    await fillCity(pool, { openings: 3500, people: 1 });
    await server.start();
    await measure(server.url, { seconds: 5, connections: 16 });
    const peaks = [
      await measure(server.url, { seconds, connections: 16 }),
      await measure(server.url, { seconds, connections: 16 }),
    ];
    const [first, second] = peaks.map(({ good }) => good) as [number, number];
    if (Math.abs(first - second) / Math.max(first, second) > noise)
      throw new Error(`对照没过：同样的负载两次是每秒 ${first.toFixed(0)} 和 ${second.toFixed(0)}`);
    const peak = (first + second) / 2;
    const over = await measure(server.url, { seconds, connections: 600, rate: Math.round(peak * 5) });
    await server.stop();

    await limited.start();
    const honestRate = Math.min(8, Math.round(peak / 10));
    const alone = await measure(limited.url, {
      seconds,
      connections: 4,
      rate: honestRate,
      address: '10.5.5.1',
    });
    const greedy = measure(limited.url, {
      seconds,
      connections: 40,
      rate: honestRate * 7 * 4,
      address: '10.6.6.6',
    });
    const beside = await measure(limited.url, {
      seconds,
      connections: 4,
      rate: honestRate,
      address: '10.5.5.2',
    });
    await greedy;
    const harm = 1 - beside.good / alone.good;
    return [
      {
        part: 'overload',
        what: '五倍于做得完的',
        times: seconds,
        found:
          `每秒做完 ${over.good.toFixed(0)}，顶峰 ${peak.toFixed(0)}（${share(over.good / peak)}）；每秒请稍后再来 ${over.refused.toFixed(0)}，` +
          `别的 ${over.other.toFixed(0)}；p99 ${ms(over.p99)}`,
        ok: over.good / peak >= leastGoodput && over.other === 0 && over.refused > 0,
      },
      {
        part: 'overload',
        what: '一个客户问得太多',
        times: seconds,
        found: `旁人每秒 ${alone.good.toFixed(1)} → ${beside.good.toFixed(1)}（少 ${share(Math.max(0, harm))}），p99 ${ms(alone.p99)} → ${ms(beside.p99)}`,
        ok: harm <= mostHarm,
      },
    ];
  } finally {
    await server.kill();
    await limited.kill();
    await pool.end();
    await cluster.remove();
  }
}

/** @param rate calls a second over all connections; without one, as fast as answers come */
async function measure(
  url: string,
  {
    seconds,
    connections,
    rate,
    address,
  }: { seconds: number; connections: number; rate?: number; address?: string },
): Promise<Measured> {
  let withoutWhen = 0;
  const result = await autocannon({
    url: url + path,
    duration: seconds,
    connections,
    ...(rate ? { overallRate: rate } : {}),
    headers: { 'X-Forwarded-For': address ?? '10.4.4.4' },
    setupClient(client) {
      // Names and values in turns, as they came; the types say less.
      client.on('headers', (head) => {
        const { statusCode, headers } = head as unknown as { statusCode: number; headers: string[] };
        const isRefused = statusCode === 503 || statusCode === 429;
        if (isRefused && !headers.some((text) => /^retry-after$/i.test(text))) withoutWhen++;
      });
    },
  });
  const codes = result.statusCodeStats as Record<string, { count: number }>;
  const count = (code: number) => codes[code]?.count ?? 0;
  const refused = count(503) + count(429);
  return {
    good: count(200) / seconds,
    refused: (refused - withoutWhen) / seconds,
    other: (withoutWhen + result.non2xx - refused + result.errors) / seconds,
    p99: result.latency.p99,
  };
}
