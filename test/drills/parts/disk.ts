import { execFile, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { createTurns, notNow, sendOne, startReads, startWrites } from '../load.ts';
import type { Line } from '../report.ts';
import { ms } from '../report.ts';
import { createServerProcess } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';

const run = promisify(execFile);
const sizeMb = 160;
const mostBackMs = 5000;
const longestFullMs = 60_000;

/** The database's disk fills up: reads go on, writes are refused and say so; with room again it mends itself. */
export async function disk(): Promise<Line[]> {
  const part = 'disk';
  const what = `数据库的盘满了（${sizeMb} MB 的 tmpfs）`;
  if (userInfo().uid !== 0)
    return [{ part, what, times: 0, found: '要 root 才能挂小盘，这里没试', ok: null }];
  const mount = await mkdtemp(join(tmpdir(), 'jiuye-drill-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=755`, 'tmpfs', mount]).status !== 0)
    return [{ part, what, times: 0, found: '这里不让挂 tmpfs，没试', ok: null }];
  const cluster = await createCluster(mount);
  const pool = createPool({ connectionString: cluster.url });
  const server = createServerProcess({ DATABASE_URL: cluster.url }, await freePort());
  try {
    const city = await fillCity(pool, { openings: 200, people: 200 });
    await server.start();
    const turns = createTurns(city);
    const writes = startWrites(server.url, city, turns, 3);
    await sleep(1000);
    const ballast = join(mount, 'ballast');
    await fillUp(ballast);
    const reads = startReads(server.url, 2);
    let refused: number | null = null;
    for (const began = performance.now(); refused === null && performance.now() - began < longestFullMs;) {
      const reply = await sendOne(
        server.url,
        city,
        turns(),
        `drill-full-${Math.floor(performance.now())}`,
      ).catch(() => null);
      if (reply && reply.status >= 300) refused = reply.status;
      await fillUp(ballast);
    }
    if (refused === null) throw new Error('对照没过：盘满了，写的却没有一次被拒绝');
    await sleep(3000);
    const readsMeanwhile = reads.answered;
    await rm(ballast);
    const began = performance.now();
    let backMs = Infinity;
    for (let tries = 0; tries < 400; tries++) {
      const reply = await sendOne(server.url, city, turns(), `drill-room-${tries}`).catch(() => null);
      if (reply && reply.status < 300) {
        backMs = performance.now() - began;
        break;
      }
      // PostgreSQL ends itself when its log cannot be written; whoever runs it starts it again.
      if (tries % 20 === 19) await cluster.start().catch(() => {});
      await sleep(100);
    }
    await Promise.all([writes.stop(), reads.stop()]);
    const verdict = await verifyWrites(pool, city, writes.acknowledged);
    const wrong = [...writes.wrong, ...reads.wrong];
    return [
      {
        part,
        what,
        times: writes.answered,
        found:
          `满时写得到 ${refused}，读到 ${readsMeanwhile} 次；有空以后 ${ms(backMs)}又能写；` +
          `丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}${wrong[0] ? `；不该有的回答 ${wrong.length}：${wrong[0]}` : ''}`,
        ok:
          isWhole(verdict) &&
          notNow.has(refused) &&
          readsMeanwhile > 0 &&
          wrong.length === 0 &&
          backMs <= mostBackMs,
      },
    ];
  } finally {
    await server.kill();
    await pool.end();
    await cluster.remove();
    await run('umount', [mount]).catch(() => {});
    await rm(mount, { recursive: true, force: true });
  }
}

function fillUp(path: string): Promise<void> {
  return new Promise((resolve) => {
    const file = createWriteStream(path, { flags: 'a' });
    const piece = Buffer.alloc(1 << 16, 1);
    file.on('error', () => resolve());
    const more = () => void file.write(piece, (error) => (error ? resolve() : more()));
    more();
  });
}
