import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../../api/db/pool.ts';
import { csvOf, fileWith, openingCells } from '../../support/lists.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity, tokenOf } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { type DrillOptions, type Line, spread } from '../report.ts';
import { createServerProcess, runCommand } from '../server.ts';

const mostMs = 1000;
const perMinute = 200;

/** Two processes on one database: sessions, changes, limits and jobs are common; the embedded one refuses a second. */
export async function processes({ rounds }: DrillOptions): Promise<Line[]> {
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const env = { DATABASE_URL: cluster.url, TRUST_PROXY: '1', RATE_LIMIT_PER_MINUTE: String(perMinute) };
  const [one, two] = [createServerProcess(env, await freePort()), createServerProcess(env, await freePort())];
  const workers = createServerProcess(env, await freePort(), ['--workers', '2']);
  try {
    await fillCity(pool, { openings: 100, people: 10 });
    await one.start();
    await two.start();
    const lines = [
      await sessions(one.url, two.url),
      await changes(cluster.url, one.url, two.url, rounds),
      await limits(one.url, two.url),
      await leader(pool),
    ];
    await one.stop();
    await two.stop();
    await workers.start();
    const name = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const reply = await fetch(`${workers.url}/api/divisions`, {
        headers: { Connection: 'close', 'X-Forwarded-For': '10.1.1.1' },
      });
      name.add(`${reply.status}`);
    }
    const embedded = createServerProcess(
      { DATA_DIR: await mkdtemp(join(tmpdir(), 'jiuye-drill-two-')) },
      await freePort(),
      ['--workers', '2'],
    );
    const said = await embedded.start().catch((error: Error) => error.message);
    await embedded.kill();
    lines.push({
      part: 'processes',
      what: 'npm start -- --workers 2',
      times: 20,
      found: `回答 ${[...name].join('、')}；内置数据库${String(said).includes('只能有一个主人') ? '拒绝，说了为什么' : `没有拒绝：${said}`}`,
      ok: name.size === 1 && name.has('200') && String(said).includes('只能有一个主人'),
    });
    return lines;
  } finally {
    for (const server of [one, two, workers]) await server.stop();
    await pool.end();
    await cluster.remove();
  }
}

async function sessions(one: string, two: string): Promise<Line> {
  const ask = (url: string, method = 'GET') =>
    fetch(`${url}/api/session`, {
      method,
      headers: { Cookie: `session=${tokenOf(3)}`, 'Sec-Fetch-Site': 'same-origin' },
    });
  const kindAt = async (url: string) =>
    ((await (await ask(url)).json()) as { viewer: { kind: string } }).viewer.kind;
  const before = [await kindAt(one), await kindAt(two)];
  await ask(one, 'DELETE');
  const after = [await kindAt(one), await kindAt(two)];
  const ok = before.every((kind) => kind === 'person') && after.every((kind) => kind === 'nobody');
  return {
    part: 'processes',
    what: '一处退出，两处都退出',
    times: 1,
    found: `${before.join('、')} → ${after.join('、')}`,
    ok,
  };
}

/** How long after an import has ended each process lists what it brought. */
async function changes(databaseUrl: string, one: string, two: string, rounds: number): Promise<Line> {
  const took: number[] = [];
  const times = Math.min(rounds, 5);
  for (let round = 0; round < times; round++) {
    const count = async (url: string) => {
      const reply = await fetch(`${url}/api/openings?pageSize=1`, {
        headers: { 'X-Forwarded-For': `10.2.${round}.1` },
      });
      return ((await reply.json()) as { total: number }).total;
    };
    const before = await count(one);
    const today = new Date();
    const day = (offset: number) =>
      new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    const cells = openingCells({ 外部编号: `TWO-${round}`, 发布日期: day(-1), 截止日期: day(20) });
    const file = await fileWith('one.csv', csvOf([cells]));
    const { code, said } = await runCommand('api/import/import-command.ts', ['openings', file], {
      DATABASE_URL: databaseUrl,
    }).done;
    if (code !== 0) throw new Error(`导入没成：${said}`);
    const began = performance.now();
    for (const url of [one, two])
      while ((await count(url)) !== before + 1 && performance.now() - began < 5000) await sleep(20);
    took.push(performance.now() - began);
  }
  return {
    part: 'processes',
    what: '导入结束到两个进程都列出',
    times,
    found: spread(took),
    ok: took.every((time) => time <= mostMs),
  };
}

/** One address asks both in turns, five times as often as it may: how many answers it gets. */
async function limits(one: string, two: string): Promise<Line> {
  // A minute that is nearly over would begin anew in between.
  const second = new Date().getSeconds();
  if (second > 40) await sleep((61 - second) * 1000);
  let answered = 0;
  const asked = perMinute * 5;
  for (let n = 0; n < asked; n++) {
    const reply = await fetch(`${n % 2 ? one : two}/api/divisions`, {
      headers: { 'X-Forwarded-For': '10.3.3.3' },
    });
    await reply.arrayBuffer();
    if (reply.ok) answered++;
    if (n % 50 === 0) await sleep(100);
  }
  const over = answered / perMinute;
  return {
    part: 'processes',
    what: `每分钟 ${perMinute} 次的限，两个进程轮着问 ${asked} 次`,
    times: asked,
    found: `放过 ${answered}`,
    // Apart for a second at most: what comes within it may be let through twice.
    ok: over <= 2 && over >= 1,
  };
}

async function leader(pool: ReturnType<typeof createPool>): Promise<Line> {
  await sleep(6000);
  const { rows } = await pool.query<{ jobs: number; failed: number; ran: number }>(
    `select count(*)::int as jobs, count(last_error)::int as failed, count(last_run_at)::int as ran from jobs`,
  );
  const { jobs, failed, ran } = rows[0]!;
  return {
    part: 'processes',
    what: '定时的活各有一个进程做',
    times: jobs,
    found: `做过 ${ran}，出错 ${failed}`,
    ok: failed === 0 && ran === jobs,
  };
}
