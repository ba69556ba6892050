import { existsSync } from 'node:fs';
import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity, tokenOf } from '../city.ts';
import { createCluster } from '../cluster.ts';
import type { DrillOptions, Line } from '../report.ts';
import { createServerProcess } from '../server.ts';

const library = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
];

const clocks: { offset: string; what: string; isSignedIn: boolean; listsOpenings: boolean }[] = [
  { offset: '+0', what: '不动（对照）', isSignedIn: true, listsOpenings: true },
  { offset: '-3600', what: '慢一小时', isSignedIn: true, listsOpenings: true },
  { offset: '+86400', what: '快一天', isSignedIn: true, listsOpenings: true },
  { offset: '+3456000', what: '快四十天：岗位过期', isSignedIn: true, listsOpenings: false },
  { offset: '+315360000', what: '快十年：会话也过期', isSignedIn: false, listsOpenings: false },
];

/** The server's clock is wrong, the database's is right: it starts, answers, and rules go by its own clock. */
export async function clock({ quick }: DrillOptions): Promise<Line[]> {
  const preload = library.find((path) => existsSync(path));
  if (!preload)
    return [
      {
        part: 'clock',
        what: '钟不准',
        times: 0,
        found: '没有 libfaketime（Debian: libfaketime），没试',
        ok: null,
      },
    ];
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  try {
    await fillCity(pool, { openings: 50, people: 2 });
    const lines: Line[] = [];
    for (const { offset, what, isSignedIn, listsOpenings } of quick
      ? clocks.filter((_, n) => n % 2 === 0)
      : clocks) {
      const env = {
        DATABASE_URL: cluster.url,
        LD_PRELOAD: preload,
        FAKETIME: offset,
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      const server = createServerProcess(env, await freePort());
      await server.start();
      const session = (await (
        await fetch(`${server.url}/api/session`, { headers: { Cookie: `session=${tokenOf(0)}` } })
      ).json()) as { viewer: { kind: string } };
      const list = (await (await fetch(`${server.url}/api/openings`)).json()) as { total: number };
      await server.stop();
      const ok = (session.viewer.kind === 'person') === isSignedIn && list.total > 0 === listsOpenings;
      lines.push({
        part: 'clock',
        what,
        times: 1,
        found: `会话 ${session.viewer.kind}，岗位 ${list.total}`,
        ok,
      });
    }
    if (lines[0]!.ok !== true) throw new Error(`对照没过：钟没动就不对：${lines[0]!.found}`);
    return lines;
  } finally {
    await pool.end();
    await cluster.remove();
  }
}
