import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { percentile } from './measure.ts';

/** As from behind a proxy: loopback itself is exempt from the rate limit, and every protection is to be paid for. */
const fromOutside = { 'X-Forwarded-For': '203.0.113.7' };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

type Options = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string };

/** One call over a kept connection; rejects on anything but 200 and 201. */
export function call(url: string, options: Options = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const asked = request(url, { agent, method, headers: { ...fromOutside, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const whole = Buffer.concat(chunks);
        if (answer.statusCode === 200 || answer.statusCode === 201) resolve(whole);
        else reject(new Error(`${answer.statusCode} ${url}: ${whole.toString().slice(0, 300)}`));
      });
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that had been idle for long in the moment when it was used again.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(call(url, options));
      else reject(error);
    });
    asked.end(body);
  });
}

const againMs = 50;

/** A call that asks again where the server sheds load: that is part of what an answer costs. */
export async function callPatiently(
  url: string,
  options: Options = {},
  onShed: () => void = () => {},
): Promise<Buffer> {
  for (;;) {
    try {
      return await call(url, options);
    } catch (error) {
      if (!String(error).includes('server.busy')) throw error;
      onShed();
      await sleep(againMs);
    }
  }
}

export const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Closed loop by autocannon: answers a second with so many connections, without those that were put off. Every connection walks through the
 * paths from a place of its own, so that they do not ask the same at the same moment.
 */
export async function throughput(
  base: string,
  paths: readonly string[],
  seconds: number,
  options: { connections?: number; headers?: Record<string, string> } = {},
): Promise<number> {
  const { connections = 32, headers = {} } = options;
  let client = 0;
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    headers: { ...fromOutside, ...headers },
    setupClient(one) {
      const from = Math.floor((client++ * paths.length) / connections);
      one.setRequests(
        [...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ method: 'GET', path })),
      );
    },
  });
  // What the server put off ("in a few seconds") is no answer and is not counted as one; anything else is a fault.
  const putOff = result.statusCodeStats?.['503']?.count ?? 0;
  if (result.non2xx > putOff || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no answers, ${result.errors} failed: ${base}${paths[0]}`);
  return result['2xx'] / result.duration;
}

/** Closed loop over any work: so many at a time, numbered; done a second. */
export async function closedLoop(
  work: (number: number) => Promise<unknown>,
  atATime: number,
  seconds: number,
): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let started = 0;
  let done = 0;
  const one = async () => {
    while (performance.now() < until) {
      await work(started++);
      done++;
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
  return (done * 1000) / (performance.now() - startedAt);
}

/** V8 has settled after some thousand answers, whatever time a busy machine needs for them. */
const answersToWarm = 3000;
const warmUpsAtMost = 6;

/** Loads before anything is measured. @param slice loads for so many seconds and gives answers a second */
export async function warmUp(slice: (seconds: number) => Promise<number>, seconds: number): Promise<void> {
  let answers = 0;
  for (let times = 0; times < warmUpsAtMost && answers < answersToWarm; times++)
    answers += (await slice(seconds)) * seconds;
}

/**
 * A timer comes late by up to this, more than the fastest answers take: the last stretch is waited out awake, at rates
 * where that leaves the core to others most of the time.
 */
const timerLateMs = 2;

export type Latency = { p50: number; p95: number; p99: number; perSecond: number };
/** Milliseconds of each piece of work, by its number. */
export type Times = number[];

/**
 * Open loop: starts work at a fixed rate whether or not the earlier has ended, and counts from the moment it was
 * due, so that waiting is part of the time. Milliseconds.
 */
export async function latencyAt(
  work: (number: number) => Promise<unknown>,
  perSecond: number,
  seconds: number,
): Promise<Latency> {
  const times = await timesAt(work, perSecond, seconds);
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    perSecond: Math.round(perSecond),
  };
}

/** As `latencyAt`, with the time of each. */
export async function timesAt(
  work: (number: number) => Promise<unknown>,
  perSecond: number,
  seconds: number,
): Promise<Times> {
  const total = Math.max(20, Math.round(perSecond * seconds));
  const times: Times = [];
  const running: Promise<void>[] = [];
  const gapMs = 1000 / perSecond;
  const startedAt = performance.now();
  for (let next = 0; next < total;) {
    const now = performance.now();
    for (; next < total && startedAt + next * gapMs <= now; next++) {
      const number = next;
      const dueAt = startedAt + number * gapMs;
      const done = work(number).then(() => void (times[number] = performance.now() - dueAt));
      // It is waited for below; until then a failure is nobody's and would end the process.
      done.catch(() => {});
      running.push(done);
    }
    const waitMs = startedAt + next * gapMs - performance.now();
    if (waitMs > timerLateMs) await sleep(waitMs - timerLateMs);
    else await (gapMs > 2 * timerLateMs ? nextTurn() : sleep(1));
  }
  await Promise.all(running);
  return times;
}
