import { setTimeout as sleep } from 'node:timers/promises';
import { currentConsent } from '../../api/applications/contract.ts';
import { type City, tokenOf } from './city.ts';

/** One application: person × opening. Acknowledged means: somebody was told that it is kept. */
export type Write = { person: number; opening: number };

export type Load = {
  acknowledged: Write[];
  answered: number;
  /** Answers that are neither success nor an honest "not now". */
  wrong: string[];
  /** Ends it: writes under way are sent again with the same key until they are answered. */
  stop: () => Promise<void>;
};

const longestMs = 5_000;
/** An honest refusal for the moment. */
export const notNow: ReadonlySet<number> = new Set([429, 503, 507]);

export async function sendOne(
  url: string,
  city: City,
  write: Write,
  key: string,
): Promise<{ status: number; text: string }> {
  const { path, ...request } = requestOf(city, write, key);
  const reply = await fetch(url + path, { ...request, signal: AbortSignal.timeout(longestMs) });
  return { status: reply.status, text: await reply.text() };
}

/** How a signed-in person sends an application. */
export function requestOf(city: City, { person, opening }: Write, key: string) {
  const { code, employerId } = city.openings[opening]!;
  return {
    path: `/api/openings/${code}/applications`,
    method: 'POST' as const,
    headers: {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      'Idempotency-Key': key,
      Cookie: `session=${tokenOf(person)}`,
    },
    body: JSON.stringify({
      name: `演练${person}`,
      message: `第 ${opening} 个岗位`,
      consent: { version: currentConsent, employerId },
    }),
  };
}

/** Takes turns through people and openings, so that no person comes near the daily limit. */
export function createTurns(city: City): () => Write {
  let turn = 0;
  return () => {
    const n = turn++;
    return { person: n % city.people, opening: Math.floor(n / city.people) % city.openings.length };
  };
}

/** Several people who apply one after the other and try again with the same key when the line breaks. */
export function startWrites(url: string, city: City, next: () => Write, writers = 4): Load {
  const load = createLoad();
  const work = async () => {
    while (!load.stopping) {
      const write = next();
      const key = `drill-${write.person}-${write.opening}`;
      // Once begun it is seen to its end: its acknowledgement may be lost, it must not be there twice.
      for (let tries = 0; tries < 400; tries++) {
        const reply = await sendOne(url, city, write, key).catch(() => null);
        if (!reply || notNow.has(reply.status)) {
          if (load.giveUp) break;
          await sleep(50);
          continue;
        }
        load.answered++;
        if (reply.status === 200 || reply.status === 201) load.acknowledged.push(write);
        else load.wrong.push(`${reply.status} ${reply.text.slice(0, 200)}`);
        break;
      }
    }
  };
  return load.run(Array.from({ length: writers }, work));
}

/** Readers of lists, the map and words. */
export function startReads(url: string, readers = 4): Load {
  const paths = [
    '/api/openings?near=119.42,32.39',
    '/api/openings/map?zoom=9&bbox=119,32,120,33',
    '/api/openings?q=焊工',
    '/api/divisions',
  ];
  const load = createLoad();
  const work = async (_: unknown, reader: number) => {
    for (let n = reader; !load.stopping; n++) {
      const reply = await fetch(url + paths[n % paths.length], {
        signal: AbortSignal.timeout(longestMs),
      }).catch(() => null);
      if (!reply) {
        await sleep(50);
        continue;
      }
      await reply.arrayBuffer().catch(() => null);
      load.answered++;
      if (!reply.ok && !notNow.has(reply.status) && reply.status !== 400)
        load.wrong.push(`${reply.status} ${paths[n % paths.length]}`);
    }
  };
  return load.run(Array.from({ length: readers }, work));
}

function createLoad() {
  const state = {
    acknowledged: [] as Write[],
    answered: 0,
    wrong: [] as string[],
    stopping: false,
    giveUp: false,
  };
  return Object.assign(state, {
    run(workers: (Promise<void> | ((value: unknown, index: number) => Promise<void>))[]): Load {
      const running = workers.map((worker, index) =>
        typeof worker === 'function' ? worker(null, index) : worker,
      );
      return Object.assign(state, {
        async stop() {
          state.stopping = true;
          const late = sleep(60_000, undefined, { ref: false }).then(() => void (state.giveUp = true));
          await Promise.race([Promise.all(running), late]);
          await Promise.all(running);
        },
      });
    },
  });
}
