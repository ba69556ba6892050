import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { createTurns, sendOne, startReads, startWrites } from '../load.ts';
import { type Fault, startProxy } from '../proxy.ts';
import { type DrillOptions, type Line, spread } from '../report.ts';
import { createServerProcess } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';

/** No request may hang longer than this, whatever the line to the database does. */
const longestAnswerMs = 45_000;

const faults: { what: string; fault: Fault; forMs: number }[] = [
  { what: '慢 200 ms', fault: { kind: 'slow', delayMs: 200 }, forMs: 5000 },
  { what: '每 50 段断一次', fault: { kind: 'resets', share: 0.02 }, forMs: 5000 },
  { what: '每秒 2 kB', fault: { kind: 'trickle', bytesPerSecond: 2000 }, forMs: 5000 },
  { what: '线断了没人说', fault: { kind: 'dead' }, forMs: 5000 },
];

/** A bad line between server and database: reads go on, writes are acknowledged or refused, nothing is half done. */
export async function links({ quick }: DrillOptions): Promise<Line[]> {
  const cluster = await createCluster();
  const direct = createPool({ connectionString: cluster.url });
  const proxy = await startProxy(cluster.port);
  const server = createServerProcess(
    { DATABASE_URL: cluster.url.replace(`:${cluster.port}/`, `:${proxy.port}/`) },
    await freePort(),
  );
  try {
    const city = await fillCity(direct, { openings: 200, people: 200 });
    const turns = createTurns(city);
    await server.start();
    const lines: Line[] = [];
    for (const { what, fault, forMs } of quick ? faults.slice(0, 3) : faults) {
      proxy.set(fault);
      const writes = startWrites(server.url, city, turns, 3);
      const reads = startReads(server.url, 1);
      const asked = performance.now();
      // Without patience of its own: how long until the server says anything at all.
      const hanging = longest(server.url, fault.kind === 'dead' && !quick);
      await sleep(forMs);
      const readsMeanwhile = reads.answered;
      const waited = await hanging;
      proxy.set({ kind: 'none' });
      const mended = performance.now();
      for (let tries = 0; tries < 200; tries++) {
        const reply = await sendOne(
          server.url,
          city,
          turns(),
          `drill-mended-${Math.floor(asked)}-${tries}`,
        ).catch(() => null);
        if (reply && reply.status < 300) break;
        await sleep(50);
      }
      const backMs = performance.now() - mended;
      await Promise.all([writes.stop(), reads.stop()]);
      const verdict = await verifyWrites(direct, city, writes.acknowledged);
      const wrong = [...writes.wrong, ...reads.wrong];
      lines.push({
        part: 'links',
        what: `到数据库的线：${what}`,
        times: writes.answered,
        found:
          `丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}；其间读到 ${readsMeanwhile} 次` +
          (waited === null ? '' : `，问数据库的最久等 ${spread([waited])}`) +
          `，修好后 ${spread([backMs])}又能写${wrong.length > 0 ? `；不该有的回答 ${wrong.length}：${wrong[0]}` : ''}`,
        ok:
          isWhole(verdict) &&
          readsMeanwhile > 0 &&
          wrong.length === 0 &&
          (waited === null || waited < longestAnswerMs),
      });
    }
    return lines;
  } finally {
    await server.kill();
    await proxy.close();
    await direct.end();
    await cluster.remove();
  }
}

async function longest(url: string, isAsked: boolean): Promise<number | null> {
  if (!isAsked) return null;
  const began = performance.now();
  await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(120_000) }).catch(() => null);
  return performance.now() - began;
}
