import { createPool } from '../../../api/db/pool.ts';
import { freePort } from '../../support/postgres-server.ts';
import { fillCity } from '../city.ts';
import { createCluster } from '../cluster.ts';
import { sendOne } from '../load.ts';
import type { DrillOptions, Line } from '../report.ts';
import { createServerProcess } from '../server.ts';
import { isWhole, verifyWrites } from '../verify.ts';

const duplicates = 20;

/** Keys, each sent twenty times at once to two server processes: one effect, the same reply to all. */
export async function once({ quick }: DrillOptions): Promise<Line[]> {
  const keys = quick ? 150 : 10_000;
  const cluster = await createCluster();
  const pool = createPool({ connectionString: cluster.url });
  const servers = [await freePort(), await freePort()].map((port) =>
    createServerProcess({ DATABASE_URL: cluster.url }, port),
  );
  try {
    const city = await fillCity(pool, { openings: 100, people: keys });
    for (const server of servers) await server.start();
    let differing = 0;
    let refused = 0;
    let reused = 0;
    const waits: string[] = [];
    const one = async (person: number) => {
      const write = { person, opening: person % city.openings.length };
      const key = `drill-once-${person}`;
      const replies = await Promise.all(
        Array.from({ length: duplicates }, async (_, n) => {
          for (let tries = 0; tries < 20; tries++) {
            const reply = await sendOne(servers[n % 2]!.url, city, write, key).catch(() => null);
            if (reply && reply.status !== 503) return reply;
          }
          return null;
        }),
      );
      const texts = new Set(replies.map((reply) => contentOf(reply?.text)));
      if (replies.some((reply) => !reply || reply.status >= 300)) {
        refused++;
        waits.push(replies.find((reply) => !reply || reply.status >= 300)?.text.slice(0, 200) ?? '没有回答');
      }
      if (texts.size !== 1) differing++;
      const other = { ...write, opening: (write.opening + 1) % city.openings.length };
      for (let tries = 0; tries < 20; tries++) {
        const misuse = await sendOne(servers[0]!.url, city, other, key).catch(() => null);
        if (!misuse || misuse.status === 503) continue;
        if (misuse.status === 409) reused++;
        break;
      }
    };
    let next = 0;
    const worker = async () => {
      while (next < keys) await one(next++);
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    const sent = Array.from({ length: keys }, (_, person) => ({
      person,
      opening: person % city.openings.length,
    }));
    const verdict = await verifyWrites(pool, city, sent);
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from applications');
    return [
      {
        part: 'once',
        what: `${keys} 个请求编号 × ${duplicates} 次，两个进程`,
        times: keys * duplicates,
        found:
          `投递 ${rows[0]!.n}，丢 ${verdict.lost}，重 ${verdict.twice}，半 ${verdict.half}；回答不一样 ${differing}，没成 ${refused}` +
          `，同一编号换内容被拒 ${reused}${waits[0] ? `；${waits[0]}` : ''}`,
        ok: rows[0]!.n === keys && isWhole(verdict) && differing + refused === 0 && reused === keys,
      },
    ];
  } finally {
    for (const server of servers) await server.kill();
    await pool.end();
    await cluster.remove();
  }
}

/** The first says `wasSentBefore: false` and so do its repetitions; the rest of the reply is the application itself. */
function contentOf(text: string | undefined): string {
  if (text === undefined) return '';
  try {
    return JSON.stringify((JSON.parse(text) as { application?: unknown }).application ?? text);
  } catch {
    return text;
  }
}
