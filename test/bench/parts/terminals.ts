import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashOfToken } from '../../../api/accounts/secrets.ts';
import { createPool } from '../../../api/db/pool.ts';
import { terminalCount } from '../../../seeds/points.ts';
import { ensureGenerated } from '../generate.ts';
import { withoutOwnWork } from '../index-rows.ts';
import { call, latencyAt } from '../load.ts';
import { load } from '../machine.ts';
import { alternate, type Comparison, percentile, refusalOf } from '../measure.ts';
import { type Served, startServer } from '../processes.ts';
import { type Line, spread } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const minuteSeconds = 60;
/** A page is fetched again when something changed, at most every ten minutes. */
const pageEverySeconds = 600;
const burstAtMostSeconds = 5;
const coreAtMostPercent = 10;
const beatsASlice = 600;
const againMs = 300;

/**
 * 1,243 terminals of one city: all their beats at the same instant, as after a power cut; a minute's beats spread over
 * the minute, as processor time; and the page that each of them keeps for the time without a network.
 */
export async function terminals(settings: Settings): Promise<Line[]> {
  const { rounds, told } = settings;
  const url = await ensureGenerated(await settings.cluster(), settings.sizes[0]!, told);
  await withoutOwnWork(url);
  const devices = await pairAll(url);
  const server = await startServer({ DATABASE_URL: url });
  try {
    const fleet = createFleet(server, devices);
    told('预热');
    for (let times = 0; times < 3; times++) await fleet.burst();
    const before = await changes(url);
    told('一齐报平安');
    const burst = await alternate([{ name: 'burst', slice: fleet.burst }], rounds);
    told('一分钟里报平安');
    const beats = await alternate(
      [{ name: 'beat', slice: () => fleet.cpuMsOf(() => fleet.some(beatsASlice), beatsASlice) }],
      rounds,
    );
    const latency = await latencyAt(fleet.beat, devices.length / minuteSeconds, 5);
    told('取整页');
    const pages = 40;
    const page = await alternate(
      [{ name: 'page', slice: () => fleet.cpuMsOf(() => fleet.pages(pages), pages) }],
      rounds,
    );
    const written = (await changes(url)) - before;
    const corePercent =
      (((beats.figures[0]!.median * devices.length) / minuteSeconds +
        (page.figures[0]!.median * devices.length) / pageEverySeconds) /
        1000) *
      100;
    const steady = `每秒 ${figure(latency.perSecond)} 次时 p50/p99 毫秒 ${figure(latency.p50)}/${figure(latency.p99)}`;
    return [
      line(`${devices.length} 台同一刻报平安，到最后一个回答`, burst, ' 秒', {
        aim: `≤ ${burstAtMostSeconds} 秒`,
        isMet: burst.figures[0]!.median <= burstAtMostSeconds,
        note: `p99 ${figure(fleet.slowestMs())} 毫秒；请晚点再来的 ${fleet.putOff()} 次；变更日志多 ${written} 行`,
      }),
      line('一次报平安的处理器时间', beats, ' 毫秒', { aim: '', isMet: null, note: steady }),
      line('一整页（200 个岗位）的处理器时间', page, ' 毫秒', {
        aim: `合起来 ≤ ${coreAtMostPercent} % 一个核`,
        isMet: corePercent <= coreAtMostPercent,
        note: `${devices.length} 台每分钟一次、每十分钟一整页：一个核的 ${figure(corePercent)} %`,
      }),
    ];
  } finally {
    await server.stop();
  }
}

type Device = { cookie: string; sequence: number };

function createFleet(server: Served, devices: Device[]) {
  let slowest = NaN;
  let putOff = 0;
  let turn = 0;
  const beat = async (number: number) => {
    const device = devices[number % devices.length]!;
    const sent = {
      method: 'POST',
      headers: { ...headersOf(device), 'Content-Type': 'application/json' },
      body: JSON.stringify({
        sequence: ++device.sequence,
        nonce: randomUUID(),
        deviceClockMs: Date.now(),
        version: 'bench',
        works: true,
        printer: 'ready',
        paper: 'ok',
      }),
    } as const;
    // A server that is overrun asks to come again; a terminal does, with the same beat.
    for (;;) {
      try {
        await call(`${server.url}/api/terminals/beat`, sent);
        return;
      } catch (error) {
        if (!(error as Error).message.startsWith('503')) throw error;
        putOff++;
        await sleep(againMs);
      }
    }
  };
  return {
    beat,
    slowestMs: () => slowest,
    putOff: () => putOff,
    /** So many beats, a few at a time. */
    async some(count: number): Promise<void> {
      const until = turn + count;
      const one = async () => {
        while (turn < until) await beat(turn++);
      };
      await Promise.all(Array.from({ length: 4 }, one));
    },
    /** Every device at once; seconds to the last answer. */
    async burst(): Promise<number> {
      const startedAt = performance.now();
      const times = await Promise.all(
        devices.map(async (_, number) => {
          await beat(number);
          return performance.now() - startedAt;
        }),
      );
      slowest = percentile(times, 0.99);
      return Math.max(...times) / 1000;
    },
    async pages(count: number): Promise<void> {
      for (let number = 0; number < count; number++)
        await call(`${server.url}/api/terminals/page`, {
          headers: { ...headersOf(devices[(number * 31) % devices.length]!), 'Accept-Encoding': 'gzip' },
        });
    },
    async cpuMsOf(work: () => Promise<unknown>, times: number): Promise<number> {
      const before = server.cpuMs();
      await work();
      return (server.cpuMs() - before) / times;
    },
  };
}

const headersOf = ({ cookie }: Device) => ({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });

/** Pairs a device with each of the city's terminals, as their staff would in a year. */
async function pairAll(url: string): Promise<Device[]> {
  const tokens = Array.from({ length: terminalCount }, () => randomBytes(32).toString('base64url'));
  const pool = createPool({ connectionString: url }, 1);
  try {
    await pool.query('truncate terminals');
    await pool.query(
      `insert into terminals (service_point_id, token_hash, paired_at, paired_by, last_beat_at, printer, paper)
       select p.id, t.hash, now(), 'bench', now(), 'ready', 'ok'
         from unnest($1::bytea[]) with ordinality as t(hash, number)
         join (select id, row_number() over (order by id) as number
                 from service_points where terminals_installed > 0) as p using (number)`,
      [tokens.map(hashOfToken)],
    );
    await pool.query('vacuum (analyze) terminals');
  } finally {
    await pool.end();
  }
  return tokens.map((token) => ({ cookie: `terminal=${token}`, sequence: 0 }));
}

async function changes(url: string): Promise<number> {
  const pool = createPool({ connectionString: url }, 1);
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from outbox');
  await pool.end();
  return rows[0]!.count;
}

type Told = { aim: string; isMet: boolean | null; note: string };

function line(what: string, comparison: Comparison, unit: string, { aim, isMet, note }: Told): Line {
  const refusal = refusalOf(comparison);
  return {
    part: 'terminals',
    what,
    ours: refusal ? '' : spread(comparison.figures[0]!, unit),
    theirs: '',
    ratio: '',
    aim,
    isMet: refusal ? null : isMet,
    note: [refusal ?? `控制 ${(comparison.control * 100).toFixed(1)} %`, note, `负载 ${load()}`].join('；'),
    data: comparison,
  };
}
