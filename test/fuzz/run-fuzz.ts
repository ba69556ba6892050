import fc from 'fast-check';
import { type Answer, judge, valuesOf } from './judge.ts';
import type { Operation } from './operations.ts';
import { type FuzzRequest, type Kind, kinds, requestsFor } from './requests.ts';
import { admittedTo } from './roles.ts';
import type { Target } from './target.ts';

export type Found = { role: string; what: string; request: FuzzRequest };
export type Tally = { operation: string; calls: number; statuses: Record<string, number>; found: number };
export type FuzzResult = { calls: number; tallies: Tally[]; found: Found[] };

const atOnce = 6;
/** Requests are drawn so many at a time, then anew with what answers have named since. */
const drawn = 12;
const renewEvery = 300;

/**
 * Sends `calls` requests over all operations, kinds and roles, and judges every answer.
 * The same seed draws the same requests as long as answers are the same.
 */
export async function runFuzz(
  target: Target,
  { calls, seed, progress = () => {} }: { calls: number; seed: number; progress?: (done: number) => void },
): Promise<FuzzResult> {
  const { operations, roles, known } = target;
  const tallies = new Map(
    operations.map(({ id }) => [id, { operation: id, calls: 0, statuses: {}, found: 0 } as Tally]),
  );
  const found = new Map<string, Found>();
  const waiting = new Map<string, FuzzRequest[]>();
  let drawings = 0;

  const draw = (operation: Operation, kind: Kind): FuzzRequest => {
    const key = `${operation.id} ${kind}`;
    let requests = waiting.get(key);
    if (!requests || requests.length === 0) {
      requests = fc.sample(requestsFor(operation, kind, known), { numRuns: drawn, seed: seed + drawings++ });
      waiting.set(key, requests);
    }
    return requests.pop()!;
  };

  const one = async (n: number) => {
    const operation = operations[n % operations.length]!;
    const round = Math.floor(n / operations.length);
    // A third is valid: what lies behind the checks is reached by nothing else.
    const kind = round % 3 === 0 ? 'valid' : kinds[Math.floor(round / 3 + round) % kinds.length]!;
    // Half of the calls come from somebody who is let in.
    const admitted = round % 2 === 0 ? admittedTo(operation.audience, roles.names) : [];
    const among = admitted.length > 0 ? admitted : roles.names;
    const role = among[(round * 7 + n) % among.length]!;
    const request = draw(operation, kind);
    const answer = await target
      .send(request, roles.cookieOf(role), addressOf(n))
      .catch((error: Error) => error);
    const tally = tallies.get(operation.id)!;
    tally.calls++;
    const status = answer instanceof Error ? 'none' : String(answer.status);
    tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
    const what = answer instanceof Error ? `no answer: ${answer.message}` : judge(operation, request, answer);
    if (what !== null) {
      tally.found++;
      const key = `${operation.id} ${what}`;
      if (!found.has(key) && found.size < 200) found.set(key, { role, what, request });
    } else if (!(answer instanceof Error) && answer.status < 300) learn(known, answer);
  };

  for (let done = 0; done < calls;) {
    const slice = Math.min(renewEvery, calls - done);
    let next = done;
    const end = done + slice;
    const worker = async () => {
      while (next < end) await one(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    done = end;
    progress(done);
    await roles.renew();
  }
  return { calls, tallies: [...tallies.values()], found: [...found.values()] };
}

const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

function learn(known: Target['known'], answer: Answer): void {
  if (answer.body.length > 200_000) return;
  for (const value of valuesOf(answer)) known.learn(value);
}

/** Takes away what the fault does not need: parameters, fields, headers. */
export async function smallest(target: Target, { role, what, request }: Found): Promise<Found> {
  const operation = target.operations.find(({ id }) => id === request.operation)!;
  let best = request;
  let tries = 0;
  for (const candidate of [...smaller(request), ...smaller(request)]) {
    if (++tries > 60) break;
    await target.roles.renew();
    const reply = await target
      .send(candidate(best), target.roles.cookieOf(role), addressOf(tries))
      .catch(() => null);
    if (reply && judge(operation, candidate(best), reply) === what) best = candidate(best);
  }
  return { role, what, request: best };
}

function smaller(request: FuzzRequest): ((from: FuzzRequest) => FuzzRequest)[] {
  const query = request.url.split('?')[1]?.split('&') ?? [];
  const body = bodyOf(request);
  return [
    ...query.map((pair) => (from: FuzzRequest) => {
      const [path, rest = ''] = from.url.split('?');
      const kept = rest.split('&').filter((one) => one !== pair);
      return { ...from, url: kept.length > 0 ? `${path}?${kept.join('&')}` : path! };
    }),
    ...Object.keys(request.headers).map((name) => (from: FuzzRequest) => {
      const { [name]: _gone, ...headers } = from.headers;
      return { ...from, headers };
    }),
    ...Object.keys(body).map((name) => (from: FuzzRequest) => {
      const { [name]: _gone, ...rest } = bodyOf(from);
      return { ...from, bodyBase64: Buffer.from(JSON.stringify(rest)).toString('base64') };
    }),
  ];
}

function bodyOf({ bodyBase64 }: FuzzRequest): Record<string, unknown> {
  if (bodyBase64 === null || bodyBase64.length > 20_000) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(bodyBase64, 'base64').toString('utf8'));
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
