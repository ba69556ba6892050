import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { createTurns, startReads, startWrites, type Write } from '../load.ts';
import { hasNginx, startNginx } from '../nginx.ts';
import { type DrillOptions, type Line, spread } from '../report.ts';
import { createServerProcess } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';

const what = 'nginx 后面两个进程，轮流 kill -9 一个';

/** Two processes behind nginx as api/README.md has it: one is killed under reads and writes, nobody is told anything but an answer. */
export async function behindNginx({ rounds }: DrillOptions): Promise<Line[]> {
  if (!hasNginx()) return [{ part: 'nginx', what, times: 0, found: '没有装 nginx', ok: null }];
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const ports = [await freePort(), await freePort()];
  const servers = ports.map((port) =>
    createServerProcess({ DATABASE_URL: cluster.url, TRUST_PROXY: '1' }, port),
  );
  const city = await fillCity(pool, { openings: 300, people: 400 });
  const turns = createTurns(city);
  for (const server of servers) await server.start();
  const nginx = await startNginx(await freePort(), ports);
  const acknowledged: Write[] = [];
  const wrong: string[] = [];
  const ready: number[] = [];
  let answered = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const loads = [startReads(nginx.url), startWrites(nginx.url, city, turns)];
      await sleep(200 + Math.random() * 1500);
      const killed = servers[round % 2]!;
      await killed.kill();
      await sleep(500);
      ready.push(await killed.start());
      await sleep(300);
      for (const load of loads) {
        await load.stop();
        acknowledged.push(...load.acknowledged);
        wrong.push(...load.wrong);
        answered += load.answered;
      }
    }
    const verdict = await verifyWrites(pool, city, acknowledged);
    return [
      {
        part: 'nginx',
        what,
        times: rounds,
        found:
          `丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}（确认过 ${acknowledged.length} 次，读到 ${answered} 次），` +
          `被杀的再起来 ${spread(ready)}` +
          (wrong.length > 0 ? `；不该有的回答 ${wrong.length}：${wrong[0]}` : ''),
        ok: isWhole(verdict) && wrong.length === 0,
      },
    ];
  } finally {
    await nginx.stop();
    for (const server of servers) await server.kill();
    await pool.end();
    await cluster.remove();
  }
}
