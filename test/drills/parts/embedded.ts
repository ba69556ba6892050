import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbedded } from '../../../api/db/embedded.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createTurns, startWrites, type Write } from '../load.ts';
import { type DrillOptions, type Line, spread } from '../report.ts';
import { createServerProcess, runCommand } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';

/** The embedded database: killed with its server under writes; opened by a second server; killed while it is made. */
export async function embedded({ rounds }: DrillOptions): Promise<Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-drill-embedded-'));
  const env = { DATA_DIR: dataDir };
  const filled = await openEmbedded(dataDir);
  const city = await fillCity(filled.pool, { openings: 200, people: 200 });
  await filled.close();
  const server = createServerProcess(env, await freePort());
  const turns = createTurns(city);
  const acknowledged: Write[] = [];
  const wrong: string[] = [];
  const ready: number[] = [];
  try {
    await server.start();
    const owners = await secondOwners(dataDir, rounds);
    for (let round = 0; round < rounds; round++) {
      const load = startWrites(server.url, city, turns, 3);
      await sleep(300 + Math.random() * 1500);
      await server.kill();
      ready.push(await server.start());
      await sleep(300);
      await load.stop();
      acknowledged.push(...load.acknowledged);
      wrong.push(...load.wrong);
    }
    await server.stop();
    const after = await openEmbedded(dataDir);
    const verdict = await verifyWrites(after.pool, city, acknowledged);
    await after.close();
    return [
      {
        part: 'embedded',
        what: '内置数据库 × writes',
        times: rounds,
        found:
          `丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}（确认过 ${acknowledged.length} 次），再能用 ${spread(ready)}` +
          (wrong.length > 0 ? `；不该有的回答 ${wrong.length}：${wrong[0]}` : ''),
        ok: isWhole(verdict) && wrong.length === 0 && acknowledged.length > 0,
      },
      owners,
      await firstStarts(rounds),
    ];
  } finally {
    await server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A second process is refused while the first runs, also by the commands; a killed owner leaves no lock behind. */
async function secondOwners(dataDir: string, times: number): Promise<Line> {
  const took: number[] = [];
  let refused = 0;
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    const second = createServerProcess({ DATA_DIR: dataDir }, await freePort());
    const said = await second.start().then(
      () => '',
      (error: Error) => error.message,
    );
    took.push(performance.now() - began);
    if (said.includes('正被另一个进程使用')) refused++;
    await second.kill();
  }
  const command = await runCommand('api/search/index-command.ts', ['check'], { DATA_DIR: dataDir }).done;
  const isTold = command.code !== 0 && command.said.includes('正开着');
  return {
    part: 'embedded',
    what: '一个目录两个主人',
    times,
    found: `拒绝 ${refused}，含进程启动 ${spread(took)}${isTold ? '' : `；命令没有被拒绝：${command.said}`}`,
    ok: refused === times && isTold,
  };
}

/** Killed at a random moment of its very first start, while the directory and the tables are made. */
async function firstStarts(times: number): Promise<Line> {
  let opened = 0;
  for (let n = 0; n < times; n++) {
    const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-drill-first-'));
    const server = createServerProcess({ DATA_DIR: dataDir }, await freePort());
    const started = server.start().catch(() => null);
    await sleep(400 + Math.random() * 5000);
    await server.kill();
    await started;
    await server.start().then(
      () => opened++,
      () => null,
    );
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return {
    part: 'embedded',
    what: '第一次启动中断（建目录、建表）',
    times,
    found: `再启动成功 ${opened}`,
    ok: opened === times,
  };
}
