import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { createTurns, startReads, startWrites, type Load, type Write } from '../load.ts';
import { createMeilisearch } from '../meilisearch.ts';
import { type DrillOptions, type Line, spread } from '../report.ts';
import { createServerProcess, runCommand } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';
import { besides, type Besides, untilIndexed, wayOf } from './beside-kill.ts';

export type Component = 'api' | 'database' | 'meilisearch';
type Cell = { component: Component; load: string };

// Imports last: after twenty of them a rebuild or a backup has 60,000 openings more.
const loads = ['idle', 'reads', 'writes', 'rebuild', 'backup', 'import'] as const;
/** Each may apply 60 times a day: with 400 nobody was left after nine cells of twenty. */
const people = 3000;
const quickCells: Cell[] = [
  { component: 'api', load: 'writes' },
  { component: 'database', load: 'writes' },
  { component: 'database', load: 'import' },
];

/** kill -9 at random moments of what the system is doing; afterwards everything acknowledged is there, once and whole. */
export async function kill({ quick, rounds, told }: DrillOptions): Promise<Line[]> {
  const meili = await createMeilisearch();
  const components: Component[] = meili ? ['api', 'database', 'meilisearch'] : ['api', 'database'];
  const cells = quick
    ? quickCells
    : loads.flatMap((load) => components.map((component) => ({ component, load })));
  const cluster = await createCluster();
  const dataDir = await mkdtemp(join(tmpdir(), 'jiuye-drill-data-'));
  const env: Record<string, string> = { DATABASE_URL: cluster.url, DATA_DIR: dataDir };
  if (meili) env.MEILI_URL = meili.url;
  const pool = createPool({ connectionString: cluster.url });
  const server = createServerProcess(env, await freePort());
  try {
    const city = await fillCity(pool, { openings: 300, people });
    const turns = createTurns(city);
    const acknowledged: Write[] = [];
    await server.start();

    // Control: what verification is worth. A write that nobody sent has to be missed.
    const planted = await verifyWrites(pool, city, [{ person: people - 1, opening: 299 }]);
    if (planted.lost !== 1) throw new Error('对照没过：没有写过的投递，核对时也说在');

    const runCell = async ({ component, load }: Cell): Promise<Pick<Line, 'found' | 'ok'>> => {
      const ready: number[] = [];
      const wrong: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const running: Load | null =
          load === 'reads'
            ? startReads(server.url)
            : load === 'idle'
              ? null
              : startWrites(server.url, city, turns);
        const beside: Besides | null = besides[load]?.(env, round) ?? null;
        await sleep(200 + Math.random() * (beside ? 4000 : 1500));
        const began = performance.now();
        if (component === 'api') {
          await server.kill();
          ready.push(await server.start());
        } else {
          const killed = component === 'database' ? cluster : meili!;
          await killed.kill();
          await killed.start();
          await wayOf(component)(server.url);
          ready.push(performance.now() - began);
        }
        await sleep(300);
        await running?.stop();
        acknowledged.push(...(running?.acknowledged ?? []));
        wrong.push(...(running?.wrong ?? []), ...((await beside?.verify(pool)) ?? []));
      }
      const verdict = await verifyWrites(pool, city, acknowledged);
      await untilIndexed(server.url);
      const index = await runCommand('api/search/index-command.ts', ['check'], env).done;
      const isSame = index.code === 0 && !/缺|多/.test(index.said);
      return {
        found:
          `丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}（确认过 ${acknowledged.length} 次），` +
          `再能用 ${spread(ready)}，索引${isSame ? '一样' : `不一样：${index.said.slice(-200)}`}` +
          (wrong.length > 0 ? `；不该有的回答 ${wrong.length}：${wrong[0]}` : ''),
        ok: isWhole(verdict) && isSame && wrong.length === 0,
      };
    };

    const lines: Line[] = [];
    for (const cell of cells) {
      // One cell that breaks off takes nothing from the others.
      const seen = await runCell(cell).catch((error: Error) => ({ found: error.message, ok: false }));
      const line = { part: 'kill', what: `${cell.component} × ${cell.load}`, times: rounds, ...seen };
      told(line);
      lines.push(line);
    }
    return lines;
  } finally {
    await server.kill();
    await pool.end();
    await cluster.remove();
    await meili?.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}
