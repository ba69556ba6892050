import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { type DrillOptions, type Line, ms } from '../report.ts';
import { createServerProcess } from '../server.ts';

const mostRatio = 2;
/** Headers may take 10 s, and the server looks every 2 s. */
const mostOpenMs = 16_000;

/** Sockets that send a byte a second: honest people hardly notice, and the sockets are closed. */
export async function loris({ quick }: DrillOptions): Promise<Line[]> {
  const count = quick ? 300 : 2000;
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const server = createServerProcess({ DATABASE_URL: cluster.url }, await freePort());
  const sockets: Socket[] = [];
  try {
    await fillCity(pool, { openings: 200, people: 1 });
    await server.start();
    await p95(server.url, 200);
    const before = await p95(server.url, 200);
    const control = await p95(server.url, 200);
    if (control > before * mostRatio || before > control * mostRatio)
      throw new Error(`对照没过：没有慢客户时 p95 自己就在 ${ms(before)} 和 ${ms(control)} 之间`);
    const closed: number[] = [];
    const port = Number(new URL(server.url).port);
    for (let n = 0; n < count; n++) {
      const socket = connect(
        port,
        '127.0.0.1',
        () => void socket.write('GET /api/openings HTTP/1.1\r\nHost: x\r\nX-A: '),
      );
      const began = performance.now();
      socket.on('error', () => {});
      socket.on('data', () => {});
      socket.on('close', () => void closed.push(performance.now() - began));
      sockets.push(socket);
    }
    const dripping = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('a');
    }, 1000);
    await sleep(1500);
    const during = await p95(server.url, 200);
    await sleep(mostOpenMs);
    clearInterval(dripping);
    const longest = Math.max(...closed, 0);
    return [
      {
        part: 'loris',
        what: `${count} 个连接每秒一个字节`,
        times: count,
        found: `别人的 p95 ${ms(before)} → ${ms(during)}；关掉 ${closed.length}，最久 ${ms(longest)}`,
        ok: during <= Math.max(before, control) * mostRatio && closed.length === count,
      },
    ];
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.kill();
    await pool.end();
    await cluster.remove();
  }
}

async function p95(url: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    await (await fetch(`${url}/api/openings?near=119.42,32.39`)).arrayBuffer();
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[Math.floor(times * 0.95)]!;
}
