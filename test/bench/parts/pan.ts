import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, type Panned, panOnce } from '../browser.ts';
import { ensureGenerated } from '../generate.ts';
import { withoutOwnWork } from '../index-rows.ts';
import { comparisonOf, type Side, takeTurns, type Turns } from '../measure.ts';
import { type Served, startServer } from '../processes.ts';
import { compared, type Line } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const page = fileURLToPath(new URL('../../../dist/web/index.html', import.meta.url));
/** Of the time a frame takes on an empty map. */
const atMost = { upTo100k: 1.15, beyond: 1.3 };

/** Frame times while the map is dragged and zoomed, beside the same page of a city without openings and points. */
export async function pan(settings: Settings): Promise<Line[]> {
  if (!existsSync(page)) throw new Error('还没有 dist/web：先 npm run build');
  const { sizes, rounds, sliceSeconds, told } = settings;
  // Drags take a person longer than a question takes a server.
  const seconds = 4 * sliceSeconds;
  const cluster = await settings.cluster();
  const servers: Served[] = [];
  let browser: Browser | null = null;
  try {
    browser = await openBrowser();
    const sides: Side<Panned>[] = [];
    // The largest first and the empty one last: the others are told against it.
    for (const size of [...sizes].reverse().concat(0)) {
      const url = await ensureGenerated(cluster, size, told);
      await withoutOwnWork(url);
      const server = await startServer({ DATABASE_URL: url });
      servers.push(server);
      const context = await browser.newContext({ ...desktop, baseURL: server.url });
      const slice = async () => {
        told(`移动地图：${size} 个岗位`);
        const panned = await panOnce(context, seconds);
        if (panned.openings !== size) throw new Error(`the map counts ${panned.openings}, not ${size}`);
        return panned;
      };
      // The first time also fetches and compiles the scripts.
      await slice();
      sides.push({ name: figure(size), slice });
    }
    const turns = await takeTurns(sides, rounds);
    refuseOtherWays(turns);
    return sizes.flatMap((size, at) => linesOf(turns, size, sizes.length - 1 - at));
  } finally {
    await browser?.close();
    for (const server of servers) await server.stop();
  }
}

function linesOf(turns: Turns<Panned>, size: number, side: number): Line[] {
  const frames = turns.there[side]!.map((panned) => panned.frames);
  const note = `对照：没有岗位和服务点的同一页；Chromium 软件绘制，只有比值算数；一趟 ${figure(Math.min(...frames))} 帧以上`;
  const options = { unit: ' 毫秒', atMost: size > 100_000 ? atMost.beyond : atMost.upTo100k, note, side };
  const name = `${figure(size)} 个岗位：移动地图时一帧`;
  return [
    compared(
      'pan',
      `${name}，中位`,
      comparisonOf(turns, ({ median }) => median),
      options,
    ),
    compared(
      'pan',
      `${name}，p95`,
      comparisonOf(turns, ({ p95 }) => p95),
      options,
    ),
  ];
}

/** Sides that were not taken through the same heights say nothing about each other. */
function refuseOtherWays({ there }: Turns<Panned>): void {
  const highest = there.map((ofSide) => Math.max(...ofSide.flatMap(({ zooms }) => zooms)));
  if (Math.max(...highest) - Math.min(...highest) > 0.5)
    throw new Error(`the map was not taken the same way: up to zoom ${highest.join(', ')}`);
}
